use formwork::Resource;

#[derive(Clone, Debug, PartialEq, Resource)]
#[resource("AWS::S3::Bucket")]
struct Store<'a> {
    bucket_name: Option<&'a str>,
}

fn main() {
    let _ = Store::from_json("{}");
}
