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
pub struct Serialize;
pub struct Deserialize;
pub struct PropertyType;
pub struct Record;
pub mod core {}
pub mod std {}
pub mod formwork {}

::formwork::resource!("AWS::ApiGatewayV2::IntegrationResponse");
::formwork::resource!("AWS::ApiGatewayV2::IntegrationResponse" as Answer);
::formwork::resource!("AWS::S3::Bucket");

macro_rules! queue {
    ($type_name:literal) => {
        ::formwork::resource!($type_name);
    };
}

queue!("AWS::SQS::Queue");

pub fn in_a_body() -> ::std::string::String {
    ::formwork::resource!("AWS::SNS::Topic" as Local);

    let topic = Local::builder().topic_name("news").build();
    ::formwork::Resource::to_json(&topic)
}

/// Names of fields and parameters that are also names in what stands behind the derive.
#[derive(Clone, Debug, PartialEq, ::formwork::Resource)]
#[resource("Acme::Odd::Thing", spec = "specs/thing.json")]
pub struct Thing<S, D, T, R, const N: ::core::primitive::usize = 0>
where
    D: Copy,
{
    pub index: S,
    pub record: ::std::option::Option<D>,
    pub slot: ::std::option::Option<::formwork::Value<T>>,
    pub serializer: ::std::option::Option<::std::vec::Vec<R>>,
    pub r#self_: ::std::option::Option<bool>,
    pub r#type: ::std::option::Option<::std::boxed::Box<Part<T>>>,
    #[resource(skip)]
    pub empty: ::std::marker::PhantomData<[u8; N]>,
}

#[derive(Clone, Debug, PartialEq, ::formwork::PropertyType)]
#[resource("Acme::Odd::Thing", spec = "specs/thing.json", property = "Part")]
pub struct Part<S = ::std::string::String> {
    pub node: ::std::option::Option<S>,
    pub vacant: ::std::option::Option<::std::collections::BTreeMap<::std::string::String, S>>,
}

macro_rules! structs {
    ($($name:ident, $type_name:literal, $property:literal: $($field:ident: $ty:ty,)*;)*) => { $(
        #[derive(Clone, Debug, PartialEq, ::formwork::PropertyType)]
        #[resource($type_name, property = $property)]
        pub struct $name {
            $(pub $field: $ty,)*
        }
    )* };
}

structs! {
    Label, "AWS::S3::Bucket", "Tag": key: ::std::string::String, value: ::std::string::String,;
    Versioning, "AWS::S3::Bucket", "VersioningConfiguration":
        status: ::std::string::String,;
    Redirect, "AWS::S3::Bucket", "RedirectAllRequestsTo":
        host_name: ::std::string::String, protocol: ::std::option::Option<bucket::RedirectAllRequestsToProtocol>,;
}

macro_rules! whole {
    ($(#[$attribute:meta])* $visibility:vis struct $name:ident { $($rest:tt)* }) => {
        #[derive(Clone, Debug, PartialEq, ::formwork::Resource)]
        $(#[$attribute])*
        $visibility struct $name { $($rest)* }
    };
}

whole! {
    #[resource("AWS::S3::Bucket")]
    pub struct Store {
        #[resource(rename = "BucketName")]
        name: ::std::option::Option<::std::string::String>,
        tags: ::std::option::Option<::std::vec::Vec<Label>>,
    }
}

/// A struct that only a function knows, made by a macro, with a parameter of its own.
pub fn derived_in_a_body(text: &str) -> bool {
    macro_rules! local {
        ($name:ident<$parameter:ident>) => {
            #[derive(Clone, Debug, PartialEq, ::formwork::Resource)]
            #[resource("AWS::SQS::Queue")]
            struct $name<$parameter> {
                queue_name: ::std::option::Option<$parameter>,
            }
        };
    }

    local!(Jobs<Option>);

    let jobs = <Jobs<::std::string::String> as ::formwork::Resource>::from_json(text);
    jobs.is_ok_and(|jobs| jobs.queue_name.is_some())
}

#[test]
fn derives_work() {
    assert!(derived_in_a_body(r#"{ "QueueName": "jobs" }"#));
    let text = r#"{ "Index": "i", "Record": 5, "Self": true, "Type": { "Node": "n" } }"#;
    type Own = Thing<::std::string::String, i16, ::std::string::String, f64, 3>;
    let thing = <Own as ::formwork::Resource>::from_json(text).unwrap();
    assert_eq!(thing.record, ::std::option::Option::Some(5));
}

#[test]
fn local_types_work() {
    assert!(in_a_body().contains("news"));
}
