use formwork::{Json, Map, Resource, Value};

#[derive(Clone, Debug, PartialEq, Resource)]
#[resource("AWS::SQS::Queue")]
struct Closed {
    #[resource(additional)]
    rest: Map<Value<Json>>,
}

#[derive(Clone, Debug, PartialEq, Resource)]
#[resource("AWS::CloudFormation::CustomResource")]
struct Twice {
    service_token: Value<String>,
    additional_properties: Map<Value<Json>>,
    #[resource(additional)]
    rest: Map<Value<Json>>,
}

fn main() {
    let _ = Closed::from_json("{}");
    let _ = Twice::from_json("{}");
}
