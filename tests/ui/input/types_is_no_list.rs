formwork::resource!(types = "AWS::SQS::Queue");

fn main() {}
