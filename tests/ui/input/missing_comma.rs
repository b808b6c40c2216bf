formwork::resource!("AWS::SQS::Queue" "AWS::SNS::Topic");

fn main() {
    let _ = Queue::builder().queue_name("letters").build();
}
