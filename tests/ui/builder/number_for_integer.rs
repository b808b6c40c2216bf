formwork::resource!("AWS::SQS::Queue");

fn main() {
    let _ = Queue::builder().delay_seconds(1.5).build();
}
