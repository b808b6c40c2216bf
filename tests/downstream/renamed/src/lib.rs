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
}

#[test]
fn generated_code_finds_the_runtime() {
    use cfn::Resource;

    let queue = queue::Queue::builder().queue_name("jobs").build();
    assert_eq!(Jobs::from_value(&queue.to_value()).unwrap().queue_name.as_deref(), Some("jobs"));
}
