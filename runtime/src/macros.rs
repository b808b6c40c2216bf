//! The parts of generated code that are the same for every type, so that the generator need not repeat
//! them: only names and numbers are handed over.

/// What the runtime needs of a struct whose fields are properties: its type, its [`SpecCell`], its number
/// in there, and its fields with their numbers.
///
/// [`SpecCell`]: crate::__private::SpecCell
#[doc(hidden)]
#[macro_export]
macro_rules! __record {
    ($record:ty, $cell:path, $number:literal, $($index:literal $field:ident)*) => {
        #[automatically_derived]
        impl $crate::__private::Record for $record {
            #[inline]
            fn table() -> &'static $crate::__private::RecordSpec {
                $cell.record($number)
            }

            #[inline]
            fn spec(&self) -> &'static $crate::__private::RecordSpec {
                $cell.record($number)
            }

            #[inline]
            fn slot(
                &self,
                index: ::core::primitive::usize,
            ) -> ::core::option::Option<&dyn $crate::__private::Slot> {
                match index {
                    $($index => ::core::option::Option::Some(&self.$field),)*
                    _ => ::core::option::Option::None,
                }
            }

            #[inline]
            fn slot_mut(
                &mut self,
                index: ::core::primitive::usize,
            ) -> ::core::option::Option<&mut dyn $crate::__private::Slot> {
                match index {
                    $($index => ::core::option::Option::Some(&mut self.$field),)*
                    _ => ::core::option::Option::None,
                }
            }

            #[inline]
            fn empty() -> Self {
                Self { $($field: $crate::__private::empty(),)* }
            }
        }

        #[automatically_derived]
        impl ::core::fmt::Debug for $record {
            #[inline]
            fn fmt(&self, formatter: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                $crate::__private::debug(self, formatter)
            }
        }

        #[automatically_derived]
        impl $crate::__private::Serialize for $record {
            #[inline]
            fn serialize<S: $crate::__private::Serializer>(
                &self,
                serializer: S,
            ) -> ::core::result::Result<S::Ok, S::Error> {
                $crate::__private::serialize(self, serializer)
            }
        }

        #[automatically_derived]
        impl<'de> $crate::__private::Deserialize<'de> for $record {
            #[inline]
            fn deserialize<D: $crate::__private::Deserializer<'de>>(
                deserializer: D,
            ) -> ::core::result::Result<Self, D::Error> {
                $crate::__private::deserialize(deserializer)
            }
        }
    };
}

/// What an enum of known values can do: its type, and its variants with their numbers and values.
#[doc(hidden)]
#[macro_export]
macro_rules! __value_set {
    ($set:ident, $($index:literal $variant:ident $value:literal)*) => {
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
