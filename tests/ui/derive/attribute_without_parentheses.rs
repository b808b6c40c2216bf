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

fn main() {}
