formwork::resource!(pub(friends) "AWS::SQS::Queue");

fn main() {}
