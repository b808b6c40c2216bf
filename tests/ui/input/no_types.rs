formwork::resource!("AWS::SQS::Queue", types = []);

fn main() {
    let _ = Queue::builder().queue_name("letters").build();
}
