const _: &[::core::primitive::u8] = ::core::include_bytes! (::core::concat! (::core::env! ("CARGO_MANIFEST_DIR"), "/", "tests/specs/garden.json"));
::formwork::__private::resource! {
    pub Bed in bed {
        0 BedBuilder [Bed] () [Default] "A bed of plants.

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
| `Arn` | string |";
        0 name name @"Name": bed::__private::String, "What the sign says.

Optional. A string of 1 to 40 characters. Update requires: replacement.";
        1 r#type r#type @"Type": bed::Type, "The property `Type`.

Optional. A string. Allowed values: `ROSE`, `lily-white`. Update requires: no interruption.";
        2 soil soil @"Soil": bed::Soil, "The property `Soil`.

Optional. An object, `Soil`. Update requires: no interruption.";
    }
    "Acme::Garden::Bed" Attributes "Property types, value sets, attributes and builders of `Bed` (`Acme::Garden::Bed`)." {
        #[doc (hidden)]
        pub static __SPEC: __private::SpecCell = __private::SpecCell::new (r#"{"typeName":"Acme::Garden::Bed","primaryIdentifier":["Arn"],"attributes":{"Arn":{"type":"string"}},"definitions":{"":{"type":"object","properties":{"Name":{"type":"string","minLength":1,"maxLength":40,"update":"Immutable"},"Type":{"type":"string","enum":["ROSE","lily-white"]},"Soil":{"$ref":1}},"additionalProperties":false},"Soil":{"type":"object","properties":{"PHValue":{"type":"number","minimum":0,"maximum":14},"Below":{"$ref":1}},"additionalProperties":false,"required":["PHValue"]}}}"#);
        #[doc = "Ties the attributes to `Bed`."]
        pub enum Attributes {
        }
        #[doc = "The attribute `Arn`.

`Fn::GetAtt` with `Arn` returns: string."]
        pub const ARN: __private::Attribute<self::Attributes> = __private::Attribute::new ("Arn");
        __private::value_set! {
            Type "Values of `Type`.

Other values are read and kept as they are; `validate` reports them.";
            0 "ROSE" Rose "`ROSE`.";
            1 "lily-white" LilyWhite "`lily-white`.";
        }
        __private::builder! {
            SoilBuilder [] Soil (PHValue PHValue) "Builder of `Soil`: one setter for each property, then [`build`](Self::build)."
        }
        __private::properties! {
            pub Soil in self 1 SoilBuilder [] (PHValue PHValue) [] "The property type `Soil`.

# Properties

| Property | Type | Required | Update requires |
|---|---|---|---|
| `PHValue` | number | yes | no interruption |
| `Below` | `Soil` | no | no interruption |";
            0 ph_value ph_value @"PHValue" = ::core::primitive::f64 => [] [], "The property `PHValue`.

Required. A number from 0 to 14. Update requires: no interruption.";
            1 below below @"Below": self::__private::Box<self::Soil>, "The property `Below`.

Optional. An object, `Soil`. Update requires: no interruption.";
        }
        __private::builder! {
            BedBuilder [Target] Target () "Builder of `Bed`: one setter for each property, then [`build`](Self::build)."
        }
        #[doc = "The required properties: what the state of a builder names while one is missing."]
        pub mod required {
            #[doc = "The required property `PHValue`."]
            pub enum PHValue {
            }
        }
    }
}
