formwork::resource!("AWS::SQS::Queue", derives = Hash);

fn main() {
    let _ = Queue::builder().queue_name("letters").build();
}
