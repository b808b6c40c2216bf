use formwork::Resource;

#[derive(Clone, Debug, PartialEq, Resource)]
#[resource = "AWS::S3::Bucket"]
struct Store {
    bucket_name: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Resource)]
#[resource]
struct Other {
    bucket_name: Option<String>,
}

fn main() {
    let _ = Store::from_json("{}");
    let _ = Other::from_json("{}");
}
