formwork::resource! { "AWS::SQS::Queue", derives = [Eq] }

fn main() {}
