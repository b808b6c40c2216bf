formwork::resource!("AWS::SQS::Queue" as "Letters");

fn main() {
    let _ = Letters::builder().queue_name("letters").build();
}
