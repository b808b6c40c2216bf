use formwork::{Resource, Value};

type Name = Value<String>;
type Maybe<T> = Option<T>;

#[derive(Clone, Debug, PartialEq, Resource)]
#[resource("AWS::ApiGatewayV2::IntegrationResponse")]
struct NotFound {
    api_id: Name,
    integration_id: Maybe<Name>,
    integration_response_key: Value<String>,
    template_selection_expression: Name,
}

fn main() {
    let _ = NotFound::from_json("{}");
}
