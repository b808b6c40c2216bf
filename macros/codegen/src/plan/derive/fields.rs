//! Which field stands for which property.

use formwork_specs::model::Property;
use formwork_specs::visible::quoted;
use quote::ToTokens;
use syn::{GenericArgument, PathArguments, Type};

use super::facts::Facts;
use super::generics::Parameters;
use super::names::Record;
use super::{BesideField, FieldPlan, Kind, RecordCheck};
use crate::input::derive::{Derived, Field, mentions};
use crate::plan::shapes::{Model, Resolved};
use crate::problems::Problems;

/// Types that are certainly no `Option`, also if a program names others so: where one of them stands for
/// what can be left out, the error can say what to write. Any other name may be an alias, which only the
/// compiler sees through.
const NO_OPTIONS: &[&str] = &[
    "BTreeMap", "Box", "Json", "Map", "String", "Value", "Vec", "bool", "f64", "i16", "i32", "i64",
    "i8", "u16", "u32", "u8",
];

/// The fields of a struct beside the properties of a record.
pub(super) struct Fields<'d, 'f, 's> {
    pub(super) derived: &'d Derived,
    pub(super) record: &'f Record<'s>,
    pub(super) model: &'f Model<'s>,
    pub(super) facts: &'f Facts<'f>,
    pub(super) parameters: &'f Parameters,
    /// The resource type.
    pub(super) type_name: &'f str,
}

impl<'d, 's> Fields<'d, '_, 's> {
    /// Decides which field stands for which property, and which for the members beside them.
    pub(super) fn decide(
        &self,
        problems: &mut Problems,
    ) -> (Vec<FieldPlan<'d>>, Option<BesideField<'d>>) {
        let fields = self.derived.fields.iter();
        let (beside, fields) = fields.partition(|field| self.record.is_beside(field));
        let fields = self.properties(fields, problems);
        (fields, self.beside(beside, problems))
    }

    fn properties(&self, fields: Vec<&'d Field>, problems: &mut Problems) -> Vec<FieldPlan<'d>> {
        let record = self.record;
        let found: Vec<Option<usize>> = fields.iter().map(|field| record.find(field)).collect();
        let mut plans = Vec::new();
        let mut taken: Vec<(usize, &Field)> = Vec::new();
        let mut meant: Vec<usize> = Vec::new();
        let mut unclear = !self.derived.is_struct;
        for (field, index) in fields.into_iter().zip(&found) {
            let Some(index) = *index else {
                unclear |= field.faulty;
                if !field.faulty {
                    let free = |index: &usize| !found.contains(&Some(*index));
                    meant.extend(record.report_unknown(field, free, problems));
                }
                continue;
            };
            let Some(property) = record.property(index) else {
                continue;
            };
            if let Some((_, first)) = taken.iter().find(|(other, _)| *other == index) {
                problems.push(twice(field, first, property));
                continue;
            }
            taken.push((index, field));
            match opposite(field, property) {
                Some(error) => problems.push(error),
                None if field.faulty => {}
                None => plans.push(self.property(field, index, property)),
            }
        }
        let missing =
            record.missing(|index| found.contains(&Some(index)) || meant.contains(&index));
        if !unclear && !missing.is_empty() {
            problems.push(record.report_missing(&missing, &self.derived.ident, self.model));
        }
        plans
    }

    fn property(&self, field: &'d Field, index: usize, property: &'s Property) -> FieldPlan<'d> {
        let resolved = self.model.resolve(&property.schema);
        let kind = Kind::of(&resolved);
        let taken_by = || format!("the property {} takes", quoted(&property.name));
        FieldPlan {
            ident: &field.ident,
            ty: &field.ty,
            index,
            kind: if property.required {
                kind
            } else {
                Kind::Optional(Box::new(kind))
            },
            is_bound: self.parameters.are_in(&field.ty),
            check: self.check(&field.ty, &resolved, taken_by),
            never_replace: field.never_replace,
        }
    }

    /// The fields for members beside the properties, of which there is one at most.
    fn beside(&self, fields: Vec<&'d Field>, problems: &mut Problems) -> Option<BesideField<'d>> {
        let mut plan: Option<BesideField<'d>> = None;
        for field in fields {
            let members = match self.record.beside(field) {
                Ok(members) => self.model.resolve(members),
                Err(error) => {
                    problems.push(error);
                    continue;
                }
            };
            if let Some(first) = &plan {
                let message = format!(
                    "the additional properties have a field already, `{}`\nhelp: remove one of them",
                    first.ident
                );
                problems.push(syn::Error::new(field.ident.span(), message));
            } else if !field.faulty {
                let taken_by = || "the additional properties take".to_owned();
                plan = Some(BesideField {
                    ident: &field.ident,
                    ty: &field.ty,
                    kind: Kind::of(&members),
                    is_bound: self.parameters.are_in(&field.ty),
                    check: self.check(&field.ty, &members, taken_by),
                });
            }
        }
        plan
    }

    /// What the type of a field that holds a struct has to stand for, where the compiler can tell: not of a
    /// parameter, nor of the struct itself.
    fn check(
        &self,
        ty: &Type,
        resolved: &Resolved<'_>,
        taken_by: impl FnOnce() -> String,
    ) -> Option<RecordCheck> {
        let Resolved::Record(name) = resolved.innermost() else {
            return None;
        };
        if self.parameters.are_in(ty) || mentions(ty, &["Self".to_owned()]) {
            return None;
        }
        let message = format!(
            "{} the property type {} of `{}`, and the type of this field stands for another",
            taken_by(),
            quoted(name),
            self.type_name,
        );
        Some(RecordCheck {
            property_type: (*name).to_owned(),
            generated: self.facts.generated(name),
            message,
        })
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
