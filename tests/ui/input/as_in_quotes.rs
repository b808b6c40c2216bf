formwork::resource!("AWS::SQS::Queue" as "Letters");

fn main() {}
