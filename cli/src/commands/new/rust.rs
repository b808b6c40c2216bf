//! A draft as Rust.

use std::fmt::Write as _;

use formwork_codegen::{Outline, RecordOutline};
use formwork_specs::ResourceType;
use formwork_specs::model::{Literal, Number};

use super::draft::{Draft, Entry, Value};
use crate::output::json;
use crate::output::visible::visible;

/// A program that makes the resource and prints it.
pub(super) fn text(resource: &ResourceType, draft: &Draft, with_optional: bool) -> String {
    let outline = Outline::of(resource);
    let mut writer = Writer {
        out: String::new(),
        outline: &outline,
        with_optional,
    };
    let own = writer.record(None).map_or("", |record| &record.ident);
    let _infallible = write!(
        writer.out,
        "use formwork::Resource;\n\nformwork::resource!({});\n\nfn main() -> Result<(), formwork::Violations> {{\n    let resource = {own}::builder()",
        json::line(&json::text(resource.name.as_str())),
    );
    writer.draft(2, draft);
    writer.out.push_str("\n        .build();\n    resource.validate()?;\n    println!(\"{}\", resource.to_json());\n    Ok(())\n}\n");
    writer.out
}

struct Writer<'o> {
    out: String,
    outline: &'o Outline,
    with_optional: bool,
}

impl<'o> Writer<'o> {
    fn record(&self, definition: Option<&str>) -> Option<&'o RecordOutline> {
        let name = definition.unwrap_or_default();
        let mut records = self.outline.records.iter();
        records.find(|record| record.definition == name)
    }

    fn line(&mut self, level: usize, text: &str) {
        self.out.push('\n');
        self.out.extend(std::iter::repeat_n("    ", level));
        self.out.push_str(text);
    }

    /// The setters of a builder.
    fn draft(&mut self, level: usize, draft: &Draft) {
        let record = self.record(draft.definition.as_deref());
        for rule in &draft.rules {
            self.line(level, &format!("// {}", visible(rule)));
        }
        for entry in &draft.required {
            self.entry(level, record, entry, "");
        }
        if self.with_optional {
            for entry in &draft.optional {
                self.entry(level, record, entry, "// ");
            }
        }
    }

    fn entry(&mut self, level: usize, record: Option<&RecordOutline>, entry: &Entry, before: &str) {
        let Entry { name, hint, value } = entry;
        let setters = record.map(|record| record.setters.iter());
        let setter = setters.into_iter().flatten().find(|(wire, _)| wire == name);
        let Some((_, setter)) = setter else { return };
        if !hint.is_empty() {
            self.line(level, &format!("// {}", visible(hint)));
        }
        self.line(level, &format!("{before}.{setter}("));
        if before.is_empty() {
            self.value(level, value);
        } else {
            self.out.push('…');
        }
        self.out.push(')');
    }

    fn value(&mut self, level: usize, value: &Value) {
        match value {
            Value::Scalar(Literal::Number(Number(number))) => self.out.push_str(number),
            Value::Scalar(literal) => self.out.push_str(&rust_literal(literal)),
            Value::Map | Value::Any => {
                self.out
                    .push_str("formwork::Json::Object(formwork::Map::new())");
            }
            Value::List(items) => {
                self.out.push('[');
                for item in items {
                    self.value(level, item);
                }
                self.out.push(']');
            }
            Value::Record(draft) => {
                let record = self.record(draft.definition.as_deref());
                let ident = record.map_or("", |record| &record.ident);
                let module = &self.outline.module;
                self.line(level + 1, &format!("{module}::{ident}::builder()"));
                self.draft(level + 2, draft);
                self.line(level + 2, ".build()");
                self.line(level, "");
            }
        }
    }
}

fn rust_literal(literal: &Literal) -> String {
    match literal {
        Literal::String(text) => format!("{text:?}"),
        other => json::line(other),
    }
}
