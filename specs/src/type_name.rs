//! The name of a type, parsed once.

use std::fmt;
use std::str::FromStr;

use crate::error::Problem;
use crate::visible::quoted;

/// The name of a resource type: `AWS::S3::Bucket`; of a module: `Acme::Net::Vpc::MODULE`; of a custom
/// resource, or of a type that a macro knows: `Custom::Widget`.
///
/// ```
/// use formwork_specs::TypeName;
///
/// let name: TypeName = "AWS::S3::Bucket".parse()?;
/// assert_eq!((name.vendor(), name.service(), name.resource()), ("AWS", "S3", "Bucket"));
/// assert_eq!(name.to_string(), "AWS::S3::Bucket");
/// let name: TypeName = "Custom::Widget".parse()?;
/// assert_eq!((name.vendor(), name.service(), name.resource()), ("Custom", "", "Widget"));
/// # Ok::<(), formwork_specs::Problem>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TypeName(String);

const SEPARATOR: &str = "::";
const MODULE: &str = "MODULE";

/// The vendor of the types that `CloudFormation` brings along.
const AWS: &str = "AWS";

/// The vendor of custom resources.
const CUSTOM: &str = "Custom";

impl TypeName {
    /// The whole name.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The first part: `AWS`.
    #[must_use]
    pub fn vendor(&self) -> &str {
        self.0.split(SEPARATOR).next().unwrap_or_default()
    }

    /// The part between vendor and resource: `S3`; empty if there is none.
    #[must_use]
    pub fn service(&self) -> &str {
        let mut parts = self.0.split(SEPARATOR).skip(1);
        let service = parts.next().unwrap_or_default();
        if parts.next().is_some() { service } else { "" }
    }

    /// The part that names the resource: `Bucket`.
    #[must_use]
    pub fn resource(&self) -> &str {
        self.0
            .split(SEPARATOR)
            .skip(1)
            .take(2)
            .last()
            .unwrap_or_default()
    }

    /// Whether a fourth part says that this is a module.
    #[must_use]
    pub fn is_module(&self) -> bool {
        self.0.split(SEPARATOR).nth(3).is_some()
    }
}

/// Three parts of letters and digits, or four of which the last is `MODULE`; two for others than the
/// types of AWS. Custom resources may have `_`, `@` and `-` in their names as well.
impl FromStr for TypeName {
    type Err = Problem;

    fn from_str(text: &str) -> Result<Self, Problem> {
        let parts: Vec<&str> = text.split(SEPARATOR).collect();
        let is_module = parts.last() == Some(&MODULE);
        let named = match parts.as_slice() {
            [vendor, resource] if !is_module && *vendor != AWS => vec![vendor, resource],
            [vendor, service, resource] if !is_module => vec![vendor, service, resource],
            [vendor, service, resource, _] if is_module => vec![vendor, service, resource],
            _ if is_module => return Err(wrong(text, "that of a module has four parts")),
            _ => return Err(wrong(text, "it does not have three parts")),
        };
        let is_custom = named.first() == Some(&&CUSTOM);
        for part in named {
            if part.is_empty() {
                return Err(wrong(text, "one of its parts is empty"));
            }
            let is_usual = |letter: char| {
                letter.is_ascii_alphanumeric() || (is_custom && matches!(letter, '_' | '@' | '-'))
            };
            if !part.chars().all(is_usual) {
                let more = if is_custom {
                    "letters, digits, `_`, `@` and `-`"
                } else {
                    "letters and digits"
                };
                let why = format!("its part {} holds more than {more}", quoted(part));
                return Err(wrong(text, &why));
            }
        }
        Ok(Self(text.to_owned()))
    }
}

fn wrong(text: &str, why: &str) -> Problem {
    let message = format!("{} is not the name of a type: {why}", quoted(text));
    Problem::error("", message).with_help(
        "names of types look like `AWS::S3::Bucket`, of custom resources like `Custom::Widget`",
    )
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
        assert!(name.is_ok_and(|name| name.resource() == "Vpc" && name.service() == "Net"));
    }

    #[test]
    fn custom_resources_and_types_of_macros_may_have_two_parts() {
        for text in [
            "Custom::Widget",
            "Custom::My-Widget_2@v1",
            "Custom::S3::Notifier-2",
            "Macro::Thing",
        ] {
            let name = text.parse::<TypeName>();
            assert!(
                name.as_ref().is_ok_and(|name| name.as_str() == text),
                "{name:?}"
            );
            assert!(!name.is_ok_and(|name| name.is_module()));
        }
    }

    #[test]
    fn other_shapes_are_refused_with_the_reason() {
        for (text, why) in [
            ("AWS::S3", "three parts"),
            ("AWS::S3::Bucket::Policy", "three parts"),
            ("AWS::::Bucket", "empty"),
            ("Custom::", "empty"),
            ("::Widget", "empty"),
            ("Widget", "three parts"),
            (
                "AWS::S3::Bu-cket",
                "`Bu-cket` holds more than letters and digits",
            ),
            (
                "Macro::Thing_2",
                "`Thing_2` holds more than letters and digits",
            ),
            (
                "Custom::Wid.get",
                "`Wid.get` holds more than letters, digits, `_`, `@` and `-`",
            ),
            ("Acme::MODULE", "a module has four parts"),
            ("Acme::Net::MODULE", "a module has four parts"),
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
