formwork::resource!("AWS::S3::Bucket");

fn main() {
    let encryption = bucket::BucketEncryption::builder();
    let _ = Bucket::builder().bucket_encryption(encryption).build();
}
