formwork::resource!("AWS::SQS::Queue");

fn main() {
    println!("{}", queue::QUEUE_ULR.name());
}
