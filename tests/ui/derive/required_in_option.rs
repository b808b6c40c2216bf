use formwork::{Resource, Value};

#[derive(Clone, Debug, PartialEq, Resource)]
#[resource("AWS::ApiGatewayV2::IntegrationResponse")]
struct NotFound {
    api_id: Option<Value<String>>,
    integration_id: Value<String>,
    integration_response_key: core::option::Option<String>,
}

fn main() {
    let _ = NotFound::from_json("{}");
}
