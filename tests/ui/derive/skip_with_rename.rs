use formwork::Resource;

#[derive(Clone, Debug, PartialEq, Resource)]
#[resource("AWS::S3::Bucket")]
struct Store {
    #[resource(rename = "BucketName", skip)]
    name: Option<String>,
}

fn main() {
    let _ = Store::from_json("{}");
}
