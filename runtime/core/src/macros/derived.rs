//! The part of a derived struct that is the same for every one: only names and numbers are handed over.

/// What the runtime needs of a struct of the user's own: its generics, its type and bounds, what it stands
/// for, its [`SpecCell`], its number in there, the numbers of the fields whose change never replaces, its fields
/// with their numbers, types and kinds, the field for members beside the properties, and how a struct without any
/// property is made.
///
/// Fields are reached through [`Holds`] alone, always with the tokens of the field's type, so that a type
/// that does not fit is one error and stands there.
///
/// [`SpecCell`]: crate::__private::SpecCell
/// [`Holds`]: crate::__private::Holds
#[doc(hidden)]
#[macro_export]
macro_rules! __derived {
    (
        [$($generics:tt)*] [$record:ty] [$($bounds:tt)*] $name:tt $cell:path, $number:literal,
        [$($never_replace:literal),*], $($index:literal $field:ident [$ty:ty] [$kind:ty])*;
        [$($beside:ident [$beside_ty:ty] [$beside_kind:ty])?] $empty:block
    ) => {
        #[automatically_derived]
        #[doc(hidden)]
        impl<$($generics)*> $crate::__private::Generated for $record where $($bounds)* {
            type Kind = $crate::__private::OfProperties;
        }

        #[automatically_derived]
        #[doc(hidden)]
        impl<$($generics)*> $crate::__private::Properties for $record where $($bounds)* {
            const NAME: (&'static ::core::primitive::str, &'static ::core::primitive::str) = $name;

            const NEVER_REPLACE: &'static [::core::primitive::usize] = &[$($never_replace),*];

            #[inline]
            fn table() -> &'static $crate::__private::RecordSpec {
                $cell.record($number)
            }

            #[inline]
            fn each<'__a, __V: $crate::__private::Visitor<'__a>>(
                &'__a self,
                __visitor: &mut __V,
            ) {
                $(__V::slot(
                    __visitor,
                    $index,
                    <$ty as $crate::__private::Holds<$kind>>::slot(&self.$field),
                );)*
            }

            #[inline]
            fn slot_mut(
                &mut self,
                __index: ::core::primitive::usize,
            ) -> ::core::option::Option<&mut dyn $crate::__private::Slot> {
                match __index {
                    $($index => ::core::option::Option::Some(
                        <$ty as $crate::__private::Holds<$kind>>::slot_mut(&mut self.$field)
                    ),)*
                    _ => ::core::option::Option::None,
                }
            }

            $(
                const BESIDE: ::core::option::Option<$crate::__private::Beside<Self>> =
                    ::core::option::Option::Some($crate::__private::Beside {
                        view: |__record| {
                            <$beside_ty as $crate::__private::HoldsAdditional<$beside_kind>>::view(
                                &__record.$beside
                            )
                        },
                        slot_mut: |__record| ::core::option::Option::Some(
                            <$beside_ty as $crate::__private::HoldsAdditional<$beside_kind>>::slot_mut(
                                &mut __record.$beside
                            )
                        ),
                    });
            )?

            #[inline]
            fn empty() -> Self $empty
        }

        $crate::__serde! { [$($generics)*] [$record] [$($bounds)*] }
    };
}
