formwork::resource!("AWS::SQS::Queue", "AWS::SNS::Topic", patch = "Cargo.toml");

fn main() {
    let _ = (Queue::builder().build(), Topic::builder().build());
}
