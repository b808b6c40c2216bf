formwork::resource!("AWS::SQS::Queue" as, "AWS::SNS::Topic");

fn main() {
    let _ = Topic::builder().topic_name("news").build();
}
