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
