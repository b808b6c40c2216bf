formwork::resource! {
    types = ["AWS::SQS::Queue"],
    types = ["AWS::SNS::Topic"],
}

fn main() {
    let _ = Queue::builder().queue_name("letters").build();
}
