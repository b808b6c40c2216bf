const _: &[::core::primitive::u8] = ::core::include_bytes!(
    ::core::concat!(::core::env!("CARGO_MANIFEST_DIR"), "/", "tests/specs/garden.json")
);
/**A bed of plants.

It may hold other beds.

Resource type: `Acme::Garden::Bed`.

# Properties

| Property | Type | Required | Update requires |
|---|---|---|---|
| `Name` | string | no | replacement |
| `Type` | string | no | no interruption |
| `Soil` | `Soil` | no | no interruption |

# Return values

| `Fn::GetAtt` | Type |
|---|---|
| `Arn` | string |*/
#[derive(::core::clone::Clone, ::core::cmp::PartialEq)]
pub struct Bed {
    /**What the sign says.

Optional. A string of 1 to 40 characters. Update requires: replacement.*/
    #[doc(alias = "Name")]
    pub name: ::core::option::Option<::formwork::Value<::formwork::__private::String>>,
    /**The property `Type`.

Optional. A string. Allowed values: `ROSE`, `lily-white`. Update requires: no interruption.*/
    #[doc(alias = "Type")]
    pub r#type: ::core::option::Option<::formwork::Value<bed::Type>>,
    /**The property `Soil`.

Optional. An object, `Soil`. Update requires: no interruption.*/
    #[doc(alias = "Soil")]
    pub soil: ::core::option::Option<::formwork::Value<bed::Soil>>,
}
///Property types, value sets, attributes and builders of `Bed` (`Acme::Garden::Bed`).
pub mod bed {
    #[doc(hidden)]
    pub static __SPEC: ::formwork::__private::SpecCell = ::formwork::__private::SpecCell::new(
        "{\"typeName\":\"Acme::Garden::Bed\",\"primaryIdentifier\":[\"Arn\"],\"attributes\":{\"Arn\":{\"type\":\"string\"}},\"definitions\":{\"\":{\"type\":\"object\",\"properties\":{\"Name\":{\"type\":\"string\",\"minLength\":1,\"maxLength\":40,\"update\":\"Immutable\"},\"Type\":{\"type\":\"string\",\"enum\":[\"ROSE\",\"lily-white\"]},\"Soil\":{\"$ref\":1}},\"additionalProperties\":false},\"Soil\":{\"type\":\"object\",\"properties\":{\"PHValue\":{\"type\":\"number\",\"minimum\":0,\"maximum\":14},\"Below\":{\"$ref\":1}},\"additionalProperties\":false,\"required\":[\"PHValue\"]}}}",
    );
    ///Ties the attributes to `Bed`.
    pub enum Attributes {}
    /**The attribute `Arn`.

`Fn::GetAtt` with `Arn` returns: string.*/
    pub const ARN: ::formwork::Attribute<self::Attributes> = ::formwork::Attribute::new(
        "Arn",
    );
    /**Values of `Type`.

Other values are read and kept as they are; `validate` reports them.*/
    #[derive(
        ::core::clone::Clone,
        ::core::cmp::PartialEq,
        ::core::cmp::Eq,
        ::core::hash::Hash,
    )]
    #[non_exhaustive]
    pub enum Type {
        ///`ROSE`.
        Rose,
        ///`lily-white`.
        LilyWhite,
        #[doc(hidden)]
        __Other(::formwork::__private::Other),
    }
    ::formwork::__private::value_set! {
        Type, 0 Rose "ROSE" 1 LilyWhite "lily-white"
    }
    /**The property type `Soil`.

# Properties

| Property | Type | Required | Update requires |
|---|---|---|---|
| `PHValue` | number | yes | no interruption |
| `Below` | `Soil` | no | no interruption |*/
    #[derive(::core::clone::Clone, ::core::cmp::PartialEq)]
    pub struct Soil {
        /**The property `PHValue`.

Required. A number from 0 to 14. Update requires: no interruption.*/
        #[doc(alias = "PHValue")]
        pub ph_value: ::formwork::Value<::core::primitive::f64>,
        /**The property `Below`.

Optional. An object, `Soil`. Update requires: no interruption.*/
        #[doc(alias = "Below")]
        pub below: ::core::option::Option<
            ::formwork::Value<::formwork::__private::Box<self::Soil>>,
        >,
    }
    ///Builder of `Soil`: one setter for each property, then [`build`](Self::build).
    #[must_use]
    pub struct SoilBuilder<
        PHValue = ::formwork::__private::Missing<self::required::PHValue>,
    > {
        #[doc(hidden)]
        pub __record: self::Soil,
        #[doc(hidden)]
        pub __state: ::core::marker::PhantomData<(PHValue,)>,
    }
    ::formwork::__private::record! {
        self::Soil, self::__SPEC, 1, 0 ph_value 1 below
    }
    impl self::Soil {
        ///A builder of `Soil`.
        #[inline]
        pub fn builder() -> self::SoilBuilder {
            self::SoilBuilder {
                __record: <self::Soil as ::formwork::__private::Record>::empty(),
                __state: ::core::marker::PhantomData,
            }
        }
    }
    impl<PHValue> self::SoilBuilder<PHValue> {
        /**The property `PHValue`.

Required. A number from 0 to 14. Update requires: no interruption.*/
        #[inline]
        pub fn ph_value(
            mut self,
            __value: impl ::core::convert::Into<
                ::formwork::Value<::core::primitive::f64>,
            >,
        ) -> self::SoilBuilder<::formwork::__private::Given> {
            self.__record.ph_value = ::core::convert::Into::into(__value);
            self::SoilBuilder {
                __record: self.__record,
                __state: ::core::marker::PhantomData,
            }
        }
        /**The property `Below`.

Optional. An object, `Soil`. Update requires: no interruption.*/
        #[inline]
        pub fn below(
            mut self,
            __value: impl ::core::convert::Into<
                ::formwork::Value<::formwork::__private::Box<self::Soil>>,
            >,
        ) -> Self {
            self.__record.below = ::core::option::Option::Some(
                ::core::convert::Into::into(__value),
            );
            self
        }
        /// What was built. This compiles only if every required property was given.
        #[inline]
        #[must_use]
        pub fn build(self) -> self::Soil
        where
            PHValue: ::formwork::__private::IsGiven,
        {
            self.__record
        }
    }
    ///Builder of `Bed`: one setter for each property, then [`build`](Self::build).
    #[must_use]
    pub struct BedBuilder<Target> {
        #[doc(hidden)]
        pub __record: Target,
        #[doc(hidden)]
        pub __state: ::core::marker::PhantomData<()>,
    }
    /// The required properties, as the state of a builder names the ones that are missing.
    pub mod required {
        ///The required property `PHValue`.
        pub enum PHValue {}
    }
}
const _: () = {
    ::formwork::__private::record! {
        Bed, bed::__SPEC, 0, 0 name 1 r#type 2 soil
    }
    #[automatically_derived]
    impl ::core::default::Default for Bed {
        #[inline]
        fn default() -> Self {
            <Self as ::formwork::__private::Record>::empty()
        }
    }
    impl Bed {
        ///A builder of `Bed`.
        #[inline]
        pub fn builder() -> bed::BedBuilder<Bed> {
            bed::BedBuilder {
                __record: <Bed as ::formwork::__private::Record>::empty(),
                __state: ::core::marker::PhantomData,
            }
        }
    }
    impl bed::BedBuilder<Bed> {
        /**What the sign says.

Optional. A string of 1 to 40 characters. Update requires: replacement.*/
        #[inline]
        pub fn name(
            mut self,
            __value: impl ::core::convert::Into<
                ::formwork::Value<::formwork::__private::String>,
            >,
        ) -> Self {
            self.__record.name = ::core::option::Option::Some(
                ::core::convert::Into::into(__value),
            );
            self
        }
        /**The property `Type`.

Optional. A string. Allowed values: `ROSE`, `lily-white`. Update requires: no interruption.*/
        #[inline]
        pub fn r#type(
            mut self,
            __value: impl ::core::convert::Into<::formwork::Value<bed::Type>>,
        ) -> Self {
            self.__record.r#type = ::core::option::Option::Some(
                ::core::convert::Into::into(__value),
            );
            self
        }
        /**The property `Soil`.

Optional. An object, `Soil`. Update requires: no interruption.*/
        #[inline]
        pub fn soil(
            mut self,
            __value: impl ::core::convert::Into<::formwork::Value<bed::Soil>>,
        ) -> Self {
            self.__record.soil = ::core::option::Option::Some(
                ::core::convert::Into::into(__value),
            );
            self
        }
        /// What was built. This compiles only if every required property was given.
        #[inline]
        #[must_use]
        pub fn build(self) -> Bed {
            self.__record
        }
    }
    #[automatically_derived]
    impl ::formwork::Resource for Bed {
        const TYPE_NAME: &'static ::core::primitive::str = "Acme::Garden::Bed";
        type Attributes = bed::Attributes;
        #[inline]
        fn spec() -> &'static ::formwork::ResourceSpec {
            bed::__SPEC.resource()
        }
    }
};
