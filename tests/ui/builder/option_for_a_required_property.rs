formwork::resource!("AWS::S3::Bucket");

fn main() {
    let value = std::env::args().nth(1);
    let _ = bucket::Tag::builder().key("team").value(value).build();
}
