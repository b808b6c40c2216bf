use formwork::{Resource, Value};

#[derive(Clone, Debug, PartialEq, Resource)]
#[resource("AWS::ApiGatewayV2::IntegrationResponse")]
struct NotFound {
    api_id: Value<String>,
    integration_id: Value<String>,
    integration_response_key: Value<String>,
    template_selection_expresion: Option<String>,
    retries: Option<i64>,
}

fn main() {
    let _ = NotFound::from_json("{}");
}
