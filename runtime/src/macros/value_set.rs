//! Open sets of strings.

/// An enum of known values: its name, its documentation, and a row for each value with its number, the
/// value, the name of the variant and its documentation.
#[doc(hidden)]
#[macro_export]
macro_rules! __value_set {
    ($set:ident $doc:tt; $($index:tt $value:tt $variant:ident $variant_doc:tt;)*) => {
        #[doc = $doc]
        #[derive(
            ::core::clone::Clone,
            ::core::cmp::PartialEq,
            ::core::cmp::Eq,
            ::core::hash::Hash,
        )]
        #[non_exhaustive]
        pub enum $set {
            $(#[doc = $variant_doc] $variant,)*
            #[doc(hidden)]
            __Other($crate::__private::Other),
        }

        impl $set {
            /// The values that the specification allows, in its order.
            pub const VALUES: &'static [&'static ::core::primitive::str] = &[$($value),*];

            /// The value as a document holds it.
            #[inline]
            #[must_use]
            pub fn as_str(&self) -> &::core::primitive::str {
                $crate::__private::value_set_text(self)
            }

            /// Whether the specification allows the value.
            #[inline]
            #[must_use]
            pub fn is_known(&self) -> ::core::primitive::bool {
                !::core::matches!(self, Self::__Other(_))
            }
        }

        #[automatically_derived]
        impl $crate::__private::ValueSet for $set {
            const VALUES: &'static [&'static ::core::primitive::str] = &[$($value),*];

            #[inline]
            fn known() -> &'static [Self] {
                const { &[$(Self::$variant),*] }
            }

            #[inline]
            fn position(&self) -> ::core::primitive::usize {
                match self {
                    $(Self::$variant => $index,)*
                    Self::__Other(_) => ::core::primitive::usize::MAX,
                }
            }

            #[inline]
            fn other(&self) -> ::core::option::Option<&$crate::__private::Other> {
                match self {
                    Self::__Other(other) => ::core::option::Option::Some(other),
                    _ => ::core::option::Option::None,
                }
            }

            #[inline]
            fn from_other(other: $crate::__private::Other) -> Self {
                Self::__Other(other)
            }
        }

        #[automatically_derived]
        impl $crate::__private::Slot for $set {
            #[inline]
            fn view(&self) -> $crate::__private::View<'_> {
                $crate::__private::View::Text($crate::__private::value_set_text(self))
            }

            #[inline]
            fn fill(
                &mut self,
                node: $crate::__private::NodeRef<'_>,
            ) -> $crate::__private::Filled {
                $crate::__private::value_set_fill(self, node)
            }

            #[inline]
            fn empty() -> Self {
                $crate::__private::value_set_empty()
            }
        }

        #[automatically_derived]
        impl ::core::convert::From<&::core::primitive::str> for $set {
            #[inline]
            fn from(text: &::core::primitive::str) -> Self {
                $crate::__private::value_set_from(text)
            }
        }

        #[automatically_derived]
        impl ::core::fmt::Display for $set {
            #[inline]
            fn fmt(&self, formatter: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                formatter.pad($crate::__private::value_set_text(self))
            }
        }

        #[automatically_derived]
        impl ::core::fmt::Debug for $set {
            #[inline]
            fn fmt(&self, formatter: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                $crate::__private::value_set_debug(self, formatter)
            }
        }
    };
}
