formwork::resource!("AWS::SQS::Queue");

fn main() {
    let _ = Queue::builder().queue_url("https://example.com").build();
}
