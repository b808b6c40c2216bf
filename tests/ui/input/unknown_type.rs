formwork::resource!("AWS::SQS::Qeue" as Queue);

fn main() {
    let _ = Queue::builder().build();
}
