use formwork::Resource;

#[derive(Clone, Debug, PartialEq, Resource)]
#[resource("AWS::S3::Bucket", crate = self::formwork)]
struct Store {
    bucket_name: Option<String>,
}

fn main() {
    let _ = Store::from_json("{}");
}
