//! Types that hold data, and what the policies of a resource make of it.

use core::fmt;

use crate::facts::ResourceSpec;
use crate::template::attributes::{DeletionPolicy, UpdateReplacePolicy, takes_snapshots};

/// What becomes of the old resource when it is removed or replaced.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Fate {
    /// It stays, outside of any stack.
    Retained,
    /// It is deleted, and a snapshot is kept.
    Snapshot,
    /// It is not known before deployment.
    Undecided,
    /// It is deleted with all that it holds.
    Deleted,
}

impl fmt::Display for Fate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Retained => "kept outside of the stack",
            Self::Snapshot => "deleted, a snapshot is kept",
            Self::Undecided => "deleted unless its policy keeps it",
            Self::Deleted => "deleted with all that it holds",
        })
    }
}

/// The types whose resources hold data, which is gone with them.
///
/// Source: the types of which the user guide's page "`DeletionPolicy` attribute" says that snapshots are taken
/// (2023-09), and those that the published linter calls stateful (its rule `I3011`, 2026-08). `AWS::Cassandra::Keyspace`
/// holds tables: an operation `DeleteKeyspace` deletes them with it
/// (<https://docs.aws.amazon.com/keyspaces/latest/APIReference/API_DeleteKeyspace.html>).
const WITH_DATA: [&str; 30] = [
    "AWS::Backup::BackupVault",
    "AWS::Cassandra::Keyspace",
    "AWS::CloudFormation::Stack",
    "AWS::Cognito::UserPool",
    "AWS::DocDB::DBCluster",
    "AWS::DocDB::DBInstance",
    "AWS::DynamoDB::GlobalTable",
    "AWS::DynamoDB::Table",
    "AWS::EC2::Volume",
    "AWS::EFS::FileSystem",
    "AWS::EMR::Cluster",
    "AWS::ElastiCache::CacheCluster",
    "AWS::ElastiCache::ReplicationGroup",
    "AWS::Elasticsearch::Domain",
    "AWS::FSx::FileSystem",
    "AWS::KMS::Key",
    "AWS::Kinesis::Stream",
    "AWS::Logs::LogGroup",
    "AWS::Neptune::DBCluster",
    "AWS::Neptune::DBInstance",
    "AWS::OpenSearchService::Domain",
    "AWS::Organizations::Account",
    "AWS::QLDB::Ledger",
    "AWS::RDS::DBCluster",
    "AWS::RDS::DBInstance",
    "AWS::Redshift::Cluster",
    "AWS::S3::Bucket",
    "AWS::SDB::Domain",
    "AWS::SQS::Queue",
    "AWS::SecretsManager::Secret",
];

/// Properties about what a resource holds: who has a backup of it, keeps a snapshot, goes back to a point in time, or
/// has to be emptied, holds data.
///
/// Source: the published schemas; `AWS::MemoryDB::Cluster`, `AWS::ECR::Repository` and `AWS::Timestream::Table` are
/// known by them.
const ABOUT_DATA: [&str; 10] = [
    "BackupPolicy",
    "BackupRetention",
    "BackupRetentionPeriod",
    "BackupRetentionPolicy",
    "EmptyOnDelete",
    "FinalSnapshotName",
    "PointInTimeRecoveryEnabled",
    "PointInTimeRecoverySpecification",
    "RetentionProperties",
    "SnapshotRetentionLimit",
];

/// Whether a resource of the type holds data, as far as that is known.
pub(super) fn holds_data(type_name: &str, spec: Option<&ResourceSpec>) -> bool {
    let is_about_data = |name: &str| ABOUT_DATA.contains(&name);
    WITH_DATA.binary_search(&type_name).is_ok()
        || spec.is_some_and(|spec| {
            let mut properties = spec.properties.iter();
            properties.any(|property| is_about_data(property.name))
        })
}

/// What a `DeletionPolicy` makes of a resource that is removed; `None` if there is no policy.
///
/// Source: the user guide's page "`DeletionPolicy` attribute": without one a resource is deleted, but a snapshot is
/// taken of a database cluster, and of a database instance that belongs to none.
pub(super) fn when_removed(policy: Option<&str>, type_name: &str, is_in_cluster: bool) -> Fate {
    match policy.map(DeletionPolicy::from_word) {
        Some(Some(DeletionPolicy::Delete)) => Fate::Deleted,
        Some(Some(DeletionPolicy::Retain | DeletionPolicy::RetainExceptOnCreate)) => Fate::Retained,
        Some(Some(DeletionPolicy::Snapshot)) if takes_snapshots(type_name) => Fate::Snapshot,
        Some(Some(DeletionPolicy::Snapshot) | None) => Fate::Undecided,
        None => match type_name {
            "AWS::RDS::DBCluster" => Fate::Snapshot,
            "AWS::RDS::DBInstance" if !is_in_cluster => Fate::Snapshot,
            _ => Fate::Deleted,
        },
    }
}

/// What an `UpdateReplacePolicy` makes of the old resource when a new one takes its place. A `DeletionPolicy` does
/// not count for it, and `Snapshot` is `Delete` for a type without snapshots.
///
/// Source: the user guide's page "`UpdateReplacePolicy` attribute".
pub(super) fn when_replaced(policy: Option<&str>, type_name: &str) -> Fate {
    match policy.map(UpdateReplacePolicy::from_word) {
        Some(Some(UpdateReplacePolicy::Delete)) | None => Fate::Deleted,
        Some(Some(UpdateReplacePolicy::Retain)) => Fate::Retained,
        Some(Some(UpdateReplacePolicy::Snapshot)) if takes_snapshots(type_name) => Fate::Snapshot,
        Some(Some(UpdateReplacePolicy::Snapshot)) if type_name.starts_with("AWS::") => {
            Fate::Deleted
        }
        Some(Some(UpdateReplacePolicy::Snapshot) | None) => Fate::Undecided,
    }
}

/// What else is to be known of the deletion of such a resource.
///
/// Source: the user guide's page "`DeletionPolicy` attribute", of 2023-09.
pub(super) fn about_deletion(type_name: &str) -> Option<&'static str> {
    match type_name {
        "AWS::S3::Bucket" => Some("the deletion fails while objects are in the bucket"),
        "AWS::SecretsManager::Secret" => {
            Some("the secret is deleted at once, without a time to recover it")
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_types_are_sorted_and_found() {
        assert!(WITH_DATA.is_sorted());
        let holds = |name| holds_data(name, None);
        assert!(holds("AWS::S3::Bucket") && !holds("AWS::S3::BucketPolicy"));
    }

    #[test]
    fn policies_decide_and_one_does_not_imply_the_other() {
        assert_eq!(when_removed(None, "AWS::S3::Bucket", false), Fate::Deleted);
        assert_eq!(
            when_removed(Some("Retain"), "AWS::S3::Bucket", false),
            Fate::Retained
        );
        assert_eq!(
            when_removed(None, "AWS::RDS::DBInstance", false),
            Fate::Snapshot
        );
        assert_eq!(
            when_removed(None, "AWS::RDS::DBInstance", true),
            Fate::Deleted
        );
        assert_eq!(
            when_removed(Some("?"), "AWS::S3::Bucket", false),
            Fate::Undecided
        );
        let replaced = |policy, type_name| when_replaced(policy, type_name);
        assert_eq!(replaced(None, "AWS::EC2::Volume"), Fate::Deleted);
        assert_eq!(
            replaced(Some("Snapshot"), "AWS::EC2::Volume"),
            Fate::Snapshot
        );
        // The page says that it is `Delete` where no snapshot can be taken.
        assert_eq!(replaced(Some("Snapshot"), "AWS::S3::Bucket"), Fate::Deleted);
        assert_eq!(
            replaced(Some("Snapshot"), "Acme::Data::Store"),
            Fate::Undecided
        );
        assert_eq!(
            when_removed(Some("Snapshot"), "AWS::S3::Bucket", false),
            Fate::Undecided
        );
        assert_eq!(
            replaced(Some("RetainExceptOnCreate"), "AWS::S3::Bucket"),
            Fate::Undecided
        );
        assert!(Fate::Deleted > Fate::Undecided && Fate::Undecided > Fate::Snapshot);
    }
}
