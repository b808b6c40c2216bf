//! Names of the user's own that generated code must not mistake for others.

#![allow(dead_code, reason = "the types are only there to be in the way")]

pub struct Option;
pub struct Result;
pub struct String;
pub struct Vec;
pub struct Value;
pub struct Box;
pub struct Resource;
pub struct Map;
pub struct Some;
pub struct None;
pub struct Default;
pub struct Clone;
pub mod core {}
pub mod std {}

formwork::resource!("AWS::ApiGatewayV2::IntegrationResponse");
formwork::resource!("AWS::ApiGatewayV2::IntegrationResponse" as Answer);
formwork::resource!("AWS::S3::Bucket");

macro_rules! queue {
    ($type_name:literal) => {
        formwork::resource!($type_name);
    };
}

queue!("AWS::SQS::Queue");

pub fn in_a_body() -> ::std::string::String {
    formwork::resource!("AWS::SNS::Topic" as Local);

    let topic = Local::builder().topic_name("news").build();
    formwork::Resource::to_json(&topic)
}

#[test]
fn local_types_work() {
    assert!(in_a_body().contains("news"));
}
