use std::time::Duration;

formwork::resource!("AWS::SNS::Topic");

fn main() {
    let _ = Topic::builder().archive_policy(Duration::from_secs(60)).build();
}
