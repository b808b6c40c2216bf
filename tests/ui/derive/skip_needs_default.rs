use formwork::Resource;

#[derive(Clone, Debug, PartialEq)]
struct Region(&'static str);

#[derive(Clone, Debug, PartialEq, Resource)]
#[resource("AWS::S3::Bucket")]
struct Store {
    bucket_name: Option<String>,
    #[resource(skip)]
    region: Region,
}

fn main() {
    let _ = Store::from_json("{}");
}
