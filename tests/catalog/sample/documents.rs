//! Small documents: what is right is read and written as it was, and a planted mistake is found.

use formwork::{Json, Resource, Rule};

use super::types;

/// Reads a document, writes it, and compares.
fn round_trip<R: Resource>(document: &str) {
    let read = R::from_json(document).unwrap_or_else(|error| panic!("{}\n{error}", R::TYPE_NAME));
    let written: Json = read.to_json().parse().unwrap();
    assert_eq!(written, document.parse().unwrap(), "{}", R::TYPE_NAME);
    assert_eq!(read.validate(), Ok(()), "{}", R::TYPE_NAME);
}

/// The places and rules of everything that is wrong with a document.
fn mistakes<R: Resource>(document: &str) -> Vec<(String, Rule)> {
    let Err(violations) = R::from_json(document) else {
        return Vec::new();
    };
    let found = violations.iter();
    found
        .map(|one| (one.path().to_owned(), one.rule()))
        .collect()
}

/// A test of one type: a right document, and wrong ones with what is reported.
macro_rules! documents {
    ($(
        $test:ident: $resource:ident, $good:literal,
        [$($bad:literal => $($place:literal $rule:ident)+),*];
    )*) => {
        $(
            #[test]
            fn $test() {
                round_trip::<types::$resource>($good);
                $(
                    let found = mistakes::<types::$resource>($bad);
                    assert_eq!(found, [$(($place.to_owned(), Rule::$rule)),+], "{}", $bad);
                )*
            }
        )*
    };
}

documents! {
    scalars_and_documents: Queue,
        r#"{"QueueName":"q.fifo","FifoQueue":true,"DelaySeconds":5,"RedrivePolicy":
            {"maxReceiveCount":3}}"#,
        [r#"{"FifoQueue":"perhaps"}"# => "/FifoQueue" Type];
    a_definition_named_as_its_resource: MonitoringSubscription,
        r#"{"DistributionId":"d","MonitoringSubscription":{"RealtimeMetricsSubscriptionConfig":
            {"RealtimeMetricsSubscriptionStatus":"Enabled"}}}"#,
        [r#"{"DistributionId":"d","MonitoringSubscription":{"RealtimeMetricsSubscriptionConfig":
            {}}}"#
            => "/MonitoringSubscription/RealtimeMetricsSubscriptionConfig" Required];
    text_named_as_its_resource: Namespace,
        r#"{"Namespace":"n",
            "TableBucketARN":"arn:aws:s3tables:us-east-1:123456789012:bucket/abc"}"#,
        [r#"{"Namespace":"",
            "TableBucketARN":"arn:aws:s3tables:us-east-1:123456789012:bucket/abc"}"#
            => "/Namespace" Length];
    inline_records_in_maps: Index,
        r#"{"CollectionEndpoint":"e","IndexName":"i","Settings":{"Analysis":{"Analyzer":{"a":
            {"Tokenizer":"t"}}}},"Mappings":{"Properties":{"p":{"Type":"text","Properties":{"q":
            {"Type":"text"}}}}}}"#,
        [r#"{"CollectionEndpoint":"e","IndexName":"i","Settings":{"Analysis":{"Analyzer":{"a":
            {"Tokens":"t"}}}}}"#
            => "/Settings/Analysis/Analyzer/a/Tokens" UnknownProperty];
    records_that_hold_each_other: Theme,
        r#"{"Name":"n","Values":[{"Key":"a","Value":{"Children":[{"Key":"b","Value":
            {"Value":"c"}}]}}]}"#,
        [r#"{"Values":[{"Value":{"Children":[{"Key":[]}]}}]}"#
            => "/Values/0/Value/Children/0/Key" Type];
    a_record_in_a_list_of_itself: ComputationModel,
        r#"{"ComputationModelName":"n","ComputationModelConfiguration":{},
            "ComputationModelDataBinding":{"a":{"List":[{"List":[]}]}}}"#,
        [r#"{"ComputationModelName":"n","ComputationModelConfiguration":{},
            "ComputationModelDataBinding":{"a":{"List":[{"Lists":[]}]}}}"#
            => "/ComputationModelDataBinding/a/List/0/Lists" UnknownProperty];
    a_definition_that_is_itself: VerifiedAccessTrustProvider,
        r#"{"TrustProviderType":"user","PolicyReferenceName":"p","SseSpecification":
            {"CustomerManagedKeyEnabled":true}}"#,
        [r#"{"TrustProviderType":"users","PolicyReferenceName":"p"}"# => "/TrustProviderType" Enum];
    a_union_with_an_empty_record: MailManagerRelay,
        r#"{"Authentication":{"NoAuthentication":{}},"ServerName":"s","ServerPort":25}"#,
        [r#"{"Authentication":{"NoAuthentication":{"a":1}},"ServerName":"s","ServerPort":25}"#
            => "/Authentication" OneOf "/Authentication/NoAuthentication/a" UnknownProperty];
    a_union_without_a_base: VerifiedPolicy,
        r#"{"PolicyStoreId":"s","Definition":{"Static":
            {"Statement":"permit(principal, action, resource);"}}}"#,
        [r#"{"PolicyStoreId":"s","Definition":{}}"# => "/Definition" OneOf];
    a_union_of_inline_records: DataProvider,
        r#"{"Engine":"postgres","Virtual":true,"Settings":{"PostgreSqlSettings":
            {"ServerName":"s","Port":5432,"DatabaseName":"d","SslMode":"none"}}}"#,
        [r#"{"Engine":"postgre"}"# => "/Engine" Enum];
    aliases_of_scalars: VolumeAttachment,
        r#"{"VolumeId":"v","InstanceId":{"Ref":"Instance"},"EbsCardIndex":1}"#,
        [r#"{"VolumeId":"v","InstanceId":"i","EbsCardIndex":"one"}"# => "/EbsCardIndex" Type];
    an_alias_of_a_list: BatchScramSecret,
        r#"{"ClusterArn":"c","SecretArnList":["a","b"]}"#,
        [r#"{"ClusterArn":"c","SecretArnList":"a"}"# => "/SecretArnList" Type];
    maps_without_a_type: IdentityPoolRoleAttachment,
        r#"{"IdentityPoolId":"p","Roles":{"authenticated":"arn"},"RoleMappings":{"m":
            {"Type":"Token"}}}"#,
        [r#"{"IdentityPoolId":"p","RoleMappings":{"m":{"Kind":"Token","Type":"Token"}}}"#
            => "/RoleMappings/m/Kind" UnknownProperty];
    a_map_by_patterns: FindingsFilter,
        r#"{"Name":"n","FindingCriteria":{"Criterion":{"severity":{"eq":["High"],"gte":3}}}}"#,
        [r#"{"Name":"n","FindingCriteria":{"Criterion":{"severity":{"EQ":["High"]}}}}"#
            => "/FindingCriteria/Criterion/severity/EQ" UnknownProperty];
    nothing_required: ReceiptRuleSet, "{}", [r#"{"RuleSetNam":"n"}"#
        => "/RuleSetNam" UnknownProperty];
    alternatives_of_the_whole: IamPolicy,
        r#"{"PolicyName":"p","PolicyDocument":{"Statement":[]},"Roles":["r"]}"#,
        [r#"{"PolicyName":"p","PolicyDocument":{"Statement":[]}}"# => "" AnyOf];
    a_document_without_a_type: ManagedPolicy,
        r#"{"PolicyDocument":{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Resource":
            {"Fn::Sub":"${A}"}}]}}"#,
        ["{}" => "" Required];
    alternatives_of_a_property: ResourcePolicy,
        r#"{"ResourceArn":"arn:aws:kinesis:us-east-1:123456789012:stream/s","ResourcePolicy":{}}"#,
        [r#"{"ResourceArn":"s","ResourcePolicy":{}}"# => "/ResourceArn" Pattern];
    exactly_one_of_many: SecurityControl,
        r#"{"SecurityControlId":"c","Parameters":{"p":{"ValueType":"CUSTOM","Value":
            {"Enum":"a"}}}}"#,
        [r#"{"SecurityControlId":"c","Parameters":{"p":{"ValueType":"CUSTOM","Value":
            {"Enum":"a","Integer":1}}}}"#
            => "/Parameters/p/Value" OneOf];
    questions_and_their_contrary: UserPoolDomain,
        r#"{"UserPoolId":"us_1","Domain":"auth.example.com","CustomDomainConfig":{}}"#,
        [r#"{"UserPoolId":"us_1","Domain":"auth.example.com"}"# => "/Domain" Pattern];
    one_of_two_and_values_in_any_case: NetworkAclEntry,
        r#"{"NetworkAclId":"n","RuleAction":"ALLOW","RuleNumber":1,"Protocol":6,
            "CidrBlock":"10.0.0.0/8"}"#,
        [r#"{"NetworkAclId":"n","RuleAction":"allow","RuleNumber":1,"Protocol":6}"# => "" OneOf,
         r#"{"NetworkAclId":"n","RuleAction":"refuse","RuleNumber":1,"Protocol":6,
             "CidrBlock":"10.0.0.0/8"}"#
            => "/RuleAction" Enum];
    properties_that_exclude_each_other: Subnet,
        r#"{"VpcId":"vpc-0a1b2c3d","CidrBlock":"10.0.0.0/24","AvailabilityZone":"a"}"#,
        [r#"{"VpcId":"vpc-0a1b2c3d","CidrBlock":"10.0.0.0/24","AvailabilityZone":"a",
            "AvailabilityZoneId":"i"}"#
            => "/AvailabilityZone" Exclusion "/AvailabilityZoneId" Exclusion];
    excluded_records: LambdaAlias,
        r#"{"FunctionName":"f","FunctionVersion":"1","Name":"live","RoutingConfig":{}}"#,
        [r#"{"FunctionName":"f","FunctionVersion":"one","Name":"live"}"#
            => "/FunctionVersion" Pattern];
    elements_in_their_places: DynamoTable,
        r#"{"KeySchema":[{"AttributeName":"a","KeyType":"HASH"},{"AttributeName":"b",
            "KeyType":"RANGE"}],"AttributeDefinitions":[{"AttributeName":"a",
            "AttributeType":"S"},{"AttributeName":"b","AttributeType":"N"}]}"#,
        [r#"{"KeySchema":[{"AttributeName":"a","KeyType":"HASH"}],"AttributeDefinitions":
            [{"AttributeName":"a","AttributeType":"S"},{"AttributeName":"a",
            "AttributeType":"N"}]}"#
            => "/AttributeDefinitions" UniqueItems];
    multiples: RealtimeLogConfig,
        r#"{"Name":"n","Fields":["f"],"SamplingRate":50,"EndPoints":[{"StreamType":"Kinesis",
            "KinesisStreamConfig":{"RoleArn":{"Ref":"R"},"StreamArn":"s"}}]}"#,
        [r#"{"Name":"n","Fields":["f"],"SamplingRate":50.5,"EndPoints":[{"StreamType":"Kinesis",
            "KinesisStreamConfig":{"RoleArn":{"Ref":"R"},"StreamArn":"s"}}]}"#
            => "/SamplingRate" MultipleOf];
    limits_that_are_excluded: DataTableAttribute,
        r#"{"InstanceArn":"arn:aws:connect:us-east-1:123456789012:instance/a",
            "DataTableArn":"d","Name":"n","ValueType":"TEXT","Validation":{"MaxLength":999,
            "Enum":{"Strict":true}}}"#,
        [r#"{"InstanceArn":"arn:aws:connect:us-east-1:123456789012:instance/a",
            "DataTableArn":"d","Name":"n","ValueType":"TEXT","Validation":{"MaxLength":1000}}"#
            => "/Validation/MaxLength" Range];
}
