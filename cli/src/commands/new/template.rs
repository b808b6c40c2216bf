//! A draft as a template with one resource.

use formwork_specs::ResourceType;
use formwork_specs::model::{Literal, Number};

use super::draft::{Draft, Entry, Value};
use crate::output::json;
use crate::output::visible::visible;

/// The whole template as JSON.
pub(super) fn json(resource: &ResourceType, draft: &Draft) -> String {
    let mut members = vec![("Type", json::text(resource.name.as_str()))];
    if !draft.required.is_empty() {
        members.push(("Properties", object(draft)));
    }
    let id = logical_id(resource);
    let mut template = Vec::new();
    let transform = resource.transform.as_ref();
    template.extend(transform.map(|name| ("Transform", json::text(name))));
    template.push((
        "Resources",
        json::object([(id.as_str(), json::object(members))]),
    ));
    json::print(&json::object(template))
}

fn object(draft: &Draft) -> Literal {
    let entries = draft.required.iter();
    json::object(entries.map(|entry| (entry.name.as_str(), literal(&entry.value))))
}

fn literal(value: &Value) -> Literal {
    match value {
        Value::Scalar(literal) => literal.clone(),
        Value::List(items) => Literal::Array(items.iter().map(literal).collect()),
        Value::Map | Value::Any => Literal::Object(Vec::new()),
        Value::Record(draft) => object(draft),
    }
}

/// A name for the resource: the last part of that of its type, which is letters and digits.
fn logical_id(resource: &ResourceType) -> String {
    let last = resource.name.resource();
    let id: String = last.chars().filter(char::is_ascii_alphanumeric).collect();
    if id.is_empty() {
        "Resource".to_owned()
    } else {
        id
    }
}

/// The whole template as YAML, hints as comments.
pub(super) fn yaml(resource: &ResourceType, draft: &Draft, with_optional: bool) -> String {
    let mut text = Text {
        out: String::new(),
        with_optional,
    };
    if let Some(transform) = &resource.transform {
        text.line(0, &format!("Transform: {}", scalar(&json::text(transform))));
    }
    text.line(0, "Resources:");
    if let Some(page) = &resource.documentation {
        text.comment(2, page);
    }
    text.line(2, &format!("{}:", logical_id(resource)));
    text.line(4, &format!("Type: {}", resource.name));
    let is_empty = draft.required.is_empty() && (!with_optional || draft.optional.is_empty());
    if is_empty && draft.rules.is_empty() {
        return text.out;
    }
    // A section with nothing but comments in it would be `null`.
    let is_comment = draft.required.is_empty();
    text.line(
        4,
        if is_comment {
            "# Properties:"
        } else {
            "Properties:"
        },
    );
    text.draft(6, draft);
    text.out
}

struct Text {
    out: String,
    with_optional: bool,
}

impl Text {
    fn line(&mut self, indent: usize, text: &str) {
        self.out.extend(std::iter::repeat_n(' ', indent));
        self.out.push_str(text);
        self.out.push('\n');
    }

    fn comment(&mut self, indent: usize, text: &str) {
        if text.is_empty() {
            return;
        }
        self.line(indent, &format!("# {}", visible(text)));
    }

    fn draft(&mut self, indent: usize, draft: &Draft) {
        let Draft {
            definition: _,
            required,
            optional,
            rules,
        } = draft;
        for rule in rules {
            self.comment(indent, rule);
        }
        for entry in required {
            self.entry(indent, entry);
        }
        if self.with_optional {
            for Entry { name, hint, value } in optional {
                self.comment(indent, hint);
                let name = scalar(&json::text(name));
                let line = format!("# {name}: {}", flow(value));
                self.line(indent, &line);
            }
        }
    }

    fn entry(&mut self, indent: usize, entry: &Entry) {
        let Entry { name, hint, value } = entry;
        self.comment(indent, hint);
        let name = scalar(&json::text(name));
        match value {
            Value::Record(draft) if !draft.required.is_empty() => {
                self.line(indent, &format!("{name}:"));
                self.draft(indent + 2, draft);
            }
            Value::List(items) => match items.as_slice() {
                [Value::Record(draft)] if !draft.required.is_empty() => {
                    self.line(indent, &format!("{name}:"));
                    let start = self.out.len();
                    self.draft(indent + 4, draft);
                    self.dash(start, indent + 2);
                }
                _ => self.line(indent, &format!("{name}: {}", flow(value))),
            },
            _ => self.line(indent, &format!("{name}: {}", flow(value))),
        }
    }

    /// Puts the dash of a list before the first line that is no comment.
    fn dash(&mut self, start: usize, indent: usize) {
        let written = self.out.split_off(start);
        let mut is_due = true;
        for line in written.lines() {
            if is_due && !line.trim_start().starts_with('#') {
                is_due = false;
                let rest = line.get(indent + 2..).unwrap_or_default();
                self.line(indent, &format!("- {rest}"));
            } else {
                self.line(0, line);
            }
        }
    }
}

/// A value on one line.
fn flow(value: &Value) -> String {
    match value {
        Value::Scalar(literal) => scalar(literal),
        Value::Map | Value::Any => "{}".to_owned(),
        Value::List(items) => {
            let items: Vec<String> = items.iter().map(flow).collect();
            format!("[{}]", items.join(", "))
        }
        Value::Record(draft) => {
            let members = draft.required.iter();
            let members = members.map(|entry| {
                format!(
                    "{}: {}",
                    scalar(&json::text(&entry.name)),
                    flow(&entry.value)
                )
            });
            let members: Vec<String> = members.collect();
            if members.is_empty() {
                "{}".to_owned()
            } else {
                format!("{{{}}}", members.join(", "))
            }
        }
    }
}

/// A text, number or flag in a flow or block of YAML.
fn scalar(literal: &Literal) -> String {
    match literal {
        Literal::String(text) if is_plain(text) => text.clone(),
        Literal::Number(Number(number)) => number.clone(),
        other => json::line(other),
    }
}

/// Whether a text is one without quotes, for readers of YAML 1.1 and 1.2 alike.
fn is_plain(text: &str) -> bool {
    const WORDS: [&str; 12] = [
        "y", "n", "yes", "no", "on", "off", "true", "false", "null", "nan", "inf", "e",
    ];
    let mut letters = text.chars();
    letters
        .next()
        .is_some_and(|letter| letter.is_ascii_alphabetic())
        && letters
            .all(|letter| letter.is_ascii_alphanumeric() || matches!(letter, '_' | '-' | '.' | '/'))
        && !WORDS.contains(&text.to_ascii_lowercase().as_str())
}
