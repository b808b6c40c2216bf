//! A fixed sample of published types, really compiled, with one or two questions to each.
//!
//! Every shape that published schemas have is in it; the list says what each type is there for.

mod documents;
mod names;
mod records;
mod sets;
mod updates;
mod verdicts;

/// The types.
mod types {
    formwork::resource! {
        types = [
            // Records.
            "AWS::SQS::Queue",                             // scalars, documents, many attributes
            "AWS::CloudFront::MonitoringSubscription",     // a definition named as its resource
            "AWS::S3Tables::Namespace",                    // the same, and it is text
            "AWS::OpenSearchServerless::Index",            // inline records, also in maps; recursion
            "AWS::AmplifyUIBuilder::Theme",                // two records that hold each other in lists
            "AWS::IoTSiteWise::ComputationModel",          // a record in a list of itself
            "AWS::WAFv2::RuleGroup",                       // a record that holds itself: boxes
            "AWS::EC2::VerifiedAccessTrustProvider",       // a definition that is itself
            "AWS::SES::MailManagerRelay",                  // a union by `oneOf`; an empty record
            "AWS::VerifiedPermissions::Policy" as VerifiedPolicy, // a union without a base
            "AWS::DMS::DataProvider",                      // a union of inline records
            "AWS::EC2::VolumeAttachment",                  // aliases of scalars
            "AWS::MSK::BatchScramSecret",                  // an alias of a list
            "AWS::Cognito::IdentityPoolRoleAttachment",    // maps without `type`, also of records
            "AWS::Macie::FindingsFilter",                  // a map by `patternProperties`; short names
            "AWS::SES::ReceiptRuleSet",                    // nothing required
            "AWS::CloudFormation::CustomResource",         // more properties than it names
            "AWS::CloudFormation::WaitConditionHandle",    // no property at all
            // Demands.
            "AWS::IAM::Policy" as IamPolicy,               // `anyOf` of lists of `required`
            "AWS::IAM::ManagedPolicy",                     // a document without `type`
            "AWS::Kinesis::ResourcePolicy",                // `anyOf` in a property
            "AWS::SecurityHub::SecurityControl",           // `oneOf` of lists of `required`
            "AWS::Cognito::UserPoolDomain",                // `allOf`, `if`, `not`
            "AWS::EC2::NetworkAclEntry",                   // `requiredXor`; values in any case
            "AWS::EC2::Subnet",                            // `dependentExcluded`, `requiredOr`
            "AWS::Lambda::Alias" as LambdaAlias,           // `dependentExcluded`
            "AWS::DynamoDB::Table" as DynamoTable,         // `prefixItems`, `uniqueKeys`, `const`
            "AWS::CloudFront::RealtimeLogConfig",          // `multipleOf`
            "AWS::Connect::DataTableAttribute",            // `exclusiveMaximum`
            // Sets of values.
            "AWS::B2BI::Capability",                       // more than 300 values
            "AWS::Logs::LogGroup",                         // a set of numbers
            "AWS::EC2::DHCPOptions",                       // another one
            "AWS::IVS::Channel",                           // an empty value
            "AWS::Lambda::Url" as LambdaUrl,               // `*`, in the elements of a list
            "AWS::RoboMaker::SimulationApplication",       // digits
            "AWS::SES::ConfigurationSetEventDestination",  // values that differ in case
            "AWS::EKS::Nodegroup",                         // `ON_DEMAND` beside `OnDemand`
            // Names.
            "AWS::WAF::IPSet" as WafIpSet,                 // `Type`
            "AWS::AppMesh::GatewayRoute",                  // `Match`
            "AWS::CloudFront::ResponseHeadersPolicy",      // `Override`, which is only reserved
            "AWS::VpcLattice::ServiceNetwork",             // a name in lower case
            // Updates.
            "AWS::CodeBuild::SourceCredential",            // secrets that are only written
            "AWS::EC2::SubnetRouteTableAssociation",       // no update; deleted first when replaced
            "AWS::SES::DedicatedIpPool",                   // an update that depends
            "AWS::S3Files::FileSystem",                    // an attribute that is listed twice
        ],
    }
}
