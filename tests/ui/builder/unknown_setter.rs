formwork::resource!("AWS::SQS::Queue");

fn main() {
    let _ = Queue::builder().queue_nam("letters").build();
}
