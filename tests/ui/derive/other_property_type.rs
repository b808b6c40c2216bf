use formwork::{PropertyType, Resource, Value};

formwork::resource!("AWS::S3::Bucket");

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
    cors_configuration: Option<bucket::VersioningConfiguration>,
    versioning_configuration: Option<bucket::VersioningConfiguration>,
}

fn main() {
    let _: Option<Cors> = None;
    let _ = Store::from_json("{}");
}
