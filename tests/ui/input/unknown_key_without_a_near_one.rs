formwork::resource! {
    "AWS::SQS::Queue",
    region = "eu-central-1",
}

fn main() {
    let _ = Queue::builder().queue_name("letters").build();
}
