use formwork::Resource;

macro_rules! store {
    ($type_name:literal, $name:ident { $($field:ident: $ty:ty),* }) => {
        #[derive(Clone, Debug, PartialEq, Resource)]
        #[resource($type_name)]
        struct $name {
            $($field: $ty),*
        }
    };
}

store!("AWS::S3::Bucket", Store { bucket_name: String, tags: Option<Vec<u8>>, bucket_nmae: Option<String> });
store!("AWS::S3::Buckett", Other { bucket_name: Option<String> });

fn main() {
    let _ = Store::from_json("{}");
    let _ = Other::from_json("{}");
}
