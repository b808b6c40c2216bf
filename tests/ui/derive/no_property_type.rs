use formwork::Resource;

#[derive(Clone, Debug, PartialEq)]
struct Label {
    key: String,
}

#[derive(Clone, Debug, PartialEq, Resource)]
#[resource("AWS::S3::Bucket")]
struct Store {
    tags: Option<Vec<Label>>,
}

fn main() {
    let _ = Store::from_json("{}");
}
