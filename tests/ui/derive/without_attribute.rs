use formwork::{PropertyType, Resource};

#[derive(Clone, Debug, PartialEq, Resource)]
struct Store {
    bucket_name: Option<String>,
}

#[derive(Clone, Debug, PartialEq, PropertyType)]
#[resource("AWS::S3::Bucket")]
struct Label {
    key: String,
    value: String,
}

#[derive(Clone, Debug, PartialEq, PropertyType)]
#[resource(property = "Tag")]
struct Other {
    key: String,
    value: String,
}

fn main() {
    let _ = Store::from_json("{}");
    let _: Option<Label> = None;
    let _: Option<Other> = None;
}
