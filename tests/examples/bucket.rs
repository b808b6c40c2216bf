//! A bucket as programs write it: encrypted, with two rules, for browsers, and with a notification.

use formwork::{Resource, Value};

formwork::resource!(pub(crate) "AWS::S3::Bucket");

#[allow(clippy::wildcard_imports, reason = "as programs write it")]
// The bucket begins here.
use bucket::*;

pub(crate) fn bucket() -> Bucket {
    let encryption = ServerSideEncryptionByDefault::builder()
        .sse_algorithm("aws:kms")
        .kms_master_key_id(Value::get_att("Key", "Arn"));
    let cold = Transition::builder()
        .storage_class("GLACIER")
        .transition_in_days(30);
    let parts = AbortIncompleteMultipartUpload::builder().days_after_initiation(7);
    let rule = |id| Rule::builder().id(id).status("Enabled");
    Bucket::builder()
        .bucket_encryption(
            BucketEncryption::builder()
                .server_side_encryption_configuration([ServerSideEncryptionRule::builder()
                    .server_side_encryption_by_default(encryption)]),
        )
        .lifecycle_configuration(
            LifecycleConfiguration::builder().rules([
                rule("logs")
                    .prefix("logs/")
                    .expiration_in_days(365)
                    .transitions([cold]),
                rule("parts").abort_incomplete_multipart_upload(parts),
            ]),
        )
        .cors_configuration(
            CorsConfiguration::builder().cors_rules([CorsRule::builder()
                .allowed_methods(["GET", "HEAD"])
                .allowed_origins(["https://example.com"])
                .max_age(3600)]),
        )
        .notification_configuration(
            NotificationConfiguration::builder().queue_configurations([
                QueueConfiguration::builder()
                    .event("s3:ObjectCreated:*")
                    .queue(Value::get_att("Queue", "Arn")),
            ]),
        )
        .build()
}
// The bucket ends here.

fn main() {
    print!("{}", bucket().to_yaml());
}
