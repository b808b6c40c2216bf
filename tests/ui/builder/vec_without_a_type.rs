formwork::resource!("AWS::SQS::Queue");

fn main() {
    let _ = Queue::builder().tags(vec![]).build();
}
