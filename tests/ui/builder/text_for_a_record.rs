formwork::resource!("AWS::S3::Bucket");

fn main() {
    let _ = Bucket::builder()
        .versioning_configuration("Enabled")
        .build();
}
