const QUEUE: &str = "AWS::SQS::Queue";

formwork::resource!(QUEUE);

fn main() {
    println!("{QUEUE}");
}
