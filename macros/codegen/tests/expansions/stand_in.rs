::formwork::__private_0_1_0::resource! {
    pub (crate) Gnome in gnome {
        @gnome> build 0 Builder GnomeBuilder [Gnome] () () [Default] [] [] r"The resource type `Acme::Garden::Gnome`.

It has no properties.";
    }
    r"Acme::Garden::Gnome" Attributes r"Property types, value sets, attributes and builders of `Gnome` (`Acme::Garden::Gnome`).

Structs are `Clone`, `Debug`, `PartialEq`, `Serialize` and `Deserialize`. Value sets are `Clone`, `Debug`, `Display`, `Eq` and `Hash`, are made of text by `From` and `FromStr`, and compare with text." {
        #[doc (hidden)]
        pub static __SPEC: __private::SpecCell = __private::SpecCell::new (r#"{"typeName":"Acme::Garden::Gnome","definitions":{"":{"type":"object","properties":{},"additionalProperties":false}}}"#);
        #[doc = r"Ties the attributes to `Gnome`."]
        #[doc (hidden)]
        pub enum Attributes {
        }
        __private::builder! {
            Builder r"What `builder` gives: one setter for each property, named as the field, then `build`, which compiles once every required property was given. The type of a builder has the name of its struct, with `Builder` behind it."
        }
        #[doc = r"Builder of `Gnome`: one setter for each property, then `build`."]
        #[doc (hidden)]
        pub type GnomeBuilder<Target,> = self::Builder<Target, ()>;
    }
}
::core::compile_error! {
    "the type `Acme::Garden::Gnome` is not in the catalog\nhelp: give its own specification with `spec = \"…\"`"
}
