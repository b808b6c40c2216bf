//! A struct whose fields are properties, and its builder.

/// A struct, what the runtime needs of it, and the functions of its builder.
///
/// What is written in brackets is left out where it does not apply: the record if its builder stands in
/// the module of the record and names it, `Default` if a property is required, and `Default` again if none is or the struct is no resource, the field for members beside the
/// properties if there can be any, in the row of a property the name on the wire, and its type in one of four places:
/// required, required in a box, optional, optional in a box. Brackets around each of them keep a row readable in one
/// way only: where the compiler has to try several, it copies all rows before.
///
/// ```text
/// // struct, module and number, builder and its name for this struct, its state, each part of that with its trait,
/// // `Default` that there is, `Default` that there is not, members beside the properties
/// pub Bed in bed @ bed > build 0 Builder BedBuilder [Bed] (Name, ()) (Name Name) [] [Default]
/// [additional_properties additional_properties bed::__private::Json => "documentation"] "documentation";
/// // number, field, setter, name on the wire, type of a required property and the state once it was given, the same
/// // in a box, type of an optional property, the same in a box, documentation
/// 0 name name ["Name"] [bed::__private::String => (bed::__private::Given, ())] [] [] [] "documentation";
/// 1 soil soil ["Soil"] [] [] [bed::Soil] [] "documentation";
/// ```
#[doc(hidden)]
#[macro_export]
macro_rules! __properties {
    (
        $(#[$attribute:meta])*
        $visibility:vis $record:ident in $scope:ident @ $from:tt $to:tt $build:ident $number:tt
        $builder:ident $named:ident [$($target:ident)?] $state:tt ($($parameter:ident $marker:ident)*)
        [$($default:ident)?] [$($without_default:ident)?]
        [$($beside:ident $beside_setter:ident $beside_type:ty => $beside_doc:tt)?]
        $doc:tt;
        $(
            $index:tt $field:ident $setter:ident [$($alias:tt)?]
            [$($required:ty => $given:tt)?] [$($required_boxed:ty => $boxed_given:tt)?]
            [$($optional:ty)?] [$($optional_boxed:ty)?]
            $field_doc:tt;
        )*
    ) => {
        #[doc = $doc]
        $(#[$attribute])*
        $visibility struct $record {
            $(
                #[doc = $field_doc]
                $(#[doc(alias = $alias)])?
                pub $field:
                    $($crate::Value<$required>)?
                    $($crate::Value<$crate::__private::Box<$required_boxed>>)?
                    $(::core::option::Option<$crate::Value<$optional>>)?
                    $(::core::option::Option<$crate::Value<$crate::__private::Box<$optional_boxed>>>)?,
            )*
            $(
                #[doc = $beside_doc]
                pub $beside: $crate::Map<$crate::Value<$beside_type>>,
            )?
        }

        $crate::__private::record! {
            $record, $scope::__SPEC, $number, $($index $field)*; [$($beside)?] {
                Self {
                    $($field:
                        $(<$crate::Value<$required> as $crate::__private::Slot>::empty())?
                        $(<
                            $crate::Value<$crate::__private::Box<$required_boxed>>
                            as $crate::__private::Slot
                        >::empty())?
                        $(::core::option::Option::<$crate::Value<$optional>>::None)?
                        $(::core::option::Option::<
                            $crate::Value<$crate::__private::Box<$optional_boxed>>
                        >::None)?,
                    )*
                    $($beside: $crate::Map::new(),)?
                }
            }
        }

        // Written out, since what a derive makes cannot be hidden: the page of the module says once what all are.
        #[automatically_derived]
        #[doc(hidden)]
        impl ::core::clone::Clone for $record {
            fn clone(&self) -> Self {
                Self {
                    $($field: ::core::clone::Clone::clone(&self.$field),)*
                    $($beside: ::core::clone::Clone::clone(&self.$beside),)?
                }
            }
        }

        $(
            #[automatically_derived]
            impl ::core::default::$default for $record {
                fn default() -> Self {
                    <Self as $crate::__private::Properties>::empty()
                }
            }
        )?

        $(
            #[automatically_derived]
            #[doc(hidden)]
            impl ::core::default::$without_default for $record
            where
                for<'__a> $crate::__private::Setter: $crate::__private::HasDefault<'__a, Self>,
            {
                fn default() -> Self {
                    <Self as $crate::__private::Properties>::empty()
                }
            }

            impl $record {
                #[doc(hidden)]
                #[must_use]
                pub fn default() -> Self
                where
                    for<'__a> $crate::__private::Setter: $from::__private::HasDefault<'__a, Self $to,
                {
                    <Self as $crate::__private::Properties>::empty()
                }
            }
        )?

        impl $record {
            /// A builder, with one setter for each property.
            pub fn builder() -> $scope::$named<$($target)?> {
                $scope::$builder {
                    __record: <Self as $crate::__private::Properties>::empty(),
                    __state: ::core::marker::PhantomData,
                }
            }
        }

        impl<$($parameter),*> $scope::$builder<$record, $state> {
            $(
                $(
                    #[doc = $field_doc]
                    pub fn $setter(
                        mut self,
                        value: impl $from::__private::IntoValue<$required $to,
                    ) -> $scope::$builder<$record, $given> {
                        self.__record.$field = $crate::IntoValue::into_value(value);
                        $scope::$builder {
                            __record: self.__record,
                            __state: ::core::marker::PhantomData,
                        }
                    }
                )?
                $(
                    #[doc = $field_doc]
                    pub fn $setter(
                        mut self,
                        value: impl $from::__private::IntoValue<$optional, $crate::Optional $to,
                    ) -> Self {
                        $crate::__private::set(&mut self.__record.$field, value);
                        self
                    }
                )?
                $(
                    #[doc = $field_doc]
                    pub fn $setter(
                        mut self,
                        value: impl $from::__private::IntoValue<$required_boxed $to,
                    ) -> $scope::$builder<$record, $boxed_given> {
                        let value = $crate::IntoValue::into_value(value);
                        self.__record.$field = $crate::__private::boxed(value);
                        $scope::$builder {
                            __record: self.__record,
                            __state: ::core::marker::PhantomData,
                        }
                    }
                )?
                $(
                    #[doc = $field_doc]
                    pub fn $setter(
                        mut self,
                        value: impl $from::__private::IntoValue<$optional_boxed, $crate::Optional $to,
                    ) -> Self {
                        $crate::__private::set_boxed(&mut self.__record.$field, value);
                        self
                    }
                )?
            )*

            $(
                #[doc = $beside_doc]
                pub fn $beside_setter<__K, __V>(
                    mut self,
                    members: impl ::core::iter::IntoIterator<Item = (__K, __V)>,
                ) -> Self
                where
                    __K: ::core::convert::Into<$crate::__private::String>,
                    __V: $crate::IntoValue<$beside_type>,
                {
                    $crate::__private::add(&mut self.__record.$beside, members);
                    self
                }
            )?

            /// What was built. This compiles only if every required property was given.
            #[inline]
            #[must_use]
            pub fn $build(self) -> $record where $($parameter: $from::__private::IsGiven<$scope::required::$marker $to,)* {
                self.__record
            }
        }

        $($crate::__private::built! { [] [$target] [] })?
    };
}

/// What a resource, owned or borrowed, is built to: its generics, its type and its bounds.
#[doc(hidden)]
#[macro_export]
macro_rules! __built {
    ([$($generics:tt)*] [$record:ty] [$($bounds:tt)*]) => {
        #[automatically_derived]
        #[doc(hidden)]
        impl<$($generics)*> $crate::__private::Built for $record where $($bounds)* {
            type Type = Self;
            type State = ();

            fn built(self) -> Self {
                self
            }
        }

        #[automatically_derived]
        #[doc(hidden)]
        impl<$($generics)*> $crate::__private::Built for &$record where $($bounds)* {
            type Type = $record;
            type State = ();

            fn built(self) -> $record {
                ::core::clone::Clone::clone(self)
            }
        }
    };
}

/// The builder of all structs of a resource, and what it stands for. Its state is a pair for each required property, of the state of that
/// and those of all others.
///
/// ```text
/// Builder "documentation"
/// ```
#[doc(hidden)]
#[macro_export]
macro_rules! __builder {
    ($builder:ident $doc:tt) => {
        #[doc = $doc]
        #[must_use]
        pub struct $builder<Record, State> {
            #[doc(hidden)]
            pub __record: Record,
            #[doc(hidden)]
            pub __state: ::core::marker::PhantomData<State>,
        }

        #[automatically_derived]
        #[doc(hidden)]
        impl<Record: ::core::clone::Clone, State> ::core::clone::Clone for $builder<Record, State> {
            fn clone(&self) -> Self {
                Self {
                    __record: ::core::clone::Clone::clone(&self.__record),
                    __state: ::core::marker::PhantomData,
                }
            }
        }

        #[automatically_derived]
        #[doc(hidden)]
        impl<Record, State> $crate::__private::Built for $builder<Record, State> {
            type Type = Record;
            type State = State;

            fn built(self) -> Record {
                self.__record
            }
        }

        #[automatically_derived]
        #[doc(hidden)]
        impl<Record, State: $crate::__private::Complete>
            $crate::__private::Make<$crate::Value<Record>> for $builder<Record, State>
        {
            fn make(self) -> $crate::Value<Record> {
                $crate::Value::Literal(self.__record)
            }
        }
    };
}
