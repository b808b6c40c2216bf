formwork::resource!("AWS::S3::Bucket");

fn main() {
    let tag = bucket::Tag::builder().key("team");
    let _ = Bucket::builder().tags([tag]).build();
}
