use formwork::Resource;

#[derive(Clone, Debug, PartialEq, Resource)]
#[resource("AWS::S3::Bucket", property = "Tag")]
struct Label {
    bucket_name: Option<String>,
}

fn main() {
    let _ = Label::from_json("{}");
}
