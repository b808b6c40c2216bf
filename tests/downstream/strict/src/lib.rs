//! Every lint that a strict crate turns on.

#![deny(
    warnings,
    missing_docs,
    missing_debug_implementations,
    unreachable_pub,
    unsafe_code,
    unused,
    unused_qualifications,
    clippy::all,
    clippy::pedantic,
    clippy::nursery
)]

/// The flagship.
pub mod flagship {
    formwork::resource!("AWS::ApiGatewayV2::IntegrationResponse");
}

/// A type with many property types.
pub mod bucket {
    formwork::resource!("AWS::S3::Bucket");
}

/// Several types at once, for this crate alone.
mod internal {
    formwork::resource! {
        types = [pub(crate) "AWS::SQS::Queue", pub(crate) "AWS::SNS::*"],
    }
}

/// The name of a queue, so that what stands in `internal` is used.
#[must_use]
pub fn name() -> String {
    format!("{:?}", internal::Queue::builder().queue_name("jobs").build())
}

/// A queue of this program.
#[derive(Clone, Debug, PartialEq, Eq, formwork::Resource)]
#[resource("AWS::SQS::Queue")]
pub struct Jobs {
    /// The name.
    pub queue_name: Option<String>,
}
