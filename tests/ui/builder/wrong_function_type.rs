use formwork::Value;

formwork::resource!("AWS::SQS::Queue");

fn main() {
    let name: Value<String> = Value::reference("Name");
    let _ = Queue::builder().delay_seconds(name).build();
}
