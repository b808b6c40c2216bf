//! The traits of a struct of the user's own.

use proc_macro2::{Literal, TokenStream};
use quote::{ToTokens, format_ident, quote, quote_spanned};
use syn::spanned::Spanned;
use syn::{Token, Type};

use super::Paths;
use crate::plan::{DerivePlan, DerivedField, Kind, RecordCheck, Returned, ReturnedAttribute};

// const _: () = {
//     static __SPEC: SpecCell = SpecCell::new("…");
//     derived! { [] [NotFound] [] ("AWS::…", "") __SPEC, 0, [2], 0 api_id [Value<String>] [String] …; [] { … } }
//     impl Resource for NotFound { … }
// };
/// The impls for a struct, or what stands in for them after an error.
pub(crate) fn derive(plan: &DerivePlan<'_>, paths: &Paths) -> TokenStream {
    let private = paths.private();
    let head = Head::of(plan);
    let Head {
        parameters, own, ..
    } = &head;
    let bounds = bounds(plan, &head, paths);
    let (table, number) = (&plan.table, Literal::usize_unsuffixed(plan.number));
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
    let traits = plan
        .is_resource
        .then(|| traits(plan, &head, &bounds, paths));
    let attributes = (!plan.attributes.is_empty()).then(|| attributes(plan, &head, paths));
    let fields = plan.fields.iter().map(|field| (field.ty, &field.check));
    let beside_field = plan.beside.iter().map(|field| (field.ty, &field.check));
    let checks = fields
        .chain(beside_field)
        .filter_map(|(ty, check)| Some(record_check(ty, check.as_ref()?, type_name, paths)));
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

/// The head of an impl for a struct.
struct Head {
    /// `T: Clone, const N: usize`.
    parameters: TokenStream,
    /// `NotFound<T, N>`.
    own: TokenStream,
    /// What the user's `where` demands, with a comma behind it.
    bounds: TokenStream,
}

impl Head {
    fn of(plan: &DerivePlan<'_>) -> Self {
        let (ident, generics) = (plan.ident, &plan.generics);
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
            parameters: generics.params.to_token_stream(),
        }
    }
}

// T: Holds<String>, U: Default,
/// What an impl demands of the types of a struct with parameters.
fn bounds(plan: &DerivePlan<'_>, head: &Head, paths: &Paths) -> TokenStream {
    let private = paths.private();
    let fields = plan.fields.iter().filter(|field| field.is_bound);
    let fields = fields.map(|field| {
        let (ty, kind) = (field.ty, kind(&field.kind, paths));
        quote!(#ty: #private::Holds<#kind>,)
    });
    let beside = plan.beside.iter().filter(|beside| beside.is_bound);
    let beside = beside.map(|beside| {
        let (ty, kind) = (beside.ty, kind(&beside.kind, paths));
        quote!(#ty: #private::HoldsAdditional<#kind>,)
    });
    let skipped = plan.skipped.iter().filter(|skipped| skipped.is_bound);
    let skipped = skipped.map(|skipped| skipped.ty);
    let written = &head.bounds;
    quote! { #written #(#fields)* #(#beside)* #(#skipped: ::core::default::Default,)* }
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
    if plan.is_stand_in {
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
    let skipped = plan.skipped.iter().map(|skipped| {
        let ident = skipped.ident;
        quote_spanned!(ident.span()=> #ident: ::core::default::Default::default())
    });
    quote!(Self { #(#held,)* #(#beside,)* #(#skipped,)* })
}

// impl Resource for NotFound { … }
fn traits(plan: &DerivePlan<'_>, head: &Head, bounds: &TokenStream, paths: &Paths) -> TokenStream {
    let private = paths.private();
    let Head {
        parameters, own, ..
    } = head;
    let type_name = &plan.type_name;
    // What is derived for a generic struct holds only for some of its types.
    let derived = plan
        .is_generic
        .then(|| quote!(#own: ::core::clone::Clone + ::core::fmt::Debug + ::core::cmp::PartialEq,));
    quote! {
        #[automatically_derived]
        impl<#parameters> #private::Resource for #own where #bounds #derived {
            const TYPE_NAME: &'static ::core::primitive::str = #type_name;
            type Attributes = Self;
            #[inline]
            fn spec() -> &'static #private::ResourceSpec { __SPEC.resource() }
        }

        #private::built! { [#parameters] [#own] [#bounds #derived] }
    }
}

// impl NotFound {
//     pub const INTEGRATION_RESPONSE_ID: Attribute<Self, String> = Attribute::new("IntegrationResponseId");
// }
/// What the resource returns, as constants of the struct.
fn attributes(plan: &DerivePlan<'_>, head: &Head, paths: &Paths) -> TokenStream {
    let private = paths.private();
    let Head {
        parameters,
        own,
        bounds,
    } = head;
    let constants = plan.attributes.iter().map(|attribute| {
        let ReturnedAttribute {
            ident,
            name,
            ty,
            doc,
        } = attribute;
        let (ident, ty) = (format_ident!("{ident}"), returned(ty, paths));
        quote! {
            #[doc = #doc]
            pub const #ident: #private::Attribute<Self, #ty> = #private::Attribute::new(#name);
        }
    });
    quote! {
        #[automatically_derived]
        #[allow(dead_code, reason = "programs read few attributes")]
        impl<#parameters> #own where #bounds {
            #(#constants)*
        }
    }
}

/// The type of what an attribute returns.
fn returned(ty: &Returned, paths: &Paths) -> TokenStream {
    let private = paths.private();
    match ty {
        Returned::Text => quote!(#private::String),
        Returned::Integer => quote!(::core::primitive::i64),
        Returned::Number => quote!(::core::primitive::f64),
        Returned::Boolean => quote!(::core::primitive::bool),
        Returned::AnyJson => quote!(#private::Json),
        Returned::List(inner) => {
            let inner = returned(inner, paths);
            quote!(#private::Vec<#private::Value<#inner>>)
        }
    }
}

// const _: () = {
//     use Unnamed as _;
//     assert!(stands_for(Probe::<Vec<Label>>::FOUND, "AWS::S3::Bucket", "Tag", "Tag"), "…");
// };
fn record_check(ty: &Type, check: &RecordCheck, type_name: &str, paths: &Paths) -> TokenStream {
    let RecordCheck {
        property_type,
        generated,
        message,
    } = check;
    let private = paths.private();
    quote_spanned! {ty.span()=>
        const _: () = {
            #[allow(unused_imports, reason = "only types without a name need it")]
            use #private::Unnamed as _;
            ::core::assert!(
                #private::stands_for(
                    #private::Probe::<#ty>::FOUND, #type_name, #property_type, #generated
                ),
                #message
            );
        };
    }
}
