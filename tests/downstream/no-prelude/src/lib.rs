//! Nothing of the prelude is in scope.

#![no_implicit_prelude]

pub mod flagship {
    ::formwork::resource!("AWS::ApiGatewayV2::IntegrationResponse");
}

pub mod bucket {
    ::formwork::resource!("AWS::S3::Bucket");
}

#[derive(
    ::core::clone::Clone, ::core::fmt::Debug, ::core::cmp::PartialEq, ::formwork::Resource,
)]
#[resource("AWS::SQS::Queue")]
pub struct Jobs {
    pub queue_name: ::core::option::Option<::std::string::String>,
}

#[derive(
    ::core::clone::Clone, ::core::fmt::Debug, ::core::cmp::PartialEq, ::formwork::Resource,
)]
#[resource("AWS::S3::Bucket")]
pub struct Store<Name, const SIZE: usize>
where
    Name: ::core::clone::Clone,
{
    pub bucket_name: ::core::option::Option<Name>,
    pub tags: ::core::option::Option<::std::vec::Vec<Label>>,
    #[resource(skip)]
    pub padding: ::core::marker::PhantomData<[(); SIZE]>,
}

#[derive(
    ::core::clone::Clone, ::core::fmt::Debug, ::core::cmp::PartialEq, ::formwork::PropertyType,
)]
#[resource("AWS::S3::Bucket", property = "Tag")]
pub struct Label {
    pub key: ::std::string::String,
    pub value: ::formwork::Value<::std::string::String>,
}

pub fn in_a_body() {
    #[derive(
        ::core::clone::Clone, ::core::fmt::Debug, ::core::cmp::PartialEq, ::formwork::PropertyType,
    )]
    #[resource("AWS::S3::Bucket", property = "Tag")]
    struct Local {
        key: ::std::string::String,
        value: ::formwork::Json,
    }

    let _ = |local: Local| (local.key, local.value);
}
