//! What the runtime needs of a struct whose fields are properties.

/// What the runtime needs of a struct whose fields are properties: its type, its [`SpecCell`], its number
/// in there, its fields with their numbers, the field for members beside the properties, if there is one, and a
/// struct without any property.
///
/// [`SpecCell`]: crate::__private::SpecCell
#[doc(hidden)]
#[macro_export]
macro_rules! __record {
    ($record:ty, $cell:path, $number:literal, $($index:literal $field:ident)*; [$($beside:ident)?] $empty:block) => {
        #[automatically_derived]
        #[doc(hidden)]
        impl $crate::__private::Properties for $record {
            const NAME: (&'static ::core::primitive::str, &'static ::core::primitive::str) =
                ("", ::core::stringify!($record));

            #[inline]
            fn table() -> &'static $crate::__private::RecordSpec {
                $cell.record($number)
            }

            #[inline]
            fn each<'__a, __V: $crate::__private::Visitor<'__a>>(
                &'__a self,
                __visitor: &mut __V,
            ) {
                $(__visitor.slot($index, &self.$field);)*
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

            $(
                const BESIDE: ::core::option::Option<$crate::__private::Beside<Self>> =
                    ::core::option::Option::Some($crate::__private::Beside {
                        view: |__record| $crate::__private::View::Map(&__record.$beside),
                        slot_mut: |__record| ::core::option::Option::Some(&mut __record.$beside),
                    });
            )?

            #[inline]
            fn empty() -> Self $empty
        }

        #[automatically_derived]
        #[doc(hidden)]
        impl $crate::__private::Generated for $record {
            type Kind = $crate::__private::OfProperties;
        }

        // Not marked as derived: some property may hold a number, so that there is no `Eq` to ask for.
        #[doc(hidden)]
        impl ::core::cmp::PartialEq for $record {
            fn eq(&self, other: &Self) -> ::core::primitive::bool {
                $crate::__private::equal(self, other)
            }
        }

        #[automatically_derived]
        #[doc(hidden)]
        impl ::core::fmt::Debug for $record {
            fn fmt(&self, formatter: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                $crate::__private::debug(self, formatter)
            }
        }

        $crate::__serde! { [] [$record] [] }
    };
}
