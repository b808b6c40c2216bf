//! What `#[resource( … )]` says above a struct and above a field.

use proc_macro2::{Ident, Span};
use syn::parse::ParseStream;
use syn::{Attribute, LitStr, Path, Token};

use super::Role;
use super::grammar::{assigned, read};
use crate::input::grammar::{runtime_path, skip_value};
use crate::problems::Problems;

/// The keys above a struct that derives `Resource`.
const RESOURCE_KEYS: &[&str] = &["type", "spec", "patch", "facts", "crate"];

/// The keys above a struct that derives `PropertyType`.
const PROPERTY_TYPE_KEYS: &[&str] = &["type", "property", "spec", "patch", "facts", "crate"];

/// The keys above a field.
const FIELD_KEYS: &[&str] = &["rename", "additional", "skip", "never_replace"];

/// What the attribute above a struct says.
pub(crate) struct Container {
    /// The resource type.
    pub(crate) type_name: Option<LitStr>,
    /// The property type, by its name in the specification.
    pub(crate) property: Option<LitStr>,
    /// The specification file; none for the catalog.
    pub(crate) spec: Option<LitStr>,
    /// A file of changes to the specification.
    pub(crate) patch: Option<LitStr>,
    /// A file of curated facts about the type.
    pub(crate) facts: Option<LitStr>,
    /// Where the runtime is; none for `::formwork`.
    pub(crate) runtime: Option<Path>,
}

impl Container {
    pub(crate) fn of(
        attributes: &[Attribute],
        ident: &Ident,
        role: Role,
        problems: &mut Problems,
    ) -> Self {
        let mut container = Self {
            type_name: None,
            property: None,
            spec: None,
            patch: None,
            facts: None,
            runtime: None,
        };
        let keys = match role {
            Role::Resource => RESOURCE_KEYS,
            Role::PropertyType => PROPERTY_TYPE_KEYS,
        };
        let of = "the `#[resource(…)]` of a struct";
        let mut own = Problems::default();
        read(attributes, keys, of, &mut own, |key, input, problems| {
            container.value(key, role, input, problems)
        });
        // What could not be read may have been what is missing.
        if own.is_empty() {
            container.complete(ident, role, problems);
        }
        problems.extend(own);
        container
    }

    fn value(
        &mut self,
        key: Option<&Ident>,
        role: Role,
        input: ParseStream<'_>,
        problems: &mut Problems,
    ) -> syn::Result<Option<&'static str>> {
        let Some(key) = key else {
            self.type_name = Some(input.parse()?);
            return Ok(Some("type"));
        };
        Ok(Some(match key.to_string().as_str() {
            "type" => {
                self.type_name = Some(assigned(key, input)?);
                "type"
            }
            "spec" => {
                self.spec = Some(assigned(key, input)?);
                "spec"
            }
            "patch" => {
                self.patch = Some(assigned(key, input)?);
                "patch"
            }
            "facts" => {
                self.facts = Some(assigned(key, input)?);
                "facts"
            }
            "crate" => {
                input.parse::<Token![=]>()?;
                self.runtime = runtime_path(input, problems)?;
                "crate"
            }
            "property" if role == Role::PropertyType => {
                self.property = Some(assigned(key, input)?);
                "property"
            }
            "property" => {
                problems.say_with_help(
                    key.span(),
                    "`property` names a property type, which is no resource",
                    "derive `formwork::PropertyType` instead of `formwork::Resource`",
                );
                skip_value(input);
                "property"
            }
            _ => return Ok(None),
        }))
    }

    /// Reports what has to be there and is not.
    fn complete(&self, ident: &Ident, role: Role, problems: &mut Problems) {
        let named = self.type_name.is_some() || self.spec.is_some();
        match role {
            Role::Resource if !named => problems.say_with_help(
                ident.span(),
                format!("which resource type `{ident}` stands for is not said"),
                "write `#[resource(\"AWS::SQS::Queue\")]` above it",
            ),
            Role::PropertyType if self.property.is_none() => {
                let type_name = self.type_name.as_ref().map(LitStr::value);
                let type_name = type_name.unwrap_or_else(|| "AWS::S3::Bucket".to_owned());
                problems.say_with_help(
                    ident.span(),
                    format!("which property type `{ident}` stands for is not said"),
                    format!("write `#[resource(\"{type_name}\", property = \"Tag\")]` above it"),
                );
            }
            Role::PropertyType if !named => problems.say_with_help(
                ident.span(),
                format!("which resource type the property type `{ident}` belongs to is not said"),
                "write `#[resource(\"AWS::S3::Bucket\", property = \"Tag\")]` above it",
            ),
            _ => {}
        }
    }
}

/// What the attributes above a field say.
#[derive(Default)]
#[allow(
    clippy::struct_excessive_bools,
    reason = "independent keys, each its own flag in the attribute"
)]
pub(super) struct FieldKeys {
    /// The name on the wire.
    pub(super) rename: Option<LitStr>,
    /// Whether the field holds the members beside the properties.
    pub(super) additional: bool,
    /// Whether the field is no property.
    pub(super) skip: bool,
    /// Whether a change that may replace the resource is refused.
    pub(super) never_replace: bool,
    /// Whether something was wrong with them, so that they may mean something else.
    pub(super) faulty: bool,
}

impl FieldKeys {
    pub(super) fn of(attributes: &[Attribute], problems: &mut Problems) -> Self {
        let mut keys = Self::default();
        let (mut skip, mut additional): (Option<Span>, Option<Span>) = (None, None);
        let mut never_replace: Option<Span> = None;
        let mut own = Problems::default();
        let of = "the `#[resource(…)]` of a field";
        read(attributes, FIELD_KEYS, of, &mut own, |key, input, _| {
            let Some(key) = key else {
                return Err(input.error(
                    "a field takes a key here\nhelp: write `rename = \"WireName\"`, `additional`, `skip` or \
                     `never_replace`",
                ));
            };
            Ok(Some(match key.to_string().as_str() {
                "rename" => {
                    keys.rename = Some(assigned(key, input)?);
                    "rename"
                }
                "additional" => {
                    additional = Some(key.span());
                    "additional"
                }
                "skip" => {
                    skip = Some(key.span());
                    "skip"
                }
                "never_replace" => {
                    never_replace = Some(key.span());
                    "never_replace"
                }
                _ => return Ok(None),
            }))
        });
        if let (Some(span), Some(_)) = (skip, &keys.rename) {
            own.say_with_help(
                span,
                "a field that is skipped has no name on the wire",
                "remove `skip` or `rename`",
            );
        }
        if let (Some(_), Some(span)) = (skip, never_replace) {
            own.say_with_help(
                span,
                "a field that is skipped is no part of an update",
                "remove `skip` or `never_replace`",
            );
        }
        if let (Some(span), Some(_)) = (additional, &keys.rename) {
            own.say_with_help(
                span,
                "a field for additional properties has no name on the wire",
                "remove `additional` or `rename`",
            );
        }
        if let (Some(span), Some(_)) = (additional, skip) {
            own.say_with_help(
                span,
                "a field that is skipped holds no additional properties",
                "remove `additional` or `skip`",
            );
        }
        keys.additional = additional.is_some();
        keys.skip = skip.is_some();
        keys.never_replace = never_replace.is_some();
        keys.faulty = !own.is_empty();
        problems.extend(own);
        keys
    }
}

#[cfg(test)]
mod tests {
    use syn::DeriveInput;

    use super::*;

    fn container(text: &str, role: Role) -> (Container, String) {
        let input: DeriveInput = syn::parse_str(text).unwrap();
        let mut problems = Problems::default();
        let container = Container::of(&input.attrs, &input.ident, role, &mut problems);
        (container, problems.into_tokens().to_string())
    }

    fn field(attribute: &str) -> (FieldKeys, String) {
        let text = format!("struct S {{ {attribute} field: u8 }}");
        let input: DeriveInput = syn::parse_str(&text).unwrap();
        let syn::Data::Struct(data) = input.data else {
            panic!("no struct");
        };
        let mut problems = Problems::default();
        let keys = FieldKeys::of(&data.fields.iter().next().unwrap().attrs, &mut problems);
        (keys, problems.into_tokens().to_string())
    }

    fn text(literal: Option<&LitStr>) -> Option<String> {
        literal.map(LitStr::value)
    }

    #[test]
    fn keys_stand_in_any_order_and_in_several_attributes() {
        let (short, said) = container(r#"#[resource("A::B::C")] struct S;"#, Role::Resource);
        assert_eq!(
            (text(short.type_name.as_ref()).as_deref(), said.as_str()),
            (Some("A::B::C"), "")
        );

        let item = r#"
            #[resource(crate = ::x::y, spec = "s.json", property = "Tag",)]
            #[other(thing)]
            #[resource(type = "A::B::C", patch = "p.json")]
            struct S;
        "#;
        let (long, said) = container(item, Role::PropertyType);
        assert_eq!(said, "");
        let texts = [&long.type_name, &long.property, &long.spec, &long.patch];
        let texts = texts.map(|literal| text(literal.as_ref()).unwrap());
        assert_eq!(texts, ["A::B::C", "Tag", "s.json", "p.json"]);
        assert_eq!(long.runtime.unwrap().segments.len(), 2);
    }

    #[test]
    fn each_mistake_is_said_once() {
        let said = |text: &str, role| container(text, role).1;
        for (item, role, expected) in [
            (
                "struct S;",
                Role::Resource,
                "which resource type `S` stands for is not said",
            ),
            ("#[resource()] struct S;", Role::Resource, "is not said"),
            (
                r#"#[resource("A::B::C")] struct S;"#,
                Role::PropertyType,
                "which property type `S`",
            ),
            (
                "#[resource(property = \"T\")] struct S;",
                Role::PropertyType,
                "belongs to is not said",
            ),
            (
                "#[resource(typ = 1, x)] struct S;",
                Role::Resource,
                "did you mean `type`?",
            ),
            (
                "#[resource(A::B::C, x)] struct S;",
                Role::Resource,
                "stands in quotes",
            ),
            (
                "#[resource(type = A)] struct S;",
                Role::Resource,
                "expected a string in quotes",
            ),
            ("#[resource(5)] struct S;", Role::Resource, "expected a key"),
            (
                r#"#[resource("A", type = "A")] struct S;"#,
                Role::Resource,
                "`type` is given twice",
            ),
        ] {
            let said = said(item, role);
            assert!(said.contains(expected), "{item}: {said}");
        }
        let two = said("#[resource(typ = 1, x)] struct S;", Role::Resource);
        assert_eq!(two.matches("compile_error").count(), 2);
    }

    #[test]
    fn a_field_for_additional_properties_is_nothing_else() {
        assert!(field("#[resource(additional)]").0.additional);
        for (attribute, expected) in [
            (
                r#"#[resource(additional, rename = "X")]"#,
                "has no name on the wire",
            ),
            (
                "#[resource(additional, skip)]",
                "holds no additional properties",
            ),
            ("#[resource(aditional)]", "did you mean `additional`?"),
        ] {
            let (keys, said) = field(attribute);
            assert!(keys.faulty && said.contains(expected), "{said}");
        }
    }

    #[test]
    fn fields_are_renamed_or_skipped() {
        assert_eq!(
            text(field(r#"#[resource(rename = "X")]"#).0.rename.as_ref()).unwrap(),
            "X"
        );
        assert!(field("#[resource(skip)]").0.skip);
        let (both, said) = field(r#"#[resource(skip, rename = "X")]"#);
        assert!(
            both.faulty && said.contains("has no name on the wire"),
            "{said}"
        );
        let held = field(r#"#[resource(never_replace, rename = "X")]"#).0;
        assert!(held.never_replace && held.rename.is_some() && !held.faulty);
        let (both, said) = field("#[resource(skip, never_replace)]");
        assert!(
            both.faulty && said.contains("no part of an update"),
            "{said}"
        );
        let (bare, said) = field(r#"#[resource("X")]"#);
        assert!(
            bare.faulty && said.contains("a field takes a key here"),
            "{said}"
        );
    }
}
