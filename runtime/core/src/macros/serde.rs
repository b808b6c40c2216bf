//! Reading and writing through `serde`.

/// Reading and writing through `serde`: the generics of a struct, its type and bounds.
#[doc(hidden)]
#[macro_export]
macro_rules! __serde {
    ([$($generics:tt)*] [$record:ty] [$($bounds:tt)*]) => {
        #[automatically_derived]
        #[doc(hidden)]
        impl<$($generics)*> $crate::__private::Serialize for $record where $($bounds)* {
            fn serialize<__S: $crate::__private::Serializer>(
                &self,
                __serializer: __S,
            ) -> ::core::result::Result<__S::Ok, __S::Error> {
                $crate::__private::serialize(self, __serializer)
            }
        }

        #[automatically_derived]
        #[doc(hidden)]
        impl<'__de, $($generics)*> $crate::__private::Deserialize<'__de> for $record
        where
            $($bounds)*
        {
            fn deserialize<__D: $crate::__private::Deserializer<'__de>>(
                __deserializer: __D,
            ) -> ::core::result::Result<Self, __D::Error> {
                $crate::__private::deserialize(__deserializer)
            }
        }
    };
}
