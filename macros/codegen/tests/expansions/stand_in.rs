::formwork::__private_0_1_0::resource! {
    pub (crate) Gnome in gnome {
        0 Builder GnomeBuilder [Gnome] () () [Default] [] r"The resource type `Acme::Garden::Gnome`.

It has no properties.";
    }
    r"Acme::Garden::Gnome" Attributes r"Property types, value sets, attributes and builders of `Gnome` (`Acme::Garden::Gnome`)." {
        #[doc (hidden)]
        pub static __SPEC: __private::SpecCell = __private::SpecCell::new (r#"{"typeName":"Acme::Garden::Gnome","definitions":{"":{"type":"object","properties":{},"additionalProperties":false}}}"#);
        #[doc = r"Ties the attributes to `Gnome`."]
        pub enum Attributes {
        }
        __private::builder! {
            Builder r"The builder of all structs here: what was given to it, and which required properties were."
        }
        #[doc = r"Builder of `Gnome`: one setter for each property, then `build`."]
        pub type GnomeBuilder<Target,> = self::Builder<Target, ()>;
    }
}
::core::compile_error! {
    "the type `Acme::Garden::Gnome` is not in the catalog\nhelp: give its own specification with `spec = \"…\"`"
}
