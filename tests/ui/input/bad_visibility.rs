formwork::resource!(pub(friends) "AWS::SQS::Queue");

fn main() {
    let _ = Queue::builder().queue_name("letters").build();
}
