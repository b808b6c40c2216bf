//! Limits on a value: those of its schema, and those that stand further away.

use std::collections::HashSet;

use super::schema::has_any;
use super::{Reader, index, is, leak};
use crate::document::{Content, NodeRef};
use crate::facts::{Constraints, RelationshipSpec};
use crate::format;
use crate::format::pattern::Pattern;
use crate::{Json, Number};

/// The keys of limits.
const LIMITS: [&str; 23] = [
    "enum",
    "enumCaseInsensitive",
    "const",
    "pattern",
    "minLength",
    "maxLength",
    "minimum",
    "maximum",
    "exclusiveMinimum",
    "exclusiveMaximum",
    "multipleOf",
    "minItems",
    "maxItems",
    "uniqueItems",
    "uniqueKeys",
    "insertionOrder",
    "minProperties",
    "maxProperties",
    "format",
    "relationshipRef",
    "default",
    "source",
    "patternMeaning",
];

/// So many schemas are asked for one value: references may lead in a circle.
const MOST_SCHEMAS: usize = 64;

/// So many lists and maps may stand inside each other, as for types.
const DEEPEST: usize = 8;

impl<'d> Reader<'d> {
    /// All limits on a value: those of its own schema, of what that refers to and of all in `allOf`, and those on
    /// elements.
    pub(super) fn all_limits(
        &self,
        node: NodeRef<'d>,
        own: &'static Constraints,
    ) -> &'static Constraints {
        match self.beyond(node, DEEPEST) {
            Some(beyond) => {
                let mut all = self.constraints(node);
                all.and(beyond);
                leak(all)
            }
            None => own,
        }
    }

    /// The limits on a value that its own schema does not state, if there are any.
    fn beyond(&self, node: NodeRef<'d>, left: usize) -> Option<Constraints> {
        let left = left.checked_sub(1)?;
        let schemas = self.same_value(node);
        let others = schemas.iter().skip(1);
        let mut beyond: Option<Constraints> = None;
        for other in others.filter(|other| has_any(**other, &LIMITS)) {
            beyond.get_or_insert_default().and(self.constraints(*other));
        }
        let elements = schemas.iter().find_map(|schema| self.element(*schema));
        if let Some(element) = elements {
            let further = self.beyond(element, left);
            if further.is_some() || has_any(element, &LIMITS) {
                let mut limits = self.constraints(element);
                limits.and(further.unwrap_or_default());
                beyond.get_or_insert_default().elements = Some(leak(limits));
            }
        }
        let names = schemas
            .iter()
            .flat_map(|schema| self.members(schema.get("patternProperties")));
        let names: Vec<_> = names
            .map(|(expression, node)| {
                Pattern::new(expression, self.some_text(node.get("keyMeaning")))
            })
            .collect();
        if !names.is_empty() {
            beyond.get_or_insert_default().names = names;
        }
        beyond
    }

    /// Whether a value, or what is in its lists and maps, may stand in another form than that of its type: a union
    /// that took the type of one of its branches.
    pub(super) fn has_other_forms(&self, node: NodeRef<'d>) -> bool {
        let mut node = Some(node);
        let mut left = DEEPEST;
        while let Some(value) = node
            && left > 0
        {
            left -= 1;
            let schemas = self.same_value(value);
            let is_union = |schema: &NodeRef<'d>| has_any(*schema, &["anyOf", "oneOf"]);
            let is_list = |schema: &NodeRef<'d>| {
                let shape = schema.get("shape");
                shape.is_some_and(|shape| shape.get("list").is_some())
            };
            if schemas.iter().any(is_union) && schemas.iter().any(is_list) {
                return true;
            }
            node = schemas.iter().find_map(|schema| self.element(*schema));
        }
        false
    }

    /// The schemas that all hold for one value: its own first, then those behind `$ref` and in `allOf`.
    fn same_value(&self, node: NodeRef<'d>) -> Vec<NodeRef<'d>> {
        let mut schemas = vec![node];
        let mut at = 0;
        while let Some(&schema) = schemas.get(at)
            && schemas.len() < MOST_SCHEMAS
        {
            at += 1;
            let target = schema.get("$ref").and_then(index);
            let target = target.and_then(|target| self.definitions.get(target).copied());
            let all_of = schema.get("allOf").into_iter().flat_map(NodeRef::items);
            schemas.extend(target.into_iter().chain(all_of));
        }
        schemas
    }

    /// The schema of each element of a list, or of each value of a map where there is one for all.
    fn element(&self, schema: NodeRef<'d>) -> Option<NodeRef<'d>> {
        if let Some(items) = schema.get("items") {
            return Some(items);
        }
        let mut patterns = self.members(schema.get("patternProperties"));
        let additional = schema.get("additionalProperties");
        let rest = additional.filter(|rest| matches!(rest.content(), Content::Object(_)));
        match (patterns.next(), patterns.next(), rest) {
            (Some((_, only)), None, None) | (None, None, Some(only)) => Some(only),
            _ => None,
        }
    }

    /// The limits that a schema states itself.
    pub(super) fn constraints(&self, node: NodeRef<'d>) -> Constraints {
        let number = |key| match node.get(key)?.content() {
            Content::Number(text) => Some(Number::from_checked(text)),
            _ => None,
        };
        let count = |key| node.get(key).and_then(index).map(|count| count as u64);
        let values = |key| {
            let items = node.get(key).into_iter().flat_map(NodeRef::items);
            items.map(NodeRef::to_json).collect()
        };
        let meaning = self.some_text(node.get("patternMeaning"));
        let pattern = self.some_text(node.get("pattern"));
        let format = self.some_text(node.get("format"));
        Constraints {
            allowed_values: values("enum"),
            allowed_values_ignoring_case: values("enumCaseInsensitive"),
            constant: node.get("const").map(NodeRef::to_json),
            pattern: pattern.map(|expression| Pattern::new(expression, meaning)),
            min_length: count("minLength"),
            max_length: count("maxLength"),
            minimum: number("minimum"),
            maximum: number("maximum"),
            exclusive_minimum: number("exclusiveMinimum"),
            exclusive_maximum: number("exclusiveMaximum"),
            multiple_of: number("multipleOf"),
            min_items: count("minItems"),
            max_items: count("maxItems"),
            unique_items: is(node.get("uniqueItems"), true),
            unique_keys: self.texts(node.get("uniqueKeys")),
            unordered: is(node.get("insertionOrder"), false),
            ordered: is(node.get("insertionOrder"), true),
            min_properties: count("minProperties"),
            max_properties: count("maxProperties"),
            format,
            judged_format: format.and_then(format::find),
            relationship: node.get("relationshipRef").map(|node| RelationshipSpec {
                type_name: self.text(node.get("typeName")),
                property_path: self.text(node.get("propertyPath")),
            }),
            default: node.get("default").map(NodeRef::to_json),
            source: self.some_text(node.get("source")),
            elements: None,
            names: Vec::new(),
        }
    }
}

impl Constraints {
    /// Adds limits that hold as well. Of two patterns, formats or constants the first is kept: the judge asks for
    /// both.
    fn and(&mut self, other: Self) {
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
            judged_format,
            relationship,
            default,
            source,
            elements,
            names,
        } = other;
        both(&mut self.allowed_values, allowed_values);
        both(
            &mut self.allowed_values_ignoring_case,
            allowed_values_ignoring_case,
        );
        first(&mut self.constant, constant);
        first(&mut self.pattern, pattern);
        larger(&mut self.min_length, min_length);
        smaller(&mut self.max_length, max_length);
        larger(&mut self.minimum, minimum);
        smaller(&mut self.maximum, maximum);
        larger(&mut self.exclusive_minimum, exclusive_minimum);
        smaller(&mut self.exclusive_maximum, exclusive_maximum);
        first(&mut self.multiple_of, multiple_of);
        larger(&mut self.min_items, min_items);
        smaller(&mut self.max_items, max_items);
        self.unique_items |= unique_items;
        self.unique_keys.extend(unique_keys);
        // What is said nearer counts where they differ.
        if !self.ordered && !self.unordered {
            (self.unordered, self.ordered) = (unordered, ordered);
        }
        larger(&mut self.min_properties, min_properties);
        smaller(&mut self.max_properties, max_properties);
        if self.format.is_none() {
            (self.format, self.judged_format) = (format, judged_format);
        }
        first(&mut self.relationship, relationship);
        first(&mut self.default, default);
        first(&mut self.source, source);
        first(&mut self.elements, elements);
        self.names.extend(names);
    }
}

fn first<T>(limit: &mut Option<T>, other: Option<T>) {
    if limit.is_none() {
        *limit = other;
    }
}

fn larger<T: PartialOrd>(limit: &mut Option<T>, other: Option<T>) {
    if other.is_some() && (limit.is_none() || other > *limit) {
        *limit = other;
    }
}

fn smaller<T: PartialOrd>(limit: &mut Option<T>, other: Option<T>) {
    if other.is_some() && (limit.is_none() || other < *limit) {
        *limit = other;
    }
}

/// The values that both lists allow, where both say anything.
fn both(values: &mut Vec<Json>, others: Vec<Json>) {
    if values.is_empty() {
        *values = others;
    } else if !others.is_empty() {
        // There may be thousands of each.
        let others: HashSet<String> = others.iter().map(Json::to_string).collect();
        values.retain(|value| others.contains(&value.to_string()));
    }
}

#[cfg(test)]
mod tests {
    use crate::facts::{Constraints, SpecCell};

    /// The limits of the only property of a type with these definitions beside.
    fn limits(property: &str, definitions: &str) -> &'static Constraints {
        let text = format!(
            r#"{{"definitions":{{"":{{"type":"object","properties":{{"P":{property}}}}}{definitions}}}}}"#
        );
        let cell: &'static SpecCell =
            Box::leak(Box::new(SpecCell::new(Box::leak(text.into_boxed_str()))));
        cell.resource().properties[0].constraints
    }

    #[test]
    fn limits_behind_references_are_those_of_the_value() {
        let definitions = r#","Name":{"$ref":2},
            "Word":{"type":"string","minLength":2,"maxLength":9,"pattern":"^a","enum":["ab","ac"]}"#;
        let alias = limits(r#"{"$ref":1}"#, definitions);
        assert_eq!((alias.min_length, alias.max_length), (Some(2), Some(9)));
        assert_eq!(alias.pattern.as_ref().unwrap().expression(), "^a");
        assert_eq!(alias.allowed_values.len(), 2);

        let narrower =
            r#"{"$ref":1,"minLength":1,"maxLength":5,"pattern":"b$","enum":["ac","ad"]}"#;
        let narrower = limits(narrower, definitions);
        assert_eq!(
            (narrower.min_length, narrower.max_length),
            (Some(2), Some(5))
        );
        assert_eq!(narrower.pattern.as_ref().unwrap().expression(), "b$");
        assert_eq!(narrower.allowed_values, ["ac".into()]);

        let all_of = r#"{"type":"integer","minimum":3,"allOf":[{"maximum":7},{"$ref":1}]}"#;
        let all_of = limits(
            all_of,
            r#","Size":{"minimum":5,"maximum":9,"multipleOf":2}"#,
        );
        assert_eq!(all_of.minimum, Some(5.into()));
        assert_eq!(all_of.maximum, Some(7.into()));
        assert_eq!(all_of.multiple_of, Some(2.into()));
    }

    #[test]
    fn limits_of_elements_and_members_stand_with_those_of_the_list_or_map() {
        let definitions = r#","Words":{"type":"array","minItems":1,"items":{"$ref":2}},
            "Word":{"type":"string","maxLength":9}"#;
        let list = limits(r#"{"$ref":1,"maxItems":4}"#, definitions);
        assert_eq!((list.min_items, list.max_items), (Some(1), Some(4)));
        let elements = list.elements.unwrap();
        assert_eq!((elements.max_length, elements.min_items), (Some(9), None));

        let nested = r#"{"type":"array","items":{"type":"array","maxItems":3,"items":{"$ref":2}}}"#;
        let inner = limits(nested, definitions).elements.unwrap();
        assert_eq!(inner.max_items, Some(3));
        assert_eq!(inner.elements.unwrap().max_length, Some(9));

        let map = r#"{"type":"object","maxProperties":2,"patternProperties":{"^x":{"$ref":2}}}"#;
        let map = limits(map, definitions);
        assert_eq!(map.max_properties, Some(2));
        assert_eq!(map.elements.unwrap().max_length, Some(9));
        let names: Vec<_> = map.names.iter().map(crate::Pattern::expression).collect();
        assert_eq!(names, ["^x"]);

        let plain = limits(r#"{"type":"array","items":{"type":"string"}}"#, "");
        assert!(plain.elements.is_none());
    }

    #[test]
    fn circles_end() {
        let circle = limits(
            r#"{"$ref":1}"#,
            r#","A":{"$ref":2},"B":{"$ref":1,"maxLength":3}"#,
        );
        assert_eq!(circle.max_length, Some(3));
        let lists = r#","A":{"type":"array","shape":"Json","maxItems":3,"items":{"$ref":1}}"#;
        let mut list = limits(r#"{"$ref":1}"#, lists);
        let mut depth = 0;
        while let Some(elements) = list.elements {
            (list, depth) = (elements, depth + 1);
        }
        assert!((1..20).contains(&depth));
    }
}
