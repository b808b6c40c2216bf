/**The resource type `Acme::Garden::Gnome`.

It has no properties.*/
#[derive(::core::clone::Clone, ::core::cmp::PartialEq)]
pub(crate) struct Gnome {}
///Property types, value sets, attributes and builders of `Gnome` (`Acme::Garden::Gnome`).
pub(crate) mod gnome {
    #[doc(hidden)]
    pub static __SPEC: ::formwork::__private::SpecCell = ::formwork::__private::SpecCell::new(
        "{\"typeName\":\"Acme::Garden::Gnome\",\"definitions\":{\"\":{\"type\":\"object\",\"additionalProperties\":true}}}",
    );
    ///Ties the attributes to `Gnome`.
    pub enum Attributes {}
    ///Builder of `Gnome`: one setter for each property, then [`build`](Self::build).
    #[must_use]
    pub struct GnomeBuilder<Target> {
        #[doc(hidden)]
        pub __record: Target,
        #[doc(hidden)]
        pub __state: ::core::marker::PhantomData<()>,
    }
}
const _: () = {
    ::formwork::__private::record! {
        Gnome, gnome::__SPEC, 0,
    }
    #[automatically_derived]
    impl ::core::default::Default for Gnome {
        #[inline]
        fn default() -> Self {
            <Self as ::formwork::__private::Record>::empty()
        }
    }
    impl Gnome {
        ///A builder of `Gnome`.
        #[inline]
        pub fn builder() -> gnome::GnomeBuilder<Gnome> {
            gnome::GnomeBuilder {
                __record: <Gnome as ::formwork::__private::Record>::empty(),
                __state: ::core::marker::PhantomData,
            }
        }
    }
    impl gnome::GnomeBuilder<Gnome> {
        /// What was built. This compiles only if every required property was given.
        #[inline]
        #[must_use]
        pub fn build(self) -> Gnome {
            self.__record
        }
    }
    #[automatically_derived]
    impl ::formwork::Resource for Gnome {
        const TYPE_NAME: &'static ::core::primitive::str = "Acme::Garden::Gnome";
        type Attributes = gnome::Attributes;
        #[inline]
        fn spec() -> &'static ::formwork::ResourceSpec {
            gnome::__SPEC.resource()
        }
    }
};
::core::compile_error! {
    "the type `Acme::Garden::Gnome` is not in the catalog\nhelp: give its own specification with `spec = \"…\"`"
}
