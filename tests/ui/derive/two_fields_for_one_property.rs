use formwork::Resource;

#[derive(Clone, Debug, PartialEq, Resource)]
#[resource("AWS::S3::Bucket")]
struct Store {
    bucket_name: Option<String>,
    #[resource(rename = "BucketName")]
    name: Option<String>,
}

fn main() {
    let _ = Store::from_json("{}");
}
