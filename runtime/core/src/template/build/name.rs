//! Names of parts, and which are taken.
//!
//! Source: the user guide's pages on the sections of a template: names are alphanumeric, parameters and
//! resources share one name space, and a name has at most 255 characters.

use crate::report::help::Help;
use crate::template::section::Section;
use crate::text::pointer;
use crate::text::visible::visible;
use crate::{Rule, Template, Violation, Violations};

/// The most characters of a name.
const LONGEST: usize = 255;

impl Template {
    /// Refuses a name that a section cannot hold, or that is taken.
    pub(super) fn claim(&self, section: Section, name: &str) -> Result<(), Violations> {
        let (rule, message, help) = match fault(name) {
            Some(fault) => (
                Rule::Pattern,
                format!("`{}` cannot be a name: {fault}", visible(name)),
                "a name has letters and digits of ASCII alone, at most 255 of them",
            ),
            None => match self.owner(section, name) {
                Some(owner) => (
                    Rule::UniqueItems,
                    format!("the name `{name}` is taken by one of the {}", owner.name()),
                    "give one of the two another name",
                ),
                None => return Ok(()),
            },
        };
        let path = format!("/{}/{}", section.name(), pointer::escape(name));
        let violation = Violation::new(rule, path, message).with_help(Help::from(help));
        Err(Violations::new(vec![violation], 0, None))
    }

    /// The section that has a part of that name, among those that share names with the given one.
    fn owner(&self, section: Section, name: &str) -> Option<Section> {
        let sections = match section {
            Section::Parameters | Section::Resources => {
                &[Section::Parameters, Section::Resources][..]
            }
            _ => &[section][..],
        };
        let is_taken = |section: &&Section| {
            let members = self.entries_of(**section);
            members.is_some_and(|members| members.get(name).is_some())
        };
        sections.iter().find(is_taken).copied()
    }
}

fn fault(name: &str) -> Option<String> {
    if name.is_empty() {
        return Some("it is empty".to_owned());
    }
    let length = name.chars().count();
    if length > LONGEST {
        return Some(format!("it has {length} characters"));
    }
    let odd = name
        .chars()
        .find(|letter| !letter.is_ascii_alphanumeric())?;
    let mut bytes = [0; 4];
    Some(format!(
        "it has a `{}`",
        visible(odd.encode_utf8(&mut bytes))
    ))
}
