use formwork::Resource;

#[derive(Clone, Resource)]
#[resource("AWS::S3::Bucket")]
struct Store {
    bucket_name: Option<String>,
}

fn main() {}
