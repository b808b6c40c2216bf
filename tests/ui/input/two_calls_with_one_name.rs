formwork::resource!("AWS::SQS::QueueInlinePolicy");
formwork::resource!("AWS::SQS::QueueInlinePolicy");

fn main() {}
