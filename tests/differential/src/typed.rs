//! The same documents as structs: what `validate` says of a struct is what is said of the document.

use formwork::{Resource, Violations};
use serde_json::Value;

use crate::reference::Problems;

/// Types of every shape that published schemas have.
mod types {
    formwork::resource! {
        types = [
            "AWS::ApiGatewayV2::IntegrationResponse",
            "AWS::S3::Bucket",
            "AWS::OpenSearchServerless::Index",
            "AWS::AmplifyUIBuilder::Theme",
            "AWS::IoTSiteWise::ComputationModel",
            "AWS::WAFv2::RuleGroup",
            "AWS::SES::MailManagerRelay",
            "AWS::VerifiedPermissions::Policy" as VerifiedPolicy,
            "AWS::DMS::DataProvider",
            "AWS::MSK::BatchScramSecret",
            "AWS::Cognito::IdentityPoolRoleAttachment",
            "AWS::Macie::FindingsFilter",
            "AWS::IAM::Policy" as IamPolicy,
            "AWS::Kinesis::ResourcePolicy",
            "AWS::SecurityHub::SecurityControl",
            "AWS::Cognito::UserPoolDomain",
            "AWS::EC2::NetworkAclEntry",
            "AWS::EC2::Subnet",
            "AWS::Lambda::Alias" as LambdaAlias,
            "AWS::DynamoDB::Table" as DynamoTable,
            "AWS::CloudFront::RealtimeLogConfig",
            "AWS::CloudWatch::Alarm",
            "AWS::Connect::DataTableAttribute",
            "AWS::RDS::DBCluster",
            "AWS::RTBFabric::LinkRoutingRule",
            "AWS::SES::ConfigurationSetEventDestination",
            "AWS::EKS::Nodegroup",
        ],
    }
}

/// The types by their names.
macro_rules! validators {
    ($($resource:ident)*) => {
        [$((types::$resource::TYPE_NAME, validated::<types::$resource> as Validate)),*]
    };
}

/// What is wrong with a document as a struct.
pub(crate) struct Typed {
    /// By `validate` of a struct that was filled without being judged.
    pub(crate) validated: Problems,
    /// By `from_json`.
    pub(crate) read: Problems,
}

pub(crate) type Validate = fn(&Value) -> Option<Typed>;

/// How to judge documents of that type as structs; none if there is no struct here.
pub(crate) fn validator(type_name: &str) -> Option<Validate> {
    let validators = validators! {
        IntegrationResponse Bucket Index Theme ComputationModel RuleGroup MailManagerRelay VerifiedPolicy
        DataProvider BatchScramSecret IdentityPoolRoleAttachment FindingsFilter IamPolicy ResourcePolicy
        SecurityControl UserPoolDomain NetworkAclEntry Subnet LambdaAlias DynamoTable RealtimeLogConfig Alarm
        DataTableAttribute DBCluster LinkRoutingRule ConfigurationSetEventDestination Nodegroup
    };
    let mut validators = validators.into_iter();
    let (_, validate) = validators.find(|(name, _)| *name == type_name)?;
    Some(validate)
}

/// None if a struct cannot hold the document.
fn validated<R: Resource>(document: &Value) -> Option<Typed> {
    let text = document.to_string();
    let filled: R = serde_json::from_str(&text).ok()?;
    Some(Typed {
        validated: problems(filled.validate()),
        read: problems(R::from_json(&text).map(drop)),
    })
}

fn problems(verdict: Result<(), Violations>) -> Problems {
    let Err(violations) = verdict else {
        return Problems::default();
    };
    let found = violations.iter();
    found
        .map(|one| (one.path().to_owned(), one.rule()))
        .collect()
}
