use formwork::Resource;

#[derive(Clone, Debug, PartialEq, Resource)]
#[resource("AWS::S3::Bucket", spec)]
struct Store {
    bucket_name: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Resource)]
#[resource("AWS::S3::Bucket" patch = "fixes.json")]
struct Other {
    bucket_name: Option<String>,
}

fn main() {
    println!("{:?}", Store { bucket_name: None });
    println!("{}", Other::TYPE_NAME);
}
