#![deny(unused_must_use)]

formwork::resource!("AWS::SQS::Queue");

fn main() {
    Queue::builder().queue_name("letters");
    Queue::builder().queue_name("letters").build();
}
