formwork::resource!("AWS::S3::Bucket");

fn main() {
    let tag = bucket::Tag::builder().key("team").value("data");
    let _ = Bucket::builder().versioning_configuration(tag).build();
}
