//! Open sets of strings.

/// An enum of known values: its name, its documentation, and a row for each value with its number, the
/// value, the name of the variant and its documentation.
///
/// Rows stand in blocks of which each becomes functions of its own: the time that the compiler takes for one
/// `match` grows with the square of its arms.
#[doc(hidden)]
#[macro_export]
macro_rules! __value_set {
    ($set:ident $doc:tt; $({
        $($index:tt $value:tt $variant:ident $variant_doc:tt;)*
    })*) => {
        #[doc = $doc]
        #[non_exhaustive]
        pub enum $set {
            $($(#[doc = $variant_doc] $variant,)*)*
            #[doc(hidden)]
            __Other($crate::__private::Other),
        }

        impl $set {
            /// The values that the specification allows, in its order.
            pub const VALUES: &'static [&'static ::core::primitive::str] = &[$($($value,)*)*];

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
        #[doc(hidden)]
        impl $crate::__private::ValueSet for $set {
            const TEXTS: &'static [&'static ::core::primitive::str] = Self::VALUES;

            #[inline]
            fn known(
                &self,
            ) -> ::core::result::Result<::core::primitive::usize, &$crate::__private::Other> {
                $crate::__known!(self $set $({ $($index $variant)* })*)
            }

            #[inline]
            fn make(
                known: ::core::result::Result<::core::primitive::usize, $crate::__private::Other>,
            ) -> Self {
                $crate::__make!(known $set $({ $($index $variant)* })*)
            }
        }

        #[automatically_derived]
        #[doc(hidden)]
        impl ::core::clone::Clone for $set {
            fn clone(&self) -> Self {
                $crate::__private::value_set_clone(self)
            }
        }

        #[automatically_derived]
        #[doc(hidden)]
        impl<__T: $crate::__private::IsText + ?::core::marker::Sized> ::core::cmp::PartialEq<__T>
            for $set
        {
            fn eq(&self, other: &__T) -> ::core::primitive::bool {
                $crate::__private::value_set_text(self) == other.text()
            }
        }

        #[automatically_derived]
        #[doc(hidden)]
        impl ::core::cmp::Eq for $set {}

        #[automatically_derived]
        #[doc(hidden)]
        impl ::core::hash::Hash for $set {
            fn hash<H: ::core::hash::Hasher>(&self, state: &mut H) {
                $crate::__private::value_set_hash(self, state);
            }
        }

        #[automatically_derived]
        #[doc(hidden)]
        impl $crate::__private::Generated for $set {
            type Kind = $crate::__private::OfValues;
        }

        #[automatically_derived]
        #[doc(hidden)]
        impl<__T: $crate::__private::FromText> ::core::convert::From<__T> for $set {
            fn from(text: __T) -> Self {
                $crate::__private::value_set_from(text.text())
            }
        }

        /// Every text is a value of the set, known or not.
        #[automatically_derived]
        #[doc(hidden)]
        impl ::core::str::FromStr for $set {
            type Err = ::core::convert::Infallible;

            fn from_str(text: &::core::primitive::str) -> ::core::result::Result<Self, Self::Err> {
                ::core::result::Result::Ok($crate::__private::value_set_from(text))
            }
        }

        #[automatically_derived]
        #[doc(hidden)]
        impl ::core::fmt::Display for $set {
            fn fmt(&self, formatter: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                formatter.pad($crate::__private::value_set_text(self))
            }
        }

        #[automatically_derived]
        #[doc(hidden)]
        impl ::core::fmt::Debug for $set {
            fn fmt(&self, formatter: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                $crate::__private::value_set_debug(self, formatter)
            }
        }
    };
}

/// Which of the known values a value is: one `match`, or where there are several blocks one in a function for each.
#[doc(hidden)]
#[macro_export]
macro_rules! __known {
    ($value:ident $set:ident { $($index:tt $variant:ident)* }) => {
        ::core::result::Result::Ok(match $value {
            $($set::$variant => $index,)*
            $set::__Other(other) => return ::core::result::Result::Err(other),
        })
    };
    ($value:ident $set:ident $({ $($index:tt $variant:ident)* })*) => {{
        if let $set::__Other(other) = $value {
            return ::core::result::Result::Err(other);
        }
        $({
            #[inline]
            fn block(set: &$set) -> ::core::option::Option<::core::primitive::usize> {
                ::core::option::Option::Some(match set {
                    $($set::$variant => $index,)*
                    _ => return ::core::option::Option::None,
                })
            }
            if let ::core::option::Option::Some(index) = block($value) {
                return ::core::result::Result::Ok(index);
            }
        })*
        ::core::result::Result::Ok(::core::primitive::usize::MAX)
    }};
}

/// The known value of a number, in the same way, or one that is not known.
#[doc(hidden)]
#[macro_export]
macro_rules! __make {
    ($known:ident $set:ident { $($index:tt $variant:ident)* }) => {
        match $known {
            $(::core::result::Result::Ok($index) => $set::$variant,)*
            ::core::result::Result::Ok(_) => $set::__Other($crate::__private::Other::empty()),
            ::core::result::Result::Err(other) => $set::__Other(other),
        }
    };
    ($known:ident $set:ident $({ $($index:tt $variant:ident)* })*) => {{
        let number = match $known {
            ::core::result::Result::Ok(number) => number,
            ::core::result::Result::Err(other) => return $set::__Other(other),
        };
        $({
            #[inline]
            fn block(index: ::core::primitive::usize) -> ::core::option::Option<$set> {
                ::core::option::Option::Some(match index {
                    $($index => $set::$variant,)*
                    _ => return ::core::option::Option::None,
                })
            }
            if let ::core::option::Option::Some(set) = block(number) {
                return set;
            }
        })*
        $set::__Other($crate::__private::Other::empty())
    }};
}
