use formwork::Resource;

#[derive(Clone, Debug, PartialEq, Resource)]
#[resource(typ = "AWS::S3::Bucket", colour = blue)]
struct Store {
    #[resource(renamed = "BucketName")]
    name: Option<String>,
}

fn main() {
    let _ = Store::from_json("{}");
}
