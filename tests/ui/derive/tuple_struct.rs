use formwork::{PropertyType, Value};

#[derive(Clone, Debug, PartialEq, PropertyType)]
#[resource("AWS::S3::Bucket", property = "Tag")]
struct Label(String, Value<String>);

fn main() {
    let _: Option<Label> = None;
}
