formwork::resource!("AWS::SQS::Queue"; 5);

fn main() {
    let _ = Queue::builder().queue_name("letters").build();
}
