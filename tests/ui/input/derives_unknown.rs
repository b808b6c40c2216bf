formwork::resource!("AWS::SQS::Queue", derives = [MyDerive]);

fn main() {
    let _ = Queue::builder().queue_name("letters").build();
}
