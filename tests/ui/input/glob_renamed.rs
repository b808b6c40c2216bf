formwork::resource!("AWS::SQS::*" as Letters);

fn main() {
    let _ = Queue::builder().queue_name("letters").build();
}
