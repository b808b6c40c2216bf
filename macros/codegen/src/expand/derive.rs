//! The traits of a struct of the user's own.

use formwork_specs::visible::quoted;
use proc_macro2::{Literal, TokenStream};
use quote::{ToTokens, format_ident, quote, quote_spanned};
use syn::spanned::Spanned;
use syn::{GenericParam, Token, Type};

use super::Paths;
use crate::derive::{Role, mentions};
use crate::plan::{
    self, AttributePlan, DerivePlan, DerivedField, Facts, Kind, RecordInField, RustType,
};

// const _: () = {
//     static __SPEC: SpecCell = SpecCell::new("…");
//     derived! { [] [NotFound] [] ("AWS::…", "") __SPEC, 0, [2], 0 api_id [Value<String>] [String] …; [] { … } }
//     impl Resource for NotFound { … }
// };
/// The impls for a struct, or what stands in for them after an error.
pub(crate) fn derive(plan: &DerivePlan<'_>, paths: &Paths) -> TokenStream {
    let private = paths.private();
    let generics = Generics::of(plan);
    let Generics {
        parameters,
        own,
        bounds,
        ..
    } = &generics;
    let field_bounds = plan
        .fields
        .iter()
        .filter(|field| generics.in_type(field.ty));
    let field_bounds = field_bounds.map(|field| {
        let (ty, kind) = (field.ty, kind(&field.kind, paths));
        quote!(#ty: #private::Holds<#kind>,)
    });
    let beside = plan.beside.iter();
    let beside_bounds = beside.filter(|beside| generics.in_type(beside.ty));
    let beside_bounds = beside_bounds.map(|beside| {
        let (ty, kind) = (beside.ty, kind(&beside.kind, paths));
        quote!(#ty: #private::HoldsAdditional<#kind>,)
    });
    let skipped = plan.derived.skipped.iter().map(|(_, ty)| ty);
    let skipped = skipped.filter(|ty| generics.in_type(ty));
    let bounds = quote! {
        #bounds #(#field_bounds)* #(#beside_bounds)* #(#skipped: ::core::default::Default,)*
    };
    let facts = Facts::of(plan);
    let number = facts.as_ref().map_or(0, |facts| facts.number);
    let table = facts.as_ref().map_or_else(
        || "{}".to_owned(),
        |facts| facts.model.facts_text(&facts.definitions),
    );
    let number = Literal::usize_unsuffixed(number);
    let type_name = &plan.type_name;
    let property_type = plan.property_type.as_deref().unwrap_or_default();
    let rows = plan.fields.iter().map(|field| row(field, paths));
    let never_replace = plan.fields.iter().filter(|field| field.never_replace);
    let never_replace = never_replace.map(|field| Literal::usize_unsuffixed(field.index));
    let beside = plan.beside.iter().map(|beside| {
        let (ident, ty, kind) = (beside.ident, beside.ty, kind(&beside.kind, paths));
        quote!(#ident [#ty] [#kind])
    });
    let empty = empty(plan, paths);
    let traits = traits(plan, &generics, &bounds, paths);
    let attributes = facts
        .as_ref()
        .map(|facts| attributes(plan, &generics, facts, paths));
    let fields = plan.fields.iter().map(|field| (field.ty, &field.record));
    let beside_field = plan.beside.iter().map(|field| (field.ty, &field.record));
    let checks = fields
        .chain(beside_field)
        .filter(|(ty, _)| !generics.in_type(ty) && !mentions(ty, &["Self".to_owned()]))
        .filter_map(|(ty, record)| {
            let record = record.as_ref()?;
            Some(record_check(ty, record, plan, facts.as_ref()?, paths))
        });
    quote! {
        const _: () = {
            static __SPEC: #private::SpecCell = #private::SpecCell::new(#table);
            #private::derived! {
                [#parameters] [#own] [#bounds] (#type_name, #property_type) __SPEC, #number,
                [#(#never_replace),*], #(#rows)*; [#(#beside)*] { #empty }
            }
            #traits
            #attributes
            #(#checks)*
        };
    }
}

// 0 api_id [Value<String>] [String]
fn row(field: &DerivedField<'_>, paths: &Paths) -> TokenStream {
    let DerivedField {
        ident, ty, index, ..
    } = field;
    let index = Literal::usize_unsuffixed(*index);
    let kind = kind(&field.kind, paths);
    quote!(#index #ident [#ty] [#kind])
}

/// What the property takes, as a type. Resolving bounds how deeply kinds stand inside each other.
fn kind(of: &Kind, paths: &Paths) -> TokenStream {
    let private = paths.private();
    match of {
        Kind::Text => quote!(#private::String),
        Kind::Integer => quote!(::core::primitive::i64),
        Kind::Number => quote!(::core::primitive::f64),
        Kind::Boolean => quote!(::core::primitive::bool),
        Kind::AnyJson => quote!(#private::Json),
        Kind::PropertyType => quote!(#private::PropertyType),
        Kind::List(inner) => {
            let inner = kind(inner, paths);
            quote!(#private::Vec<#inner>)
        }
        Kind::MapOf(inner) => {
            let inner = kind(inner, paths);
            quote!(#private::Map<#inner>)
        }
        Kind::Optional(inner) => {
            let inner = kind(inner, paths);
            quote!(::core::option::Option<#inner>)
        }
    }
}

// Self { api_id: <Value<String> as Holds<String>>::vacant(), note: Default::default() }
fn empty(plan: &DerivePlan<'_>, paths: &Paths) -> TokenStream {
    if !plan.problems.is_empty() {
        return quote!(::core::unimplemented!());
    }
    let private = paths.private();
    let held = plan.fields.iter().map(|field| {
        let (ident, ty, kind) = (field.ident, field.ty, kind(&field.kind, paths));
        quote!(#ident: <#ty as #private::Holds<#kind>>::vacant())
    });
    let beside = plan.beside.iter().map(|field| {
        let (ident, ty, kind) = (field.ident, field.ty, kind(&field.kind, paths));
        quote!(#ident: <#ty as #private::HoldsAdditional<#kind>>::vacant())
    });
    let skipped = plan.derived.skipped.iter().map(
        |(ident, _)| quote_spanned!(ident.span()=> #ident: ::core::default::Default::default()),
    );
    quote!(Self { #(#held,)* #(#beside,)* #(#skipped,)* })
}

// impl Resource for NotFound { … }
fn traits(
    plan: &DerivePlan<'_>,
    generics: &Generics,
    bounds: &TokenStream,
    paths: &Paths,
) -> TokenStream {
    let private = paths.private();
    let Generics {
        parameters,
        own,
        names,
        ..
    } = generics;
    let type_name = &plan.type_name;
    if plan.derived.role == Role::PropertyType {
        return TokenStream::new();
    }
    // What is derived for a generic struct holds only for some of its types.
    let derived = (!names.is_empty())
        .then(|| quote!(#own: ::core::clone::Clone + ::core::fmt::Debug + ::core::cmp::PartialEq,));
    quote! {
        #[automatically_derived]
        impl<#parameters> #private::Resource for #own where #bounds #derived {
            const TYPE_NAME: &'static ::core::primitive::str = #type_name;
            type Attributes = Self;
            #[inline]
            fn spec() -> &'static #private::ResourceSpec { __SPEC.resource() }
        }

        #private::into_resource! { [#parameters] [#own] [#bounds #derived] }
    }
}

// impl NotFound {
//     pub const INTEGRATION_RESPONSE_ID: Attribute<Self, String> = Attribute::new("IntegrationResponseId");
// }
/// What the resource returns, as constants of the struct.
fn attributes(
    plan: &DerivePlan<'_>,
    generics: &Generics,
    facts: &Facts<'_>,
    paths: &Paths,
) -> TokenStream {
    if plan.derived.role == Role::PropertyType || !plan.problems.is_empty() {
        return TokenStream::new();
    }
    let private = paths.private();
    let Generics {
        parameters,
        own,
        bounds,
        ..
    } = generics;
    let attributes = plan::attributes(&facts.model);
    let constants = attributes.iter().filter_map(|attribute| {
        let AttributePlan {
            ident,
            name,
            ty,
            doc,
        } = attribute;
        let (ident, ty) = (format_ident!("{ident}"), returned(ty, paths)?);
        Some(quote! {
            #[doc = #doc]
            pub const #ident: #private::Attribute<Self, #ty> = #private::Attribute::new(#name);
        })
    });
    quote! {
        #[automatically_derived]
        #[allow(dead_code, reason = "programs read few attributes")]
        impl<#parameters> #own where #bounds {
            #(#constants)*
        }
    }
}

/// The type of what an attribute returns; none of what no attribute does.
fn returned(ty: &RustType, paths: &Paths) -> Option<TokenStream> {
    let private = paths.private();
    Some(match ty {
        RustType::Text => quote!(#private::String),
        RustType::Integer => quote!(::core::primitive::i64),
        RustType::Float => quote!(::core::primitive::f64),
        RustType::Bool => quote!(::core::primitive::bool),
        RustType::Json => quote!(#private::Json),
        RustType::List(inner) => {
            let inner = returned(inner, paths)?;
            quote!(#private::Vec<#private::Value<#inner>>)
        }
        RustType::Map(_)
        | RustType::Record(_)
        | RustType::BoxedRecord(_)
        | RustType::ValueSet(_) => return None,
    })
}

// const _: () = {
//     use Unnamed as _;
//     assert!(stands_for(Probe::<Vec<Label>>::FOUND, "AWS::S3::Bucket", "Tag", "Tag"), "…");
// };
fn record_check(
    ty: &Type,
    record: &RecordInField,
    plan: &DerivePlan<'_>,
    facts: &Facts<'_>,
    paths: &Paths,
) -> TokenStream {
    let RecordInField { name, taken_by } = record;
    let generated = facts.generated(name);
    let private = paths.private();
    let type_name = &plan.type_name;
    let message = format!(
        "{taken_by} the property type {} of `{type_name}`, and the type of this field stands for another",
        quoted(name),
    );
    quote_spanned! {ty.span()=>
        const _: () = {
            #[allow(unused_imports, reason = "only types without a name need it")]
            use #private::Unnamed as _;
            ::core::assert!(
                #private::stands_for(
                    #private::Probe::<#ty>::FOUND, #type_name, #name, #generated
                ),
                #message
            );
        };
    }
}

/// The generics of a struct, for the head of an impl.
struct Generics {
    /// `T: Clone, const N: usize`.
    parameters: TokenStream,
    /// `NotFound<T, N>`.
    own: TokenStream,
    /// What the user's `where` demands, with a comma behind it.
    bounds: TokenStream,
    /// The names of the type and const parameters.
    names: Vec<String>,
}

impl Generics {
    fn of(plan: &DerivePlan<'_>) -> Self {
        let mut generics = plan.derived.generics.clone();
        for parameter in &mut generics.params {
            match parameter {
                GenericParam::Type(parameter) => parameter.default = None,
                GenericParam::Const(parameter) => parameter.default = None,
                GenericParam::Lifetime(_) => {}
            }
        }
        let names = generics
            .params
            .iter()
            .filter_map(|parameter| match parameter {
                GenericParam::Type(parameter) => Some(parameter.ident.to_string()),
                GenericParam::Const(parameter) => Some(parameter.ident.to_string()),
                GenericParam::Lifetime(_) => None,
            });
        let ident = &plan.derived.ident;
        let (_, arguments, _) = generics.split_for_impl();
        let bounds = generics.where_clause.as_ref().map(|clause| {
            let mut predicates = clause.predicates.clone();
            if !predicates.empty_or_trailing() {
                predicates.push_punct(<Token![,]>::default());
            }
            predicates.into_token_stream()
        });
        Self {
            own: quote!(#ident #arguments),
            bounds: bounds.unwrap_or_default(),
            names: names.collect(),
            parameters: generics.params.to_token_stream(),
        }
    }

    fn in_type(&self, ty: &Type) -> bool {
        mentions(ty, &self.names)
    }
}
