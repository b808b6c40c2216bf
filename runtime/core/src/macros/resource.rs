//! A resource: a struct, and a module of the same name.

/// Everything that appears in the scope of a call for one resource.
///
/// The rest of the row about its struct stands in the first braces, as `__properties!` takes it; the items
/// of the module in the second. There `__private` leads to the runtime, wherever that is.
#[doc(hidden)]
#[macro_export]
macro_rules! __resource {
    (
        $(#[$attribute:meta])*
        $visibility:vis $resource:ident in $module:ident
        { $($properties:tt)* }
        $name:tt $attributes:ident $doc:tt
        { $($items:tt)* }
    ) => {
        $crate::__private::properties! {
            $(#[$attribute])*
            $visibility $resource in $module $($properties)*
        }

        #[doc = $doc]
        $visibility mod $module {
            #[doc(hidden)]
            pub(super) use $crate::__private;

            $($items)*
        }

        #[automatically_derived]
        impl $crate::Resource for $resource {
            const TYPE_NAME: &'static ::core::primitive::str = $name;
            type Attributes = $module::$attributes;

            #[inline]
            fn spec() -> &'static $crate::ResourceSpec {
                $module::__SPEC.resource()
            }
        }
    };
}
