//! A struct of the user's own beside the specification: which field stands for which property.

use std::borrow::Cow;

use formwork_specs::curated::model::Curated;
use formwork_specs::model::{Property, ResourceType, Schema, ScopedRoles};
use formwork_specs::visible::quoted;
use proc_macro2::Ident;
use quote::ToTokens;
use syn::{GenericArgument, PathArguments, Type};

use super::derive_names::Record;
use super::shapes::{Model, Resolved};
use crate::derive::{Derived, Field, Role};
use crate::problems::Problems;

/// Types that are certainly no `Option`, also if a program names others so: where one of them stands for
/// what can be left out, the error can say what to write. Any other name may be an alias, which only the
/// compiler sees through.
const NO_OPTIONS: &[&str] = &[
    "BTreeMap", "Box", "Json", "Map", "String", "Value", "Vec", "bool", "f64", "i16", "i32", "i64",
    "i8", "u16", "u32", "u8",
];

/// What a derive becomes.
pub(crate) struct DerivePlan<'d> {
    /// The struct.
    pub(crate) derived: &'d Derived,
    /// The resource type, as written if it is not known.
    pub(crate) type_name: String,
    /// The property type, unless the struct stands for the resource itself.
    pub(crate) property_type: Option<String>,
    /// The facts, as the facts text holds them; none after an error that leaves nothing to know.
    pub(crate) table: Option<Cow<'d, ResourceType>>,
    /// The fields that hold properties.
    pub(crate) fields: Vec<FieldPlan<'d>>,
    /// The field that holds the members beside the properties.
    pub(crate) beside: Option<BesideField<'d>>,
    /// What was reported. After any error the code only stands in.
    pub(crate) problems: Problems,
}

/// A field that holds a property.
pub(crate) struct FieldPlan<'d> {
    pub(crate) ident: &'d Ident,
    pub(crate) ty: &'d Type,
    /// The number of the property in the table.
    pub(crate) index: usize,
    /// What the property takes.
    pub(crate) kind: Kind,
    /// The property type that stands in it.
    pub(crate) record: Option<RecordInField>,
    /// Whether plans refuse a change of it that may replace the resource.
    pub(crate) never_replace: bool,
}

/// A field that holds the members beside the properties.
pub(crate) struct BesideField<'d> {
    pub(crate) ident: &'d Ident,
    pub(crate) ty: &'d Type,
    /// What each member is.
    pub(crate) kind: Kind,
    /// The property type that each member is.
    pub(crate) record: Option<RecordInField>,
}

/// A property type that stands in a field.
pub(crate) struct RecordInField {
    /// Its name.
    pub(crate) name: String,
    /// Who takes it, as the beginning of a sentence: ``the property `Tags` takes``.
    pub(crate) taken_by: String,
}

impl RecordInField {
    fn of(resolved: &Resolved<'_>, taken_by: impl FnOnce() -> String) -> Option<Self> {
        match resolved.innermost() {
            Resolved::Record(name) => Some(Self {
                name: (*name).to_owned(),
                taken_by: taken_by(),
            }),
            _ => None,
        }
    }
}

/// What a property takes.
pub(crate) enum Kind {
    Text,
    Integer,
    Number,
    Boolean,
    AnyJson,
    PropertyType,
    List(Box<Kind>),
    MapOf(Box<Kind>),
    Optional(Box<Kind>),
}

impl Kind {
    /// Resolving bounds how deeply lists and maps stand inside each other.
    fn of(resolved: &Resolved<'_>) -> Self {
        match resolved {
            Resolved::Text | Resolved::ValueSet(_) => Self::Text,
            Resolved::Integer => Self::Integer,
            Resolved::Float => Self::Number,
            Resolved::Bool => Self::Boolean,
            Resolved::Json => Self::AnyJson,
            Resolved::Record(_) => Self::PropertyType,
            Resolved::List(inner) => Self::List(Box::new(Self::of(inner))),
            Resolved::Map(inner) => Self::MapOf(Box::new(Self::of(inner))),
        }
    }
}

/// Decides which field stands for which property, and reports everything that does not fit.
pub(crate) fn derive<'d>(
    derived: &'d Derived,
    resource: Option<&'d ResourceType>,
    problems: Problems,
) -> DerivePlan<'d> {
    let written = derived.container.type_name.as_ref();
    let mut plan = DerivePlan {
        derived,
        type_name: written.map(syn::LitStr::value).unwrap_or_default(),
        property_type: derived.container.property.as_ref().map(syn::LitStr::value),
        table: None,
        fields: Vec::new(),
        beside: None,
        problems,
    };
    let Some(resource) = resource else {
        return plan;
    };
    resource.name.as_str().clone_into(&mut plan.type_name);
    let model = Model::of(resource);
    let record = match derived.role {
        Role::Resource => Some(Record::resource(resource)),
        Role::PropertyType => derived.container.property.as_ref().and_then(|written| {
            Record::property_type(resource, written)
                .map_err(|error| plan.problems.push(error))
                .ok()
        }),
    };
    if let Some(record) = record {
        plan.table = Some(match derived.role {
            Role::Resource => Cow::Borrowed(resource),
            Role::PropertyType => Cow::Owned(alone(resource, record.name)),
        });
        let fields = derived.fields.iter();
        let (beside, fields) = fields.partition(|field| record.is_beside(field));
        plan.fields(fields, &record, &model);
        plan.beside(beside, &record, &model);
    }
    plan
}

/// A resource type of which nothing is left but one of its property types.
fn alone(resource: &ResourceType, property_type: &str) -> ResourceType {
    ResourceType {
        body: Schema {
            reference: Some(property_type.to_owned()),
            ..Schema::default()
        },
        attributes: Vec::new(),
        primary_identifier: Vec::new(),
        scoped_updates: Vec::new(),
        scoped_roles: ScopedRoles::default(),
        curated: Curated::default(),
        ..resource.clone()
    }
}

impl<'d> DerivePlan<'d> {
    fn fields(&mut self, fields: Vec<&'d Field>, record: &Record<'d>, model: &Model<'d>) {
        let found: Vec<Option<usize>> = fields.iter().map(|field| record.find(field)).collect();
        let mut taken: Vec<(usize, &Field)> = Vec::new();
        let mut meant: Vec<usize> = Vec::new();
        let mut unclear = !self.derived.is_struct;
        for (field, index) in fields.into_iter().zip(&found) {
            let Some(index) = *index else {
                unclear |= field.faulty;
                if !field.faulty {
                    let free = |index: &usize| !found.contains(&Some(*index));
                    meant.extend(record.report_unknown(field, free, &mut self.problems));
                }
                continue;
            };
            let Some(property) = record.property(index) else {
                continue;
            };
            if let Some((_, first)) = taken.iter().find(|(other, _)| *other == index) {
                self.problems.push(twice(field, first, property));
                continue;
            }
            taken.push((index, field));
            match opposite(field, property) {
                Some(error) => self.problems.push(error),
                None if field.faulty => {}
                None => self.fields.push(field_plan(field, index, property, model)),
            }
        }
        let missing =
            record.missing(|index| found.contains(&Some(index)) || meant.contains(&index));
        if !unclear && !missing.is_empty() {
            self.problems
                .push(record.report_missing(&missing, &self.derived.ident, model));
        }
    }

    /// The fields for members beside the properties, of which there is one at most.
    fn beside(&mut self, fields: Vec<&'d Field>, record: &Record<'d>, model: &Model<'d>) {
        for field in fields {
            let members = match record.beside(field) {
                Ok(members) => model.resolve(members),
                Err(error) => {
                    self.problems.push(error);
                    continue;
                }
            };
            if let Some(first) = &self.beside {
                let message = format!(
                    "the additional properties have a field already, `{}`\nhelp: remove one of them",
                    first.ident
                );
                self.problems
                    .push(syn::Error::new(field.ident.span(), message));
            } else if !field.faulty {
                self.beside = Some(BesideField {
                    ident: &field.ident,
                    ty: &field.ty,
                    kind: Kind::of(&members),
                    record: RecordInField::of(&members, || {
                        "the additional properties take".to_owned()
                    }),
                });
            }
        }
    }
}

fn field_plan<'d>(
    field: &'d Field,
    index: usize,
    property: &'d Property,
    model: &Model<'d>,
) -> FieldPlan<'d> {
    let resolved = model.resolve(&property.schema);
    let kind = Kind::of(&resolved);
    FieldPlan {
        ident: &field.ident,
        ty: &field.ty,
        index,
        kind: if property.required {
            kind
        } else {
            Kind::Optional(Box::new(kind))
        },
        record: RecordInField::of(&resolved, || {
            format!("the property {} takes", quoted(&property.name))
        }),
        never_replace: field.never_replace,
    }
}

/// Two fields for one property.
fn twice(field: &Field, first: &Field, property: &Property) -> syn::Error {
    let message = format!(
        "the property {} has a field already, `{}`\nhelp: remove one of them",
        quoted(&property.name),
        first.ident
    );
    match &field.rename {
        Some(rename) => syn::Error::new(rename.span(), message),
        None => syn::Error::new(field.ident.span(), message),
    }
}

/// An optional property in a field that always holds something, or a required one in a field that need not.
fn opposite(field: &Field, property: &Property) -> Option<syn::Error> {
    let Type::Path(path) = &field.ty else {
        return None;
    };
    let last = path.path.segments.last()?;
    let is_option = last.ident == "Option";
    let name = quoted(&property.name);
    let message = if property.required && is_option {
        let help = match &last.arguments {
            PathArguments::AngleBracketed(arguments) => match arguments.args.first() {
                Some(GenericArgument::Type(inner)) => format!("write `{}`", shown(inner)),
                _ => "remove the `Option`".to_owned(),
            },
            _ => "remove the `Option`".to_owned(),
        };
        format!("the property {name} is required, so its field is no `Option`\nhelp: {help}")
    } else if !property.required && NO_OPTIONS.iter().any(|other| last.ident == other) {
        format!(
            "the property {name} is optional, so its field is an `Option`\nhelp: write `Option<{}>`",
            shown(&field.ty)
        )
    } else {
        return None;
    };
    Some(syn::Error::new_spanned(&field.ty, message))
}

/// A type as a person writes it.
fn shown(ty: &Type) -> String {
    let mut text = ty.to_token_stream().to_string();
    for (spaced, tight) in [
        (" :: ", "::"),
        (":: ", "::"),
        (" <", "<"),
        ("< ", "<"),
        (" >", ">"),
        (" ,", ","),
        ("& ", "&"),
    ] {
        text = text.replace(spaced, tight);
    }
    text
}

#[cfg(test)]
mod tests {
    use quote::quote;

    use super::*;

    #[test]
    fn types_are_shown_as_they_are_written() {
        for written in [
            "Value<Map<Value<String>>>",
            "std::vec::Vec<&'static str>",
            "::formwork::Json",
            "Either<A, B>",
        ] {
            let ty: Type = syn::parse_str(written).unwrap();
            assert_eq!(shown(&ty), written);
        }
    }

    fn said(item: proc_macro2::TokenStream) -> String {
        crate::derive_resource(item).to_string()
    }

    #[test]
    fn each_field_is_judged_by_itself() {
        let said = said(quote! {
            #[resource("AWS::ApiGatewayV2::IntegrationResponse")]
            struct Own {
                api_idd: Value<String>,
                integration_id: Option<String>,
                integration_response_key: String,
                template_selection_expression: String,
                #[resource(rename = "ApiId")]
                other: String,
                #[resource(rename = "ApiId")]
                another: String,
            }
        });
        assert_eq!(said.matches("compile_error").count(), 4, "{said}");
        for expected in [
            "no property for the field `api_idd`",
            "`IntegrationId` is required",
            "`TemplateSelectionExpression` is optional",
            "`ApiId` has a field already, `other`",
        ] {
            assert!(said.contains(expected), "{expected}: {said}");
        }
        assert!(said.contains("Resource for Own"), "{said}");
    }

    #[test]
    fn a_good_struct_is_the_same_in_every_build() {
        let item = quote! {
            #[resource("AWS::ApiGatewayV2::IntegrationResponse")]
            struct Own {
                integration_response_key: String,
                api_id: Value<String>,
                integration_id: Value<String>,
            }
        };
        let said = said(item.clone());
        assert!(!said.contains("compile_error"), "{said}");
        assert_eq!(said, crate::derive_resource(item).to_string());
        // Fields in the order of the struct, each with the number of its property.
        assert!(
            said.contains("3 integration_response_key [String]"),
            "{said}"
        );
        assert!(said.contains("0 api_id [Value < String >]"), "{said}");
    }
}
