use formwork::{Resource, Value};

#[derive(Clone, Debug, PartialEq, Resource)]
#[resource("AWS::ApiGatewayV2::IntegrationResponse")]
struct NotFound {
    api_id: Value<String>,
}

fn main() {
    let _ = NotFound::from_json("{}");
}
