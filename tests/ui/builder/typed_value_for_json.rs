use formwork::Value;

formwork::resource!("AWS::SNS::Topic");

fn main() {
    let name: Value<String> = Value::reference("Name");
    let _ = Topic::builder().archive_policy(name).build();
}
