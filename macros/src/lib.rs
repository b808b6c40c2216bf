//! The macros of `formwork`. Use them through that crate, as `formwork::resource!`; it re-exports them
//! together with everything that the generated code stands on.

use proc_macro::TokenStream;

/// Generates a CloudFormation resource type from its specification.
///
/// ```text
/// formwork::resource!("AWS::ApiGatewayV2::IntegrationResponse");
/// ```
///
/// For each resource type two items appear where the macro is called: a struct named by the last part of
/// the type name (`IntegrationResponse`), and a module of the same name in snake case
/// (`integration_response`) with its property types, value sets, attributes and builders.
///
/// # What to generate
///
/// | written | means |
/// |---|---|
/// | `"AWS::SQS::Queue"` | a type of the catalog, or of the file that `spec` names |
/// | `pub(crate) "AWS::SQS::Queue"` | the same with another visibility than `pub` |
/// | `"AWS::SQS::Queue" as Letters` | the same as struct `Letters` and module `letters` |
/// | `"AWS::SQS::*"` | every type that matches; `*` stands for any text |
/// | `types = ["AWS::SQS::*", "AWS::SNS::Topic" as Letters]` | the same as a list |
/// | `spec = "specs/widget.json"` | all types of a file, or those that are chosen |
///
/// Entries are divided by commas and stand in any order, each key at most once. Several calls in one scope
/// coexist, also in the body of a function. A type that a pattern matches and that is also named in full is
/// generated once, as it is named.
///
/// # Where the specification comes from
///
/// Without `spec`, from the catalog that comes with the macros. With `spec`, from a file of the calling
/// crate: a registry schema or a Resource Specification, recognised by its content. The path is relative
/// to the folder of the crate's `Cargo.toml`, with `/` between names; one that leads out of it, as to a file
/// that crates of one workspace share, does not travel with `cargo publish`. When the file changes, the next
/// build generates anew. An editor may show the old expansion until the call is edited; a blank is enough.
///
/// # Further keys
///
/// | key | means |
/// |---|---|
/// | `derives = [MyDerive, other::Theirs]` | derives added to each generated struct, that of property types included |
/// | `crate = ::my_framework::formwork` | where the runtime is, if it is re-exported, or renamed elsewhere than in the `Cargo.toml` of the calling crate |
/// | `patch = "specs/fixes.json"` | changes to the specification (JSON Patch, RFC 6902), made before it is read |
/// | `facts = "specs/curated.json"` | what no specification states of one of the types: what updates do, custom names, demands on values, each with its source, in the format of the bundled `specs/curated`; laid over those |
///
/// `Clone`, `Debug`, `PartialEq`, `Serialize` and `Deserialize` are always there, and `Default` where no
/// property is required. A derive that is named relative to the call has to be visible in the module around
/// the call; inside a function, name it by an absolute path.
///
/// # What is generated
///
/// ```text
/// #[derive(Clone, PartialEq)]
/// pub struct IntegrationResponse {
///     pub api_id: Value<String>,
///     pub content_handling_strategy: Option<Value<integration_response::ContentHandlingStrategy>>,
///     pub response_parameters: Option<Value<Map<Value<String>>>>,
///     // …
/// }
///
/// pub mod integration_response {
///     // property types: structs like the one above
///     // value sets: enums with a variant for each known value, open for others
///     // attributes: what `Fn::GetAtt` returns, `INTEGRATION_RESPONSE_ID`
///     // builders: `IntegrationResponseBuilder`
/// }
///
/// impl IntegrationResponse {
///     pub fn builder() -> integration_response::IntegrationResponseBuilder</* … */>;
/// }
/// impl formwork::Resource for IntegrationResponse { /* … */ }
/// ```
///
/// | specification | Rust |
/// |---|---|
/// | string | `String`; with allowed values a value set |
/// | integer, `Integer`, `Long` | `i64` |
/// | number, `Double` | `f64` |
/// | boolean | `bool` |
/// | timestamp | `String` |
/// | object without known properties, `Json`, other unions | `Json` |
/// | array, `List` | `Vec<Value<T>>` |
/// | a list of described elements, or else an object of which nothing is said | `Vec<Value<T>>`; the object is kept as it is written |
/// | map | `Map<Value<T>>` |
/// | nested property type, also inline | a struct of the module; in a `Box` where it would contain itself |
///
/// Each is inside of a `Value`, so that a function such as `Ref` can stand in its place, and an optional
/// one inside of an `Option`. Properties that can only be read are attributes, not fields.
///
/// Where a specification takes properties that it does not list (`additionalProperties`, or `patternProperties`
/// beside `properties`), the struct has one more field, `additional_properties: Map<Value<T>>`, and the builder a
/// setter that adds to it. `T` is what the specification says of them, or `Json` where it says several things or
/// none. They stand in a document beside the other properties, in the order of the map.
///
/// # Names
///
/// Fields and setters are the name on the wire in snake case; structs are named as in the specification.
///
/// | on the wire | in Rust | because |
/// |---|---|---|
/// | `DBInstance`, `VPCId` | `db_instance`, `vpc_id` | a run of capitals is one word |
/// | `ARNs`, `IPv6`, `MaxvCpus` | `arns`, `ipv6`, `max_vcpus` | plurals, versions and words in mixed case are one word |
/// | `Type` | `r#type` | keyword |
/// | `Self` | `self_` | keyword that cannot be raw |
/// | `3D` | `_3d` | no identifier begins with a digit |
/// | `CONVERT_TO_TEXT`, `lowestPrice` | `ConvertToText`, `LowestPrice` | values are upper camel case |
/// | `1.0`, `*`, (empty) | `_1_0`, `Asterisk`, `Empty` | |
/// | `AdditionalProperties` of a type that takes others | `additional_properties`, and `additional_properties_2` for the others | a property keeps its name |
/// | `GLACIER` beside `Glacier` | `Glacier`, `Glacier2` | the first in the file keeps its name |
///
/// A value set is named as its definition; where a property states the values, as the property, with the
/// name of the property type in front of it if it is not a property of the resource itself
/// (`VersioningConfigurationStatus`). What is sent to CloudFormation is the name on the wire, which is
/// stored beside the identifier.
///
/// # Errors
///
/// All problems are reported at once, each at the token that causes it. For a fault inside of a file the
/// message says where, with line, column and JSON pointer. The names of a type with a fault still exist, so
/// that its uses are not reported as well, and the other types of the call are generated.
///
/// # Warnings
///
/// A mistake of your own file that could be read around, such as a keyword that nobody knows, is a warning of
/// the compiler with the same place and words, in the lint `deprecated`, since that is the one in which a macro
/// can warn. Mend it in the file or with `patch`. To keep it, put the call into a module of its own:
///
/// ```text
/// #[allow(deprecated)]
/// mod widgets {
///     formwork::resource!(spec = "specs/widget.json");
/// }
/// ```
///
/// Above a derive `#[allow(deprecated)]` does it. The catalog never warns.
///
/// # Patches
///
/// A patch mends a specification without a copy of it: a list of operations, carried out before the specification
/// is read. `because` says why, and stands in the documentation of what was changed.
///
/// ```json
/// [
///   { "op": "test", "path": "/properties/Size/maximum", "value": 10 },
///   { "op": "replace", "path": "/properties/Size/maximum", "value": 100,
///     "because": "the service takes a hundred since March" }
/// ]
/// ```
///
/// A newer specification may need less of it. A `test` that fails is an error that says what the value is now, and an
/// operation that changes nothing is a warning, each with its place in the patch.
#[proc_macro]
pub fn resource(tokens: TokenStream) -> TokenStream {
    formwork_codegen::resource(tokens.into()).into()
}

/// Makes a struct of your own a resource, checked against the specification while compiling.
///
/// Where a program uses a few properties of a type, or writes plain values only, a struct of its own says
/// just that. It implements `Resource` like a generated one: it is read, written, validated and compared by
/// the same facts.
///
/// ```text
/// #[derive(Clone, Debug, PartialEq, formwork::Resource)]
/// #[resource("AWS::ApiGatewayV2::IntegrationResponse")]
/// struct NotFound {
///     api_id: Value<String>,
///     integration_id: Value<String>,
///     integration_response_key: String,      // a plain type: never a function here
///     #[resource(rename = "TemplateSelectionExpression")]
///     selector: Option<String>,
///     #[resource(skip)]
///     note: u32,
/// }
/// ```
///
/// `Clone`, `Debug` and `PartialEq` are derived beside it, by whoever writes the struct; `Serialize` and
/// `Deserialize` come with it. A write-only value is redacted by the `Debug` of generated structs; a derived
/// one shows it.
///
/// # Above the struct
///
/// | written | means |
/// |---|---|
/// | `"AWS::SQS::Queue"`, `type = "AWS::SQS::Queue"` | the resource type |
/// | `spec = "specs/widget.json"` | the file that describes it, as for `resource!`; if it describes one type, the type need not be named |
/// | `patch = "specs/fixes.json"` | changes to the specification, as for `resource!` |
/// | `facts = "specs/curated.json"` | facts of one's own, as for `resource!` |
/// | `crate = ::my_framework::formwork` | where the runtime is |
///
/// # Fields
///
/// A field stands for the property whose name it has in snake case, by the rule that names the fields of
/// generated structs. `#[resource(rename = "WireName")]` gives it another name;
/// `#[resource(skip)]` says that it is no property: it is not written, and reading fills it by `Default`.
/// Where the specification takes properties that it does not list, they stand in a field that is named
/// `additional_properties` or marked `#[resource(additional)]`: a `Map<T>` or a `BTreeMap<String, T>`.
///
/// `#[resource(never_replace)]` holds a line: `plan_update` refuses a change of the field, or of anything in it, that
/// replaces the resource or may replace it.
///
/// What `Fn::GetAtt` returns of the resource are constants of the struct: `Jobs::ARN` of a struct `Jobs` that stands for
/// an `AWS::SQS::Queue`, for the handle of a template to take.
///
/// Every required property needs a field. An optional one that has no field cannot be read: a document that
/// holds it is reported, so that nothing is lost, and so is one with additional properties. An optional property is an `Option`, a required one is not.
///
/// | the property takes | the field is |
/// |---|---|
/// | a string | `String`, a value set |
/// | an integer | `i64`, `i32`, `i16`, `i8`, `u32`, `u16`, `u8` |
/// | a number | `f64` |
/// | a boolean | `bool` |
/// | a list | `Vec<T>` |
/// | a map | `Map<T>`, `BTreeMap<String, T>` |
/// | a property type | a struct that derives `PropertyType`, or the generated one; also in a `Box` |
/// | any JSON | `Json`, or any of the above: then a document with something else there is reported |
///
/// Each can be `Json` as well, and stand inside of a `Value`, where a function such as `Ref` can stand in its
/// place. A function where a plain type stands is reported when a document is read.
///
/// A struct can have type parameters; a parameter that is the type of a field stands for any type that can
/// hold the property.
///
/// # Errors
///
/// All at once, each at its token: a field that stands for no property, a required property without a field,
/// an optional one that is no `Option` and the reverse, a type that cannot hold the values of its property, a
/// struct for another property type, and whatever is wrong in the attributes or in the specification. The
/// struct still implements its traits then, so that its uses are not reported as well.
#[proc_macro_derive(Resource, attributes(resource))]
pub fn derive_resource(tokens: TokenStream) -> TokenStream {
    formwork_codegen::derive_or_defer("Resource", tokens.into()).into()
}

/// Makes a struct of your own a property type of a resource, for a field of another struct.
///
/// ```text
/// #[derive(Clone, Debug, PartialEq, formwork::PropertyType)]
/// #[resource("AWS::S3::Bucket", property = "Tag")]
/// struct Label {
///     key: String,
///     value: Value<String>,
/// }
///
/// #[derive(Clone, Debug, PartialEq, formwork::Resource)]
/// #[resource("AWS::S3::Bucket")]
/// struct Store {
///     bucket_name: Option<String>,
///     tags: Option<Vec<Label>>,
/// }
/// ```
///
/// The attribute takes the keys of `#[derive(Resource)]`, and `property`, the name of the property type in
/// the specification; fields follow the same rules. The struct implements `Serialize` and `Deserialize`.
#[proc_macro_derive(PropertyType, attributes(resource))]
pub fn derive_property_type(tokens: TokenStream) -> TokenStream {
    formwork_codegen::derive_or_defer("PropertyType", tokens.into()).into()
}

/// `Fn::Sub` with handles and values of the program in its text.
///
/// ```text
/// let url = formwork::sub!("https://${api}.execute-api.${AWS::Region}.amazonaws.com/${stage}");
/// let key = formwork::sub!("${table.Arn}/index/${name}", name = index_name);
/// ```
///
/// | written | becomes |
/// |---|---|
/// | `${api}`, a handle in scope | the name of the resource or parameter |
/// | `${table.Arn}` | the attribute of the resource; the template's check knows whether it has it |
/// | `${name}`, a value or text in scope | the name, if it is a `Ref` or `Fn::GetAtt`; else a variable of the call |
/// | `${name}` with `name = expression` behind the text | the same of the expression |
/// | `${AWS::Region}` | itself: the pseudo parameters are known |
/// | `${!Literal}` | itself: `Fn::Sub` gives `${Literal}` |
///
/// `crate = ::my_framework::formwork` says where the runtime is, if it is re-exported.
///
/// # Errors
///
/// A name that is not in scope, a pseudo parameter that does not exist, `${` without `}`, and a value that the
/// text does not use, each while compiling.
#[proc_macro]
pub fn sub(tokens: TokenStream) -> TokenStream {
    formwork_codegen::sub(tokens.into()).into()
}

/// What the derives become where they read a file. No part of the public interface.
#[doc(hidden)]
#[proc_macro]
pub fn derive_from_file(tokens: TokenStream) -> TokenStream {
    formwork_codegen::derive_from_file(tokens.into()).into()
}
