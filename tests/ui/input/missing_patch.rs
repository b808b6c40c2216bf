formwork::resource!("AWS::SQS::Queue", patch = "fixes.json");

fn main() {
    let _ = Queue::builder().queue_name("letters").build();
}
