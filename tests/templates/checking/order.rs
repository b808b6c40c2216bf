//! Resources that need another one without naming it.

use formwork::Severity;

use super::{found, nothing, violations};

const NETWORK: &str = "Resources:
  Vpc: {Type: AWS::EC2::VPC, Properties: {CidrBlock: 10.0.0.0/16}}
  Gateway: {Type: AWS::EC2::InternetGateway}
  Attachment:
    Type: AWS::EC2::VPCGatewayAttachment
    Properties: {VpcId: !Ref Vpc, InternetGatewayId: !Ref Gateway}
  Table: {Type: AWS::EC2::RouteTable, Properties: {VpcId: !Ref Vpc}}
  Route:
    Type: AWS::EC2::Route
    Properties: {RouteTableId: !Ref Table, GatewayId: !Ref Gateway, DestinationCidrBlock: 0.0.0.0/0}
";

#[test]
fn a_route_waits_for_the_attachment_of_its_gateway() {
    let all = violations(NETWORK);
    let one = all.iter().next().unwrap();
    assert_eq!(
        (one.path(), one.severity()),
        ("/Resources/Route", Severity::Warning)
    );
    assert_eq!(
        one.message(),
        "`Route` may be created before `Attachment`: a route to a gateway is refused until the gateway is attached"
    );
    assert_eq!(
        one.help().as_deref(),
        Some("set `DependsOn` to `Attachment`")
    );
    let route = "  Route:\n";
    nothing(&NETWORK.replace(route, "  Route:\n    DependsOn: Attachment\n"));
    // Also by way of another resource.
    let by_way = NETWORK.replace("  Table: {", "  Table: {DependsOn: [Attachment], ");
    nothing(&by_way);
    // A gateway that is attached elsewhere, or only now and then.
    nothing(&NETWORK.replace("GatewayId: !Ref Gateway, D", "GatewayId: igw-12345678, D"));
    let sometimes = NETWORK.replace("Attachment:\n", "Attachment:\n    Condition: C\n")
        + "Conditions: {C: !Equals [!Ref AWS::Region, eu-west-1]}\n";
    nothing(&sometimes);
}

#[test]
fn a_deployment_waits_for_a_method_of_its_api() {
    let text = "Resources:
  Api: {Type: AWS::ApiGateway::RestApi, Properties: {Name: a}}
  Method:
    Type: AWS::ApiGateway::Method
    Properties: {RestApiId: !Ref Api, ResourceId: !GetAtt Api.RootResourceId, HttpMethod: GET, AuthorizationType: NONE}
  Deployment: {Type: AWS::ApiGateway::Deployment, Properties: {RestApiId: !Ref Api}}
";
    assert_eq!(found(text), ["E3005 6 /Resources/Deployment"]);
    nothing(&text.replace("Deployment: {", "Deployment: {DependsOn: Method, "));
    // The methods stand in the description of the API.
    nothing(&text.replace("{Name: a}", "{Name: a, Body: {openapi: 3.0.1}}"));
    // A transform may add what is needed.
    nothing(&("Transform: AWS::Serverless-2016-10-31\n".to_owned() + text));
}
