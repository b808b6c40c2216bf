formwork::resource!("AWS::SQS::Queue" as letters);

fn main() {
    let _ = letters::builder().build();
}
