formwork::resource!("AWS::SQS::Queue" as struct);

fn main() {
    let _ = Queue::builder().queue_name("letters").build();
}
