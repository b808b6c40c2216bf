formwork::resource!("AWS::S3::Bucket");

fn main() {
    let versioning = bucket::VersioningConfiguration::builder().status("Enabled");
    let _ = Bucket::builder()
        .versioning_configuration(versioning)
        .build();
}
