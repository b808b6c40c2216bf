use formwork::Value;

#[derive(Clone, Debug, PartialEq, formwork::Resource)]
#[resource("AWS::SQS::Queue")]
struct Jobs {
    delay_seconds: Option<Value<i32>>,
}

fn main() {
    let wide: u64 = 900;
    let _ = Jobs { delay_seconds: Some(wide.into()) };
}
