use formwork::{PropertyType, Resource, Value};

#[derive(Clone, Debug, PartialEq, PropertyType)]
#[resource("AWS::S3::Bucket", property = "CorsRule")]
struct Cors {
    allowed_methods: Vec<String>,
    allowed_origins: Vec<String>,
}

#[derive(Clone, Debug, PartialEq, Resource)]
#[resource("AWS::S3::Bucket")]
struct Store {
    tags: Option<Value<Vec<Value<Cors>>>>,
}

fn main() {}
