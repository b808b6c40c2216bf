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

/// A type whose names begin with digits.
pub mod odd {
    formwork::resource!(spec = "specs/odd.json");
}

/// What begins with a digit is set and read like anything else.
#[must_use]
pub fn third_dimension() -> Option<String> {
    use odd::digits;

    let way = digits::_2Way::builder()
        ._1st("a")
        ._2nd(digits::_2Way_2nd::_3rd)
        .build();
    let odd = odd::Digits::builder()
        ._3d("deep")
        ._6kind(digits::_6Kind::_1_0)
        ._5ways([way])
        .build();
    odd._3d.as_literal().cloned()
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

/// A store of this program, whose name may be of any type that can hold it.
#[derive(Clone, Debug, PartialEq, Eq, formwork::Resource)]
#[resource("AWS::S3::Bucket")]
pub struct Store<Name = String> {
    /// The name.
    pub bucket_name: Option<Name>,
    /// The labels.
    pub tags: Option<Vec<Label>>,
    /// No property.
    #[resource(skip)]
    pub note: String,
}

/// A label of a store.
#[derive(Clone, Debug, PartialEq, Eq, formwork::PropertyType)]
#[resource("AWS::S3::Bucket", property = "Tag")]
pub struct Label {
    /// The key.
    pub key: String,
    /// The value.
    pub value: String,
}

/// A struct that is known to a function alone.
///
/// # Errors
///
/// If the text is no queue with a name.
pub fn name_of(text: &str) -> Result<String, formwork::Violations> {
    /// Only what is read.
    #[derive(Clone, Debug, PartialEq, Eq, formwork::Resource)]
    #[resource("AWS::SQS::Queue")]
    struct Named {
        queue_name: Option<String>,
    }

    let named: Named = formwork::Resource::from_json(text)?;
    Ok(named.queue_name.unwrap_or_default())
}
