formwork::resource!("AWS::SQS::Queue");

fn main() {
    let _ = Queue::builder().delay_seconds("soon").build();
}
