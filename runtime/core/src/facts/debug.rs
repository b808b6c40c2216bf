//! Facts in the debugger: one short line each, and never the way from a type to the types that it is made of, which
//! may lead back to it.

use core::fmt;

use super::decode::Tables;
use super::schema::{Constraints, Schema};
use super::{AttributeSpec, PropertySpec, RecordSpec, ResourceSpec, SpecCell, TypeSpec};
use crate::format::pattern::Pattern;
use crate::text::visible::shortened;

/// About so many characters of a name, pattern or value are shown.
const LONGEST: usize = 60;

/// `ResourceSpec(AWS::S3::Bucket, 26 properties)`.
impl fmt::Debug for ResourceSpec {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (name, count) = (name(self.type_name), self.properties.len());
        write!(f, "ResourceSpec({name}, {count} properties)")
    }
}

/// `RecordSpec(Rule, 5 properties)`.
impl fmt::Debug for RecordSpec {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (name, count) = (name(self.name), self.properties().len());
        write!(f, "RecordSpec({name}, {count} properties)")
    }
}

/// `PropertySpec(Rules: List(Rule), required)`.
impl fmt::Debug for PropertySpec {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let required = if self.required { ", required" } else { "" };
        write!(
            f,
            "PropertySpec({}: {:?}{required})",
            name(self.name),
            self.ty
        )
    }
}

/// `AttributeSpec(Arn: String)`.
impl fmt::Debug for AttributeSpec {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "AttributeSpec({}: {:?})", name(self.name), self.ty)
    }
}

/// `String`, `List(Rule)`: a property type is its name.
impl fmt::Debug for TypeSpec {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::String => f.write_str("String"),
            Self::Integer => f.write_str("Integer"),
            Self::Number => f.write_str("Number"),
            Self::Boolean => f.write_str("Boolean"),
            Self::Timestamp => f.write_str("Timestamp"),
            Self::Json => f.write_str("Json"),
            Self::List(element) => write!(f, "List({element:?})"),
            Self::Map(element) => write!(f, "Map({element:?})"),
            Self::Record(record) => f.write_str(&name(record.name)),
        }
    }
}

/// The limits that there are: `Constraints(min_length: 1, max_length: 63)`.
impl fmt::Debug for Constraints {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            allowed_values,
            allowed_values_ignoring_case,
            constant,
            pattern,
            min_length,
            max_length,
            minimum,
            maximum,
            exclusive_minimum,
            exclusive_maximum,
            multiple_of,
            min_items,
            max_items,
            unique_items,
            unique_keys,
            unordered,
            ordered,
            min_properties,
            max_properties,
            format,
            judged_format: _,
            default,
            relationship,
            source: _,
            elements,
            names,
        } = self;
        let mut list = List { f, is_empty: true };
        list.f.write_str("Constraints(")?;
        list.count("allowed_values", allowed_values.len())?;
        let ignoring_case = allowed_values_ignoring_case.len();
        list.count("allowed_values_ignoring_case", ignoring_case)?;
        list.value("constant", constant.as_ref())?;
        list.value("pattern", pattern.as_ref().map(Pattern::expression))?;
        list.value("min_length", min_length.as_ref())?;
        list.value("max_length", max_length.as_ref())?;
        list.value("minimum", minimum.as_ref())?;
        list.value("maximum", maximum.as_ref())?;
        list.value("exclusive_minimum", exclusive_minimum.as_ref())?;
        list.value("exclusive_maximum", exclusive_maximum.as_ref())?;
        list.value("multiple_of", multiple_of.as_ref())?;
        list.value("min_items", min_items.as_ref())?;
        list.value("max_items", max_items.as_ref())?;
        list.value("unique_items", unique_items.then_some(true))?;
        list.count("unique_keys", unique_keys.len())?;
        list.value("unordered", unordered.then_some(true))?;
        list.value("ordered", ordered.then_some(true))?;
        list.value("min_properties", min_properties.as_ref())?;
        list.value("max_properties", max_properties.as_ref())?;
        list.value("format", *format)?;
        list.value("default", default.as_ref())?;
        list.value("relationship", relationship.map(|other| other.type_name))?;
        list.count("names", names.len())?;
        // The limits on elements of elements end with the types.
        list.value("elements", elements.map(|limits| format!("{limits:?}")))?;
        list.f.write_str(")")
    }
}

/// `Pattern(^[a-z]+$)`.
impl fmt::Debug for Pattern {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Pattern({})", name(self.expression()))
    }
}

impl fmt::Debug for SpecCell {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SpecCell")
    }
}

impl fmt::Debug for Tables {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.resource.fmt(f)
    }
}

impl fmt::Debug for Schema {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Schema({} properties)", self.properties.len())
    }
}

fn name(name: &str) -> std::borrow::Cow<'_, str> {
    shortened(name, LONGEST)
}

/// Limits with commas between them.
struct List<'l, 'f> {
    f: &'l mut fmt::Formatter<'f>,
    is_empty: bool,
}

impl List<'_, '_> {
    fn value(&mut self, key: &str, value: Option<impl fmt::Display>) -> fmt::Result {
        let Some(value) = value else {
            return Ok(());
        };
        let comma = if self.is_empty { "" } else { ", " };
        self.is_empty = false;
        write!(self.f, "{comma}{key}: {}", name(&value.to_string()))
    }

    fn count(&mut self, key: &str, count: usize) -> fmt::Result {
        self.value(key, (count > 0).then_some(count))
    }
}

#[cfg(test)]
mod tests {
    use crate::facts::{ResourceSpec, SpecCell};

    fn spec(definitions: &str) -> &'static ResourceSpec {
        let text = format!(r#"{{"typeName":"A::B::C","definitions":{{{definitions}}}}}"#);
        Box::leak(Box::new(SpecCell::new(Box::leak(text.into())))).resource()
    }

    #[test]
    fn each_fact_is_one_line_and_no_circle_is_followed() {
        let spec = spec(
            r#""":{"type":"object","properties":{
                "Tree":{"$ref":1},"Names":{"type":"array","items":{"$ref":1}},
                "Id":{"type":"string","minLength":1,"pattern":"^[a-z]+$","enum":["a","b"]}},"required":["Id"]},
            "Tree":{"type":"object","properties":{"Child":{"$ref":1}}}"#,
        );
        assert_eq!(format!("{spec:?}"), "ResourceSpec(A::B::C, 3 properties)");
        assert_eq!(format!("{spec:#?}"), format!("{spec:?}"));
        let [tree, names, id] = spec.properties else {
            panic!("{spec:?}");
        };
        assert_eq!(format!("{tree:?}"), "PropertySpec(Tree: Tree)");
        assert_eq!(format!("{names:?}"), "PropertySpec(Names: List(Tree))");
        assert_eq!(format!("{id:?}"), "PropertySpec(Id: String, required)");
        assert_eq!(
            format!("{:?}", id.constraints),
            "Constraints(allowed_values: 2, pattern: ^[a-z]+$, min_length: 1)"
        );
        assert_eq!(format!("{:?}", tree.constraints), "Constraints()");
    }

    #[test]
    fn names_are_shortened_and_visible() {
        let long = "x".repeat(1_000_000);
        let spec = spec(&format!(
            r#""":{{"type":"object","properties":{{"{long}":{{}},"\u001b[2J\n":{{}}}}}}"#
        ));
        let line = format!("{:?}", spec.properties[0]);
        assert!(line.len() < 100, "{line}");
        let line = format!("{:?}", spec.properties[1]);
        assert_eq!(line, "PropertySpec(\\u{1b}[2J\\n: Json)");
    }
}
