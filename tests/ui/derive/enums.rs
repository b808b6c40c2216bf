use formwork::Resource;

#[derive(Clone, Debug, PartialEq, Resource)]
#[resource("AWS::S3::Bucket")]
enum Store {
    Plain,
}

fn main() {
    let _ = Store::from_json("{}");
}
