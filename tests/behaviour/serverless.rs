//! The types of the Serverless Application Model: what people write is read, typed and judged, and
//! what is handed on to another resource has that resource's facts.

use formwork::{Resource, UpdateBehavior, Value, Violations};

formwork::resource! { types = ["AWS::Serverless::*"] }

/// The function that the guides start with, with most of what functions have.
const FUNCTION: &str = r"
CodeUri: src/
Handler: app.handler
Runtime: python3.13
MemorySize: 512
Timeout: !Ref Timeout
Architectures: [arm64]
Tracing: Active
Environment:
  Variables:
    TABLE: !Ref Table
    LEVEL: !If [IsProd, WARN, DEBUG]
Layers:
  - !Ref Layer
Policies:
  - DynamoDBCrudPolicy:
      TableName: !Ref Table
  - AWSLambdaBasicExecutionRole
  - Version: '2012-10-17'
    Statement: [{ Effect: Allow, Action: s3:GetObject, Resource: '*' }]
DeadLetterQueue:
  Type: SQS
  TargetArn: !GetAtt Queue.Arn
DeploymentPreference:
  Type: Canary10Percent5Minutes
  Alarms:
    - !Ref Errors
    - an-alarm-by-name
Events:
  Get:
    Type: Api
    Properties: { Path: /items, Method: get, RestApiId: !Ref Api }
  Nightly:
    Type: Schedule
    Properties: { Schedule: rate(1 day), Enabled: true }
  Queue:
    Type: SQS
    Properties: { Queue: !GetAtt Queue.Arn, BatchSize: 10, ScalingConfig: { MaximumConcurrency: 5 } }
  Changes:
    Type: EventBridgeRule
    Properties: { State: ENABLED, Pattern: { source: [aws.s3] }, DeadLetterConfig: { Type: SQS } }
VpcConfig:
  SubnetIds: !Ref Subnets
  SecurityGroupIds: [!Ref Group]
Tags:
  Project: garden
";

#[track_caller]
fn codes<T>(read: Result<T, Violations>) -> Vec<String> {
    let Err(found) = read else { return Vec::new() };
    let found = found.iter();
    found
        .map(|found| format!("{} {}", found.rule().code(), found.path()))
        .collect()
}

#[test]
fn a_function_as_people_write_it() -> Result<(), Violations> {
    let function = Function::from_yaml(FUNCTION)?;
    assert_eq!(function.memory_size, Some(Value::from(512)));
    assert_eq!(
        function.runtime,
        Some(function::Runtime::from("python3.13").into())
    );
    assert_eq!(function.timeout, Some(Value::reference("Timeout")));
    assert_eq!(Function::from_yaml(&function.to_yaml())?, function);
    Ok(())
}

#[test]
fn code_is_a_folder_an_object_in_a_bucket_or_a_text() -> Result<(), Violations> {
    for code in [
        r#""CodeUri": "./src""#,
        r#""CodeUri": {"Bucket": "b", "Key": "k", "Version": {"Ref": "V"}}"#,
        r#""CodeUri": {"Fn::Sub": "s3://${Bucket}/key"}"#,
        r#""InlineCode": "exports.handler = async () => {}""#,
        r#""InlineCode": {"Fn::Sub": "${Text}"}"#,
        r#""PackageType": "Image", "ImageUri": {"Fn::Sub": "${Repository}:1"}"#,
    ] {
        let text = format!(r#"{{{code}, "Handler": "a.b"}}"#);
        let function = Function::from_json(&text)?;
        assert_eq!(
            function.to_value(),
            serde_json::from_str::<serde_json::Value>(&text).unwrap()
        );
    }
    for (code, said) in [
        (r#""CodeUri": {"Bucket": "b"}"#, "E3017 /CodeUri"),
        (r#""CodeUri": ["b"]"#, "E3017 /CodeUri"),
        (r#""InlineCode": ["b"]"#, "E3012 /InlineCode"),
    ] {
        let said_of = codes(Function::from_json(&format!("{{{code}}}")));
        assert_eq!(said_of.first().map(String::as_str), Some(said), "{code}");
    }
    Ok(())
}

#[test]
fn what_is_handed_on_is_judged_as_where_it_goes() {
    for (properties, said) in [
        (r#"{"MemorySize": 64}"#, "E3034 /MemorySize"),
        (r#"{"Runtime": "python2"}"#, "E3030 /Runtime"),
        (r#"{"Architectures": ["arm"]}"#, "E3030 /Architectures/0"),
        (
            r#"{"Environment": {"Variable": {}}}"#,
            "E3002 /Environment/Variable",
        ),
        (r#"{"Tracing": "On"}"#, "E3030 /Tracing"),
        (r#"{"Handlr": "a.b"}"#, "E3002 /Handlr"),
        (r#"{"Arn": "arn:aws:lambda"}"#, "E3002 /Arn"),
    ] {
        let found = codes(Function::from_json(properties));
        assert_eq!(found, [said], "{properties}");
    }
}

#[test]
fn every_place_takes_a_function() {
    for name in Function::spec()
        .properties
        .iter()
        .map(|property| property.name)
    {
        let text = format!(
            r#"{{"{name}": {{"Fn::If": ["C", {{"Ref": "A"}}, {{"Ref": "AWS::NoValue"}}]}}}}"#
        );
        assert_eq!(codes(Function::from_json(&text)), [""; 0], "{name}");
    }
}

#[test]
fn the_other_types_as_people_write_them() -> Result<(), Violations> {
    Api::from_yaml(
        r"
StageName: !Ref Stage
EndpointConfiguration: { Type: REGIONAL, VPCEndpointIds: [!Ref Endpoint] }
Cors:
  AllowOrigin: '''*'''
  MaxAge: 600
Auth:
  DefaultAuthorizer: Pool
  Authorizers:
    Pool: { UserPoolArn: [!GetAtt Users.Arn, !GetAtt Others.Arn] }
    Token: { FunctionArn: !GetAtt Check.Arn, FunctionPayloadType: TOKEN }
DefinitionBody:
  Fn::Transform: { Name: AWS::Include, Parameters: { Location: s3://b/k } }
",
    )?;
    Api::from_yaml("{ StageName: v1, Cors: \"'*'\" }")?;
    HttpApi::from_yaml(
        r"
CorsConfiguration: true
Auth: { Authorizers: { Jwt: { IdentitySource: $request.header.Authorization, JwtConfiguration: { issuer: i, audience: [a] } } } }
RouteSettings: { 'GET /': { ThrottlingBurstLimit: 5 } }
",
    )?;
    SimpleTable::from_yaml("{}")?;
    SimpleTable::from_yaml(
        "{ PrimaryKey: { Name: Id, Type: String }, SSESpecification: { SSEEnabled: true } }",
    )?;
    StateMachine::from_yaml(
        "{ DefinitionUri: flow.asl.json, DefinitionSubstitutions: { F: !GetAtt F.Arn }, Type: EXPRESS }",
    )?;
    StateMachine::from_yaml(
        "{ DefinitionUri: { Bucket: layers, Key: k }, Role: !GetAtt Role.Arn }",
    )?;
    Connector::from_yaml(
        "{ Source: { Id: F }, Destination: [{ Id: T }, { Type: AWS::SQS::Queue, Arn: !GetAtt Q.Arn }], Permissions: [Read, Write] }",
    )?;
    LayerVersion::from_yaml(
        "{ ContentUri: layer/, CompatibleRuntimes: [nodejs22.x], RetentionPolicy: Delete }",
    )?;
    LayerVersion::from_yaml("{ ContentUri: { Bucket: layers, Key: k } }")?;
    Application::from_yaml(
        "{ Location: { ApplicationId: !Ref App, SemanticVersion: 1.0.0 }, Parameters: { Name: n } }",
    )?;
    Application::from_yaml("{ Location: ./other.yaml }")?;
    GraphQLApi::from_yaml(
        "{ SchemaUri: schema.graphql, Auth: { Type: API_KEY }, Logging: true, DataSources: { DynamoDb: { Posts: { TableName: !Ref T } } } }",
    )?;
    WebSocketApi::from_yaml(
        "{ Routes: { $connect: { FunctionArn: !GetAtt F.Arn } }, RouteSelectionExpression: $request.body.action }",
    )?;
    CapacityProvider::from_yaml("{ VpcConfig: { SubnetIds: [!Ref S] } }")?;
    Ok(())
}

#[test]
fn what_globals_may_give_need_not_stand_in_the_resource() {
    assert_eq!(codes(WebSocketApi::from_json(r#"{"Routes": {}}"#)), [""; 0]);
    assert_eq!(codes(Api::from_json("{}")), ["E3003 "]);
    assert_eq!(
        codes(Connector::from_json("{}")),
        ["E3003 ", "E3003 ", "E3003 "]
    );
}

#[test]
fn an_update_does_what_it_does_where_the_value_goes() {
    let behaviour = |spec: &formwork::ResourceSpec, name: &str| {
        let mut properties = spec.properties.iter();
        let property = properties.find(|property| property.name == name);
        property.map(|property| property.update)
    };
    let function = Function::spec();
    let immutable = Some(UpdateBehavior::Immutable);
    assert_eq!(behaviour(function, "FunctionName"), immutable);
    assert_eq!(behaviour(function, "PackageType"), immutable);
    assert_eq!(
        behaviour(function, "MemorySize"),
        Some(UpdateBehavior::Mutable)
    );
    // The path is that of the role that is made for the function.
    assert_eq!(
        behaviour(function, "RolePath"),
        Some(UpdateBehavior::Conditional)
    );
    assert_eq!(behaviour(StateMachine::spec(), "Name"), immutable);
    assert_eq!(behaviour(StateMachine::spec(), "Type"), immutable);
    assert_eq!(behaviour(SimpleTable::spec(), "TableName"), immutable);
    assert_eq!(behaviour(LayerVersion::spec(), "ContentUri"), immutable);
    assert_eq!(
        behaviour(Api::spec(), "StageName"),
        Some(UpdateBehavior::Conditional)
    );
}

#[test]
fn attributes_are_those_of_what_it_becomes() {
    let names = |spec: &formwork::ResourceSpec| {
        let attributes = spec.attributes.iter();
        attributes
            .map(|attribute| attribute.name)
            .collect::<Vec<_>>()
    };
    assert!(names(Function::spec()).contains(&"Arn"));
    assert!(names(Api::spec()).contains(&"RootResourceId"));
    assert!(names(SimpleTable::spec()).contains(&"StreamArn"));
    // A property and an attribute at once.
    assert!(names(StateMachine::spec()).contains(&"Name"));
    assert_eq!(names(Connector::spec()), [""; 0]);
    assert_eq!(Function::spec().primary_identifier, ["FunctionName"]);
}
