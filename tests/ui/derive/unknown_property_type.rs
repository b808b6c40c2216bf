use formwork::PropertyType;

#[derive(Clone, Debug, PartialEq, PropertyType)]
#[resource("AWS::S3::Bucket", property = "CorsRules")]
struct Cors {
    allowed_methods: Vec<String>,
}

#[derive(Clone, Debug, PartialEq, PropertyType)]
#[resource("AWS::S3::Bucket", property = "Sprocket")]
struct Sprocket {
    teeth: i64,
}

fn main() {
    let _: Option<Cors> = None;
    let _: Option<Sprocket> = None;
}
