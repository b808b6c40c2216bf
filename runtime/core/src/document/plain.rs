//! Scalars of YAML without quotes that are not, or not for every reader, the text that stands there.
//!
//! YAML 1.1 and 1.2 disagree on what is a boolean or a number, and so do those who read templates. What
//! `CloudFormation` is known to do decides what a scalar is; where others do differently, or where what is
//! deployed is not what stands in the file, there is a warning. The sources:
//!
//! * Booleans: tags `YES` and `NO` are deployed as `true` and `false` (ASFHyP3/hyp3 pull request 2061, 2024-02), and
//!   `MfaConfiguration: ON` is refused as `true` (aws/aws-cdk issue 875, 2018-10). The command-line tools put `y`
//!   and `n` in quotes as well (aws/aws-cli pull request 5257, 2020-06).
//! * `True`, `TRUE`, `False` and `FALSE` are booleans in both (YAML 1.1 "Boolean Language-Independent Type", YAML 1.2.2
//!   section 10.3.2), so that nothing is to be said of them where a boolean may stand.
//! * Numbers with a leading zero: octal (aws-cloudformation/cloudformation-coverage-roadmap issue 745, 2021-01), a
//!   double (aws/serverless-application-model issue 1135, 2019-09), or kept as they are, as are hexadecimal and
//!   binary ones and those of base sixty (go-to-k/cdk-real-drift pull request 1125, 2026-07).
//! * Names: a number is refused, "map keys must be strings; received numeric" (aws-cloudformation/cfn-lint issue
//!   292, 2018-08; awsdocs/aws-cloudformation-user-guide pull request 404, 2019-07), and so is a null
//!   (aws-cloudformation/cfn-lint pull request 3073, 2024-02).

use crate::text::number::Number;
use crate::text::visible::shortened;

/// The most characters of a scalar that a message shows.
const SHOWN: usize = 64;

/// A scalar without quotes.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Plain {
    /// As it stands there.
    pub(crate) text: String,
    pub(crate) value: PlainValue,
}

/// What it is.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(not(feature = "yaml"), allow(dead_code, reason = "only YAML has them"))]
pub(crate) enum PlainValue {
    Null,
    Bool(bool),
    /// A number, in the grammar of JSON.
    Number(String),
    /// The text itself, which some readers take for something else.
    Text(Misread),
}

/// What some readers take a text for.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(not(feature = "yaml"), allow(dead_code, reason = "only YAML has them"))]
pub(crate) enum Misread {
    Bool(bool),
    /// A number, in the grammar of JSON.
    Number(String),
    /// Something that JSON does not have, or of which each reader makes something else.
    Odd,
}

/// What the place of a scalar takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Due {
    Text,
    Number,
    Bool,
    /// Whatever it is: nobody knows what is made of it.
    Anything,
}

impl Plain {
    /// The number that stands there, in the grammar of JSON.
    pub(crate) fn number(&self) -> Option<&str> {
        match &self.value {
            PlainValue::Number(number) | PlainValue::Text(Misread::Number(number)) => Some(number),
            PlainValue::Null | PlainValue::Bool(_) | PlainValue::Text(_) => None,
        }
    }

    /// What a string holds if this is put where a string is due; none for null.
    pub(crate) fn as_text(&self) -> Option<&str> {
        match &self.value {
            PlainValue::Null => None,
            PlainValue::Bool(true) => Some("true"),
            PlainValue::Bool(false) => Some("false"),
            PlainValue::Number(_) | PlainValue::Text(_) => Some(&self.text),
        }
    }

    /// Where others read something else in the place, or something else is deployed: what, and the cure.
    pub(crate) fn warning(&self, due: Due) -> Option<(String, String)> {
        let shown = shortened(&self.text, SHOWN);
        let is_own = match due {
            Due::Text | Due::Anything => false,
            Due::Number | Due::Bool => true,
        };
        let meaning = match &self.value {
            PlainValue::Null => return None,
            PlainValue::Bool(_) | PlainValue::Number(_) if is_own => return None,
            PlainValue::Bool(_) if due == Due::Anything && self.is_agreed() => return None,
            PlainValue::Bool(value) => format!("is the boolean `{value}`, and deployed as that"),
            PlainValue::Number(number) => {
                format!(
                    "is a number, which may be deployed as `{}`",
                    in_short(number)
                )
            }
            PlainValue::Text(Misread::Bool(value)) => {
                format!("is the boolean `{value}` for some readers")
            }
            PlainValue::Text(Misread::Number(number)) => {
                format!("is the number `{}` for some readers", in_short(number))
            }
            PlainValue::Text(Misread::Odd) => "is something else for some readers".to_owned(),
        };
        let help = match (due, self.number()) {
            (Due::Number, Some(number)) => format!("write `{}`", in_short(number)),
            (Due::Number, None) => "write it without the zeros before it".to_owned(),
            _ => self.cure(),
        };
        Some((format!("`{shown}` without quotes {meaning}"), help))
    }

    /// Whether every reader takes the text for the boolean that it is.
    fn is_agreed(&self) -> bool {
        matches!(&*self.text, "True" | "TRUE" | "False" | "FALSE")
    }

    /// Why this is no name of a member, or not the same for everybody: what, and whether `CloudFormation` refuses it.
    #[cfg_attr(not(feature = "yaml"), allow(dead_code, reason = "only YAML has them"))]
    pub(crate) fn as_name(&self) -> Option<(String, bool)> {
        let shown = shortened(&self.text, SHOWN);
        let (what, is_refused) = match &self.value {
            PlainValue::Null => ("is `null`, and no name".to_owned(), true),
            PlainValue::Number(_) => ("is a number, and no name".to_owned(), true),
            PlainValue::Bool(value) => (
                format!("is the boolean `{value}`, and no name, for some readers"),
                false,
            ),
            PlainValue::Text(Misread::Number(_) | Misread::Odd) => (
                "is a number, and no name, for some readers".to_owned(),
                false,
            ),
            // Nobody was seen to take these two for booleans where a name is due, and coordinates are called so.
            PlainValue::Text(Misread::Bool(_)) => return None,
        };
        Some((format!("`{shown}` without quotes {what}"), is_refused))
    }

    /// The advice to put it in quotes.
    pub(crate) fn cure(&self) -> String {
        format!("put it in quotes: `'{}'`", shortened(&self.text, SHOWN))
    }

    /// What a message adds to the scalar if it is not what it looks like.
    pub(crate) fn aside(&self) -> String {
        match self.value {
            PlainValue::Null if self.text.is_empty() => {
                ", nothing at all, which is `null`,".to_owned()
            }
            PlainValue::Null => ", which is `null` without quotes,".to_owned(),
            PlainValue::Bool(value) => format!(", which is `{value}` without quotes,"),
            PlainValue::Number(_) | PlainValue::Text(_) => String::new(),
        }
    }
}

/// A number as a reader of numbers writes it again.
fn in_short(number: &str) -> String {
    let number = Number::from_checked(number);
    match number.as_small() {
        Some(small) => small.to_string(),
        None => Number::from_f64(number.as_f64())
            .map_or_else(|| number.to_string(), |short| short.to_string()),
    }
}
