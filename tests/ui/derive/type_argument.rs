use formwork::Resource;

#[derive(Clone, Debug, PartialEq, Resource)]
#[resource("AWS::S3::Bucket")]
struct Store<T> {
    bucket_name: Option<T>,
}

fn main() {
    let _ = Store::<i64>::from_json("{}");
}
