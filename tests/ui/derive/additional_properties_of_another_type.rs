use formwork::{Json, Map, Resource, Value};

#[derive(Clone, Debug, PartialEq, Resource)]
#[resource("AWS::CloudFormation::CustomResource")]
struct Custom {
    service_token: Value<String>,
    additional_properties: Option<Map<Value<Json>>>,
}

fn main() {
    let _ = Custom::from_json("{}");
}
