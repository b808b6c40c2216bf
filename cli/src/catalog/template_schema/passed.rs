//! Which properties are handed on to a property of another type as they are.
//!
//! The template schema marks most of them with `__samPassThrough`, whose `schemaPath` names the
//! type and the property. What it leaves unmarked stands here. Source
//! of each row: "CloudFormation compatibility" on the page of the type in the developer guide,
//! <https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-specification-resources-and-properties.html>,
//! as of 2026-05.

use std::collections::BTreeSet;

use formwork_specs::tree::Node;

use super::resources::Found;

/// Where a value goes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Place<'p> {
    /// `AWS::Lambda::Function`.
    pub(super) type_name: &'p str,
    /// The property type that the property belongs to, if it is none of the type itself.
    pub(super) record: Option<&'p str>,
    /// The property.
    pub(super) property: &'p str,
}

impl<'p> Place<'p> {
    /// The property of a type, or of a record of one: `AWS::Lambda::Function.Code`.
    fn of(owner: &'p str, property: &'p str) -> Self {
        let (type_name, record) = match owner.split_once('.') {
            Some((type_name, record)) => (type_name, Some(record)),
            None => (owner, None),
        };
        Self {
            type_name,
            record,
            property,
        }
    }
}

/// The resource that the transform makes under the same name, so that `Ref` and `Fn::GetAtt` give
/// what those of that resource give. A connector becomes policies under other names.
const BECOMES: &[(&str, &str)] = &[
    ("AWS::Serverless::Api", "AWS::ApiGateway::RestApi"),
    ("AWS::Serverless::Application", "AWS::CloudFormation::Stack"),
    (
        "AWS::Serverless::CapacityProvider",
        "AWS::Lambda::CapacityProvider",
    ),
    ("AWS::Serverless::Function", "AWS::Lambda::Function"),
    ("AWS::Serverless::GraphQLApi", "AWS::AppSync::GraphQLApi"),
    ("AWS::Serverless::HttpApi", "AWS::ApiGatewayV2::Api"),
    ("AWS::Serverless::LayerVersion", "AWS::Lambda::LayerVersion"),
    ("AWS::Serverless::SimpleTable", "AWS::DynamoDB::Table"),
    (
        "AWS::Serverless::StateMachine",
        "AWS::StepFunctions::StateMachine",
    ),
    ("AWS::Serverless::WebSocketApi", "AWS::ApiGatewayV2::Api"),
];

/// Type, property, and the type or record and the property that the value becomes.
type Row = (&'static str, &'static str, &'static str, &'static str);

/// Handed on, though the schema does not say so.
#[rustfmt::skip]
const UNMARKED: &[Row] = &[
    ("AWS::Serverless::Function", "InlineCode", "AWS::Lambda::Function.Code", "ZipFile"),
    ("AWS::Serverless::Function", "KmsKeyArn", "AWS::Lambda::Function", "KmsKeyArn"),
    ("AWS::Serverless::Function", "Layers", "AWS::Lambda::Function", "Layers"),
    ("AWS::Serverless::Function", "MemorySize", "AWS::Lambda::Function", "MemorySize"),
    ("AWS::Serverless::Function", "PackageType", "AWS::Lambda::Function", "PackageType"),
    ("AWS::Serverless::Function", "ReservedConcurrentExecutions", "AWS::Lambda::Function", "ReservedConcurrentExecutions"),
    ("AWS::Serverless::Function", "RuntimeManagementConfig", "AWS::Lambda::Function", "RuntimeManagementConfig"),
    ("AWS::Serverless::Function", "SnapStart", "AWS::Lambda::Function", "SnapStart"),
    ("AWS::Serverless::Function", "Timeout", "AWS::Lambda::Function", "Timeout"),
    ("AWS::Serverless::Function", "VersionDescription", "AWS::Lambda::Version", "Description"),
    ("AWS::Serverless::Function", "VpcConfig", "AWS::Lambda::Function", "VpcConfig"),
    ("AWS::Serverless::GraphQLApi", "Name", "AWS::AppSync::GraphQLApi", "Name"),
    ("AWS::Serverless::GraphQLApi", "SchemaInline", "AWS::AppSync::GraphQLSchema", "Definition"),
    ("AWS::Serverless::HttpApi", "AccessLogSettings", "AWS::ApiGatewayV2::Stage", "AccessLogSettings"),
    ("AWS::Serverless::HttpApi", "DefaultRouteSettings", "AWS::ApiGatewayV2::Stage", "DefaultRouteSettings"),
    ("AWS::Serverless::HttpApi", "FailOnWarnings", "AWS::ApiGatewayV2::Api", "FailOnWarnings"),
    ("AWS::Serverless::HttpApi", "StageName", "AWS::ApiGatewayV2::Stage", "StageName"),
    ("AWS::Serverless::StateMachine", "Logging", "AWS::StepFunctions::StateMachine", "LoggingConfiguration"),
    ("AWS::Serverless::StateMachine", "Name", "AWS::StepFunctions::StateMachine", "StateMachineName"),
    ("AWS::Serverless::StateMachine", "PermissionsBoundary", "AWS::IAM::Role", "PermissionsBoundary"),
    ("AWS::Serverless::StateMachine", "RolePath", "AWS::IAM::Role", "Path"),
    ("AWS::Serverless::StateMachine", "Role", "AWS::StepFunctions::StateMachine", "RoleArn"),
    ("AWS::Serverless::StateMachine", "Tracing", "AWS::StepFunctions::StateMachine", "TracingConfiguration"),
    ("AWS::Serverless::StateMachine", "Type", "AWS::StepFunctions::StateMachine", "StateMachineType"),
];

/// Rewritten on the way, so that only what an update does is that of the property it becomes.
#[rustfmt::skip]
const REWRITTEN: &[Row] = &[
    ("AWS::Serverless::Api", "StageName", "AWS::ApiGateway::Stage", "StageName"),
    ("AWS::Serverless::CapacityProvider", "InstanceRequirements", "AWS::Lambda::CapacityProvider", "InstanceRequirements"),
    ("AWS::Serverless::CapacityProvider", "OperatorRole", "AWS::Lambda::CapacityProvider", "PermissionsConfig"),
    ("AWS::Serverless::CapacityProvider", "VpcConfig", "AWS::Lambda::CapacityProvider", "VpcConfig"),
    ("AWS::Serverless::LayerVersion", "ContentUri", "AWS::Lambda::LayerVersion", "Content"),
    ("AWS::Serverless::LayerVersion", "LayerName", "AWS::Lambda::LayerVersion", "LayerName"),
    ("AWS::Serverless::SimpleTable", "PrimaryKey", "AWS::DynamoDB::Table", "KeySchema"),
    ("AWS::Serverless::WebSocketApi", "StageName", "AWS::ApiGatewayV2::Stage", "StageName"),
];

/// What a resource of that type becomes under its own name.
pub(super) fn becomes(type_name: &str) -> Option<&'static str> {
    let row = BECOMES.iter().find(|(name, _)| *name == type_name);
    row.map(|(_, becomes)| *becomes)
}

/// Where the value of a property goes as it is. The owner is the name of a type, or of a definition.
pub(super) fn on<'p>(owner: &str, name: &str, schema: &'p Node<'_>) -> Option<Place<'p>> {
    let Some(mark) = schema.get("__samPassThrough") else {
        return row(UNMARKED, owner, name);
    };
    let path = mark.get("schemaPath")?.elements()?;
    let path: Vec<&str> = path.iter().filter_map(Node::text).collect();
    match path.as_slice() {
        [
            "definitions",
            type_name,
            "properties",
            "Properties",
            "properties",
            property,
        ] => Some(Place {
            type_name,
            record: None,
            property,
        }),
        ["definitions", record, "properties", property] => Some(Place::of(record, property)),
        _ => None,
    }
}

/// Which property of which type decides on what an update does.
pub(super) fn update_of<'p>(
    type_name: &str,
    name: &str,
    schema: &'p Node<'_>,
) -> Option<Place<'p>> {
    row(REWRITTEN, type_name, name).or_else(|| on(type_name, name, schema))
}

fn row(rows: &'static [Row], owner: &str, name: &str) -> Option<Place<'static>> {
    let mut rows = rows.iter();
    let (_, _, owner, property) = rows.find(|row| row.0 == owner && row.1 == name)?;
    Some(Place::of(owner, property))
}

/// Every type that something of these types is handed on to.
pub(super) fn type_names(root: &Node<'_>, types: &[Found<'_, '_>]) -> BTreeSet<String> {
    let is_here = |name: &str| types.iter().any(|found| found.type_name == name);
    let rows = UNMARKED.iter().chain(REWRITTEN);
    let rows = rows
        .filter(|row| is_here(row.0))
        .map(|row| Place::of(row.2, row.3).type_name);
    let becomes = types.iter().filter_map(|found| becomes(found.type_name));
    let mut names: BTreeSet<String> = rows.chain(becomes).map(str::to_owned).collect();
    let definitions = root.get("definitions").and_then(Node::members);
    for definition in definitions.unwrap_or_default() {
        let properties = definition.node.get("properties").and_then(Node::members);
        for property in properties.unwrap_or_default() {
            let place = on(&definition.key, &property.key, &property.node);
            names.extend(place.map(|place| place.type_name.to_owned()));
        }
    }
    names
}
