formwork::resource!("AWS::SQS");

fn main() {
    let _ = SQS::builder().build();
}
