use formwork::{Resource, Value};

#[derive(Clone, Debug, PartialEq, Resource)]
#[resource("AWS::ApiGatewayV2::IntegrationResponse")]
struct NotFound {
    api_id: Value<String>,
    integration_id: Value<String>,
}

fn is_resource<R: Resource>() {}

fn main() {
    is_resource::<NotFound>();
    let response = NotFound::from_json("{}").unwrap();
    println!("{}", response.to_json());
    response.validate().unwrap();
    assert_eq!(NotFound::TYPE_NAME, NotFound::spec().type_name);
}
