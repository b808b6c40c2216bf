formwork::resource!("AWS::SQS::Queue");

fn main() {
    let _ = Queue::builder().queue_name(true).build();
}
