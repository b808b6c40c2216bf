//! Builders.
//!
//! Only required properties have a state: a parameter that is `Missing<…>` until the setter makes it
//! `Given`. The builder of the resource stands in the module and cannot name the struct beside it, so what
//! is built is a parameter of it; builders in the module name their struct.

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use super::paths::{Paths, Scope};
use crate::plan::{FieldPlan, RecordPlan, StatePlan};

/// What a builder is made for.
pub(super) struct Builder<'p> {
    record: &'p RecordPlan,
    /// The struct, as it is named where the functions of the builder stand.
    own: &'p TokenStream,
    scope: &'p Scope,
    paths: &'p Paths,
}

impl<'p> Builder<'p> {
    pub(super) fn new(
        record: &'p RecordPlan,
        own: &'p TokenStream,
        scope: &'p Scope,
        paths: &'p Paths,
    ) -> Self {
        Self {
            record,
            own,
            scope,
            paths,
        }
    }

    // /// documentation
    // pub struct IntegrationResponseBuilder<Target, ApiId = Missing<required::ApiId>> {
    //     pub __record: Target,
    //     pub __state: PhantomData<(ApiId,)>,
    // }
    pub(super) fn item(&self) -> TokenStream {
        let builder = &self.record.builder;
        let (ident, target) = (&builder.ident, &builder.target);
        let private = self.paths.private();
        let parameters = builder.states.iter().map(|StatePlan { parameter, marker }| {
            quote!(#parameter = #private::Missing<self::required::#marker>)
        });
        let state = self.parameters();
        let doc = format!(
            "Builder of `{}`: one setter for each property, then [`build`](Self::build).",
            self.record.ident,
        );
        let (generic, record) = if self.is_generic() {
            (quote!(#target,), quote!(#target))
        } else {
            let own = self.own;
            (TokenStream::new(), quote!(#own))
        };
        quote! {
            #[doc = #doc]
            #[must_use]
            pub struct #ident<#generic #(#parameters,)*> {
                #[doc(hidden)]
                pub __record: #record,
                #[doc(hidden)]
                pub __state: ::core::marker::PhantomData<(#(#state,)*)>,
            }
        }
    }

    // impl IntegrationResponse { pub fn builder() -> … }
    // impl<ApiId> IntegrationResponseBuilder<IntegrationResponse, ApiId> { setters, build }
    pub(super) fn impls(&self) -> TokenStream {
        let Self { record, own, .. } = self;
        let private = self.paths.private();
        let parameters: Vec<&Ident> = self.parameters();
        let ty = self.ty(None);
        let start = self.start_ty();
        let construct = self.construct(&quote!(<#own as #private::Record>::empty()));
        let setters = record.fields.iter().map(|field| self.setter(field));
        let given =
            (!parameters.is_empty()).then(|| quote!(where #(#parameters: #private::IsGiven,)*));
        let doc = format!("A builder of `{}`.", record.ident);
        quote! {
            impl #own {
                #[doc = #doc]
                #[inline]
                pub fn builder() -> #start { #construct }
            }
            impl<#(#parameters,)*> #ty {
                #(#setters)*
                /// What was built. This compiles only if every required property was given.
                #[inline]
                #[must_use]
                pub fn build(self) -> #own #given { self.__record }
            }
        }
    }

    // pub fn api_id(mut self, __value: impl Into<Value<String>>) -> IntegrationResponseBuilder<…, Given> {
    //     self.__record.api_id = Into::into(__value);
    //     IntegrationResponseBuilder { __record: self.__record, __state: PhantomData }
    // }
    fn setter(&self, field: &FieldPlan) -> TokenStream {
        let FieldPlan {
            ident,
            setter,
            alias: _,
            ty,
            state,
            doc: _,
            setter_doc,
        } = field;
        let slot = self.paths.slot(ty, self.scope);
        let into = self.paths.into();
        let (result, value, end) = if let Some(state) = *state {
            let construct = self.construct(&quote!(self.__record));
            (
                self.ty(Some(state)),
                quote!(#into::into(__value)),
                construct,
            )
        } else {
            let option = self.paths.option();
            (
                quote!(Self),
                quote!(#option::Some(#into::into(__value))),
                quote!(self),
            )
        };
        quote! {
            #[doc = #setter_doc]
            #[inline]
            pub fn #setter(mut self, __value: impl #into<#slot>) -> #result {
                self.__record.#ident = #value;
                #end
            }
        }
    }

    fn construct(&self, record: &TokenStream) -> TokenStream {
        let (scope, ident) = (self.scope, &self.record.builder.ident);
        quote!(#scope::#ident { __record: #record, __state: ::core::marker::PhantomData })
    }

    /// The builder with its parameters, of which one may be given.
    fn ty(&self, given: Option<usize>) -> TokenStream {
        let private = self.paths.private();
        let states = self.record.builder.states.iter().enumerate();
        let arguments = states.map(|(at, StatePlan { parameter, .. })| {
            if given == Some(at) {
                quote!(#private::Given)
            } else {
                quote!(#parameter)
            }
        });
        let (scope, ident) = (self.scope, &self.record.builder.ident);
        let own = self.is_generic().then_some(self.own).into_iter();
        quote!(#scope::#ident<#(#own,)* #(#arguments,)*>)
    }

    /// The builder with nothing given yet, by the defaults of its parameters.
    fn start_ty(&self) -> TokenStream {
        let (scope, ident) = (self.scope, &self.record.builder.ident);
        let own = self.is_generic().then_some(self.own).into_iter();
        quote!(#scope::#ident<#(#own)*>)
    }

    fn parameters(&self) -> Vec<&'p Ident> {
        self.record
            .builder
            .states
            .iter()
            .map(|state| &state.parameter)
            .collect()
    }

    fn is_generic(&self) -> bool {
        matches!(self.scope, Scope::Beside(_))
    }
}
