const _: () = {
    #[allow (dead_code, reason = "only to have the file read while compiling")]
    fn __tracked () {
        let _ = ::core::include_bytes! (::core::concat! (::core::env! ("CARGO_MANIFEST_DIR"), "/", "tests/specs/garden.json"));
    }
}
;
::formwork::__private_0_1_0::resource! {
    pub Bed in bed {
        @bed> build 0 Builder BedBuilder [Bed] () () [Default] [] [] r#"A bed of plants.

It may hold other beds.

Resource type: `Acme::Garden::Bed`; no property is required.

Identified by `Arn`.

```text
let bed = Bed::builder()
    .name("…")
    .r#type("ROSE")
    .build();
```

# Properties

| Property | Type | Update requires |
|---|---|---|
| `Name` | string | replacement |
| `Type` | string | no interruption |
| `Soil` | [`Soil`](bed::Soil) | no interruption |

# Return values

`Ref`: the value of `Arn`.

| `Fn::GetAtt` | Type |
|---|---|
| `Arn` | string |"#;
        0 name name [r"Name"] [] [] [bed::__private::String] [] r"What the sign says.

Optional. A string: 1 to 40 characters. Update requires: replacement.";
        1 r#type r#type [r"Type"] [] [] [bed::Type] [] r"Optional. A string: one of `ROSE`, `lily-white`. Update requires: no interruption.";
        2 soil soil [r"Soil"] [] [] [bed::Soil] [] r"Optional. An object, [`Soil`](bed::Soil). Update requires: no interruption.";
    }
    r"Acme::Garden::Bed" Attributes r"Property types, value sets, attributes and builders of `Bed` (`Acme::Garden::Bed`).

Structs are `Clone`, `Debug`, `PartialEq`, `Serialize` and `Deserialize`. Value sets are `Clone`, `Debug`, `Display`, `Eq` and `Hash`, are made of text by `From` and `FromStr`, and compare with text." {
        #[doc (hidden)]
        pub static __SPEC: __private::SpecCell = __private::SpecCell::new (r#"{"typeName":"Acme::Garden::Bed","primaryIdentifier":["Arn"],"attributes":{"Arn":{"type":"string"}},"definitions":{"":{"type":"object","properties":{"Name":{"type":"string","minLength":1,"maxLength":40,"update":"Immutable"},"Type":{"type":"string","enum":["ROSE","lily-white"]},"Soil":{"$ref":1}},"additionalProperties":false,"readOnly":["Arn"]},"Soil":{"type":"object","properties":{"PHValue":{"type":"number","minimum":0,"maximum":14},"Below":{"$ref":1}},"additionalProperties":false,"required":["PHValue"]}}}"#);
        #[doc = r"Ties the attributes to `Bed`."]
        #[doc (hidden)]
        pub enum Attributes {
        }
        #[doc = r"`Fn::GetAtt` with `Arn`: string."]
        pub const ARN: __private::Attribute<self::Attributes> = __private::Attribute::new (r"Arn");
        __private::value_set! {
            Type r"Values of `Type`: `ROSE`, `lily-white`.

Other values are kept as they are, and `validate` reports them.";
            {
                0 r"ROSE" Rose r"`ROSE`.";
                1 r"lily-white" LilyWhite r"`lily-white`.";
            }
        }
        #[doc = r"Builder of `Soil`: one setter for each property, then `build`."]
        #[doc (hidden)]
        pub type SoilBuilder<PHValue = __private::Missing<self::required::PHValue>,> = self::Builder<Soil, (PHValue, ())>;
        __private::properties! {
            pub Soil in self @self> build 1 Builder SoilBuilder [] (PHValue, ()) (PHValue PHValue) [] [] [] r"At `/Soil`, `/Soil/Below`.

Used by [`Soil`].

# Properties

| Property | Type | Update requires |
|---|---|---|
| `PHValue` (required) | number | no interruption |
| `Below` | [`Soil`] | no interruption |";
            0 ph_value ph_value [r"PHValue"] [__private::f64 => (__private::Given, ())] [] [] [] r"Required. A number: 0 to 14. Update requires: no interruption.";
            1 below below [r"Below"] [] [] [] [self::Soil] r"Optional. An object, [`Soil`]. Update requires: no interruption.";
        }
        __private::builder! {
            Builder r"What `builder` gives: one setter for each property, named as the field, then `build`, which compiles once every required property was given. The type of a builder has the name of its struct, with `Builder` behind it."
        }
        #[doc = r"Builder of `Bed`: one setter for each property, then `build`."]
        #[doc (hidden)]
        pub type BedBuilder<Target,> = self::Builder<Target, ()>;
        #[doc = "The required properties: what the state of a builder names while one is missing."]
        #[doc (hidden)]
        pub mod required {
            #[doc = r"The required property `PHValue`."]
            pub enum PHValue {
            }
        }
    }
}
