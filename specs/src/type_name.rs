//! The name of a type, parsed once.

use std::fmt;
use std::str::FromStr;

use crate::error::Problem;
use crate::visible::quoted;

/// The name of a resource type: `AWS::S3::Bucket`; of a module: `Acme::Net::Vpc::MODULE`.
///
/// ```
/// use formwork_specs::TypeName;
///
/// let name: TypeName = "AWS::S3::Bucket".parse()?;
/// assert_eq!((name.vendor(), name.service(), name.resource()), ("AWS", "S3", "Bucket"));
/// assert_eq!(name.to_string(), "AWS::S3::Bucket");
/// # Ok::<(), formwork_specs::Problem>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TypeName(String);

const SEPARATOR: &str = "::";
const MODULE: &str = "MODULE";

impl TypeName {
    /// The whole name.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The first part: `AWS`.
    #[must_use]
    pub fn vendor(&self) -> &str {
        self.part(0)
    }

    /// The second part: `S3`.
    #[must_use]
    pub fn service(&self) -> &str {
        self.part(1)
    }

    /// The third part: `Bucket`.
    #[must_use]
    pub fn resource(&self) -> &str {
        self.part(2)
    }

    /// Whether a fourth part says that this is a module.
    #[must_use]
    pub fn is_module(&self) -> bool {
        self.0.split(SEPARATOR).nth(3).is_some()
    }

    fn part(&self, index: usize) -> &str {
        self.0.split(SEPARATOR).nth(index).unwrap_or_default()
    }
}

/// Three parts of letters and digits, or four of which the last is `MODULE`.
impl FromStr for TypeName {
    type Err = Problem;

    fn from_str(text: &str) -> Result<Self, Problem> {
        let parts: Vec<&str> = text.split(SEPARATOR).collect();
        let named = match parts.as_slice() {
            [vendor, service, resource] => [vendor, service, resource],
            [vendor, service, resource, kind] if *kind == MODULE => [vendor, service, resource],
            _ => return Err(wrong(text, "it does not have three parts")),
        };
        for part in named {
            if part.is_empty() {
                return Err(wrong(text, "one of its parts is empty"));
            }
            if !part.chars().all(|letter| letter.is_ascii_alphanumeric()) {
                let why = format!(
                    "its part {} holds more than letters and digits",
                    quoted(part)
                );
                return Err(wrong(text, &why));
            }
        }
        Ok(Self(text.to_owned()))
    }
}

fn wrong(text: &str, why: &str) -> Problem {
    Problem::error(
        "",
        format!("{} is not the name of a type: {why}", quoted(text)),
    )
    .with_help("names of types look like `AWS::S3::Bucket`")
}

impl fmt::Display for TypeName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn modules_have_a_fourth_part() {
        let name = "Acme::Net::Vpc::MODULE".parse::<TypeName>();
        assert!(name.as_ref().is_ok_and(TypeName::is_module));
        assert!(name.is_ok_and(|name| name.resource() == "Vpc"));
    }

    #[test]
    fn other_shapes_are_refused_with_the_reason() {
        for (text, why) in [
            ("AWS::S3", "three parts"),
            ("AWS::S3::Bucket::Policy", "three parts"),
            ("AWS::::Bucket", "empty"),
            ("AWS::S3::Bu-cket", "`Bu-cket`"),
            ("", "three parts"),
        ] {
            let message = text.parse::<TypeName>().map_err(|problem| problem.message);
            assert!(
                message.as_ref().is_err_and(|message| message.contains(why)),
                "{message:?}"
            );
        }
    }
}
