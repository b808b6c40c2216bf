use formwork::Resource;

#[derive(Resource)]
#[resource("AWS::S3::Bucket")]
union Store {
    bucket_name: u8,
}

fn main() {}
