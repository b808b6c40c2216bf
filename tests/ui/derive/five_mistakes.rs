use formwork::{Resource, Value};

#[derive(Clone, Debug, PartialEq, Resource)]
#[resource("AWS::ApiGatewayV2::IntegrationResponse")]
struct NotFound {
    api_id: Value<i64>,
    integration_idd: Value<String>,
    integration_response_key: Option<String>,
    template_selection_expression: Value<String>,
    #[resource(skipped)]
    note: u32,
}

fn main() {
    let _ = NotFound::from_json("{}");
}
