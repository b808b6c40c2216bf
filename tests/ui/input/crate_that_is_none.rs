formwork::resource!(crate = ::formwrk, "AWS::SQS::Queue");

fn main() {}
