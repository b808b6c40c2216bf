formwork::resource!("AWS::SQS");

fn main() {}
