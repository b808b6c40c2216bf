//! The dependency has another name, and is reached through a module of the crate's own.

pub mod framework {
    pub use cfn as formwork;
}

pub mod flagship {
    cfn::resource!(crate = cfn, "AWS::ApiGatewayV2::IntegrationResponse");
}

pub mod queue {
    cfn::resource! { crate = crate::framework::formwork, "AWS::SQS::Queue" }
}

#[derive(Clone, Debug, PartialEq, cfn::Resource)]
#[resource("AWS::SQS::Queue", crate = cfn)]
pub struct Jobs {
    queue_name: Option<String>,
    tags: Option<Vec<Label>>,
}

#[derive(Clone, Debug, PartialEq, cfn::PropertyType)]
#[resource("AWS::SQS::Queue", property = "Tag", crate = crate::framework::formwork)]
pub struct Label {
    key: String,
    value: cfn::Value<String>,
}

#[test]
fn generated_code_finds_the_runtime() {
    use cfn::Resource;

    let label = queue::queue::Tag::builder().key("a").value("b").build();
    let queue = queue::Queue::builder().queue_name("jobs").tags([label]).build();
    let jobs = Jobs::from_value(&queue.to_value()).unwrap();
    assert_eq!(jobs.queue_name.as_deref(), Some("jobs"));
    assert_eq!(jobs.tags.unwrap()[0].key, "a");
}
