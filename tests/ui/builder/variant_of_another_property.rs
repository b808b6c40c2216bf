formwork::resource!("AWS::S3::Bucket");

fn main() {
    let _ = bucket::VersioningConfiguration::builder()
        .status(bucket::RuleStatus::Enabled)
        .build();
}
