//! What is measured: sets of resource types, and where their schemas are.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result, anyhow};
use clap::ValueEnum;
use formwork_specs::{ResourceType, bundled};

/// The type that everything is measured on first.
pub const FLAGSHIP: &str = "AWS::ApiGatewayV2::IntegrationResponse";
/// A large type that many people use.
pub const BUCKET: &str = "AWS::S3::Bucket";
/// The largest type that is published.
pub const DASHBOARD: &str = "AWS::QuickSight::Dashboard";

/// The types of [`Set::Popular`].
pub const POPULAR: &[&str] = &[
    "AWS::Lambda::Function",
    "AWS::S3::Bucket",
    "AWS::DynamoDB::Table",
    "AWS::IAM::Role",
    "AWS::EC2::Instance",
    "AWS::EC2::VPC",
    "AWS::ECS::Service",
    "AWS::ECS::TaskDefinition",
    "AWS::RDS::DBInstance",
    "AWS::SNS::Topic",
    "AWS::SQS::Queue",
    "AWS::ApiGatewayV2::Api",
    "AWS::ApiGatewayV2::Route",
    "AWS::ApiGatewayV2::Integration",
    "AWS::ApiGatewayV2::IntegrationResponse",
    "AWS::ApiGatewayV2::Stage",
    "AWS::CloudFront::Distribution",
    "AWS::StepFunctions::StateMachine",
    "AWS::Events::Rule",
    "AWS::Logs::LogGroup",
];

/// A set of types that one crate uses.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Set {
    /// One small type.
    Flagship,
    /// One large type.
    Bucket,
    /// Twenty types that a typical program would use together.
    Popular,
    /// The largest type.
    Dashboard,
}

impl Set {
    /// The names of the types.
    #[must_use]
    pub fn types(self) -> &'static [&'static str] {
        match self {
            Self::Flagship => &[FLAGSHIP],
            Self::Bucket => &[BUCKET],
            Self::Popular => POPULAR,
            Self::Dashboard => &[DASHBOARD],
        }
    }
}

/// Where a schema comes from, which decides how it is named in a call of `resource!`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// The catalog has it.
    Catalog,
    /// It has to be given to the crate as a file.
    File,
}

/// The specification of one type.
#[derive(Debug)]
pub struct Subject {
    /// The facts.
    pub resource: ResourceType,
    /// The text of the registry schema.
    pub schema: String,
    /// Where the text was found.
    pub origin: Origin,
}

impl Subject {
    /// Finds a type in the catalog or else in a folder of registry schemas.
    ///
    /// # Errors
    ///
    /// If neither has the type, or if the schema cannot be read.
    pub fn find(name: &str, folder: Option<&PathBuf>) -> Result<Self> {
        let (schema, origin) = match (bundled::find(name), folder) {
            (Some(schema), _) => (schema.to_owned(), Origin::Catalog),
            (None, Some(folder)) => {
                let path = folder.join(file_name(name));
                let text = fs::read_to_string(&path);
                (
                    text.with_context(|| format!("reading `{}`", path.display()))?,
                    Origin::File,
                )
            }
            (None, None) => {
                return Err(anyhow!(
                    "the catalog lacks `{name}`\nhelp: give `--schemas FOLDER`"
                ));
            }
        };
        let spec = formwork_specs::read(schema.as_bytes()).map_err(|found| anyhow!("{found}"))?;
        let resource = spec
            .resources
            .into_iter()
            .next()
            .context("the schema describes no type")?;
        Ok(Self {
            resource,
            schema,
            origin,
        })
    }

    /// Finds all types of a set.
    ///
    /// # Errors
    ///
    /// As [`Subject::find`].
    pub fn all(set: Set, folder: Option<&PathBuf>) -> Result<Vec<Self>> {
        set.types()
            .iter()
            .map(|name| Self::find(name, folder))
            .collect()
    }

    /// `AWS::S3::Bucket`.
    #[must_use]
    pub fn name(&self) -> &str {
        self.resource.name.as_str()
    }

    /// The name of the generated struct.
    #[must_use]
    pub fn short_name(&self) -> &str {
        self.resource.name.resource()
    }

    /// The name of the schema's file in a crate that needs it.
    #[must_use]
    pub fn file_name(&self) -> String {
        file_name(self.name())
    }
}

/// `AWS::S3::Bucket` is published as `aws-s3-bucket.json`.
fn file_name(name: &str) -> String {
    format!("{}.json", name.replace("::", "-").to_lowercase())
}
