use formwork::{Resource, Value};

#[derive(Clone, Debug, PartialEq, Resource)]
#[resource("AWS::ApiGatewayV2::IntegrationRespons")]
struct NotFound {
    api_id: Value<String>,
}

#[derive(Clone, Debug, PartialEq, Resource)]
#[resource("Acme::Shop::Widget")]
struct Widget {
    name: String,
}

fn main() {
    let _ = NotFound::from_json("{}");
    let _ = Widget::from_json("{}");
}
