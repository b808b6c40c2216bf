use formwork::{PropertyType, Value};

#[derive(Clone, Debug, PartialEq, PropertyType)]
#[resource("AWS::S3::Bucket", property = "CorsRule")]
struct Cors {
    allowed_methods: Vec<String>,
    allowed_origins: Vec<Value<String>>,
    max_age: Option<u64>,
}

fn main() {
    let _: Option<Cors> = None;
}
