use formwork::Attribute;

formwork::resource!("AWS::SQS::Queue");
formwork::resource!("AWS::SNS::Topic");

fn of_a_queue(attribute: &Attribute<queue::Attributes>) -> &'static str {
    attribute.name()
}

fn main() {
    println!("{}", of_a_queue(&topic::TOPIC_ARN));
}
