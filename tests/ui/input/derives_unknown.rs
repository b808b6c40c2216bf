formwork::resource!("AWS::SQS::Queue", derives = [Hsah]);

fn main() {
    let _ = Queue::builder().queue_name("letters").build();
}
