//! The neutral model: what a specification says, in no particular format and no particular
//! language.
//!
//! Everything here is a fact of the file. Order is the order of the file. What the facts mean in
//! Rust is decided elsewhere.

mod children;
mod roles;

use crate::curated::model::Curated;
use crate::error::Problem;
use crate::patch::PatchedFact;
use crate::tree::escape;
use crate::type_name::TypeName;

pub use roles::ScopedRoles;

/// Everything one specification file says.
#[derive(Clone, Debug, PartialEq)]
pub struct Spec {
    /// The format that the file was recognised as.
    pub format: Format,
    /// `ResourceSpecificationVersion`; registry schemas have none.
    pub version: Option<String>,
    /// The resource types, in file order.
    pub resources: Vec<ResourceType>,
    /// Mistakes of the file that could be read around, each with its place and what was made of it.
    pub warnings: Vec<Problem>,
    /// What of a patch changes nothing any more, each with its place in the patch.
    pub obsolete: Vec<Problem>,
}

/// The published formats.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// The Resource Specification: combined or single-type file.
    ResourceSpecification,
    /// The dialect of the Resource Specification that describes serverless transforms.
    Sam,
    /// A registry resource provider schema.
    RegistrySchema,
    /// A registry module schema.
    Module,
}

/// One resource type.
///
/// Where a record is written as several (a base with `oneOf`, say, or `allOf` of references), its
/// `properties` hold those of all, in order of appearance; the branches still stand beside them and
/// are demanded. A property is required if the base, a reference, any branch of `allOf`, or every
/// branch of `anyOf` or of `oneOf` requires it.
#[derive(Clone, Debug, PartialEq)]
pub struct ResourceType {
    /// `AWS::S3::Bucket`.
    pub name: TypeName,
    /// Prose about the type.
    pub description: Option<String>,
    /// The page of the user guide, always `https`.
    pub documentation: Option<String>,
    /// The day or month of the specification, `YYYY-MM-DD` or `YYYY-MM`, where it is known.
    pub as_of: Option<String>,
    /// Further pages worth reading, in the order of the file.
    pub see_also: Vec<Link>,
    /// The transform that a template must name for CloudFormation to know the type, such as
    /// `AWS::Serverless-2016-10-31`.
    pub transform: Option<String>,
    /// What `Ref` returns, in prose, where the file says so.
    pub reference: Option<String>,
    /// The properties a template may set and everything demanded of them. Read-only properties are
    /// not in here; they are `attributes`.
    pub body: Schema,
    /// The named schemas that `body` and other definitions refer to, in file order. A record that
    /// the file wrote inline has been given a name from its path and stands here too.
    pub definitions: Vec<Definition>,
    /// What `Fn::GetAtt` returns.
    pub attributes: Vec<Attribute>,
    /// The properties that together identify a resource.
    pub primary_identifier: Vec<PropertyPath>,
    /// Other identifiers, each sufficient alone.
    pub additional_identifiers: Vec<Vec<PropertyPath>>,
    /// The handlers that the type has; none for types that the registry does not provision.
    pub handlers: Option<Handlers>,
    /// What comes first when a resource is replaced.
    pub replacement: ReplacementStrategy,
    /// Whether and how the resource is tagged.
    pub tagging: Option<Tagging>,
    /// Update behaviour that holds at some of the paths that lead to a shared definition and not at
    /// others, so that it cannot stand on the property of the definition itself.
    pub scoped_updates: Vec<ScopedUpdate>,
    /// Other roles that hold at some of those paths alone.
    pub scoped_roles: ScopedRoles,
    /// Expressions that turn a given value into the stored one; such a difference is no change.
    pub property_transforms: Vec<(PropertyPath, String)>,
    /// Facts beyond the file, laid over it.
    pub curated: Curated,
    /// What a patch has changed, in its order.
    pub patched: Vec<PatchedFact>,
}

/// A page elsewhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// What the page is called.
    pub title: String,
    /// Where it is, always `https`.
    pub url: String,
}

/// A named schema.
#[derive(Clone, Debug, PartialEq)]
pub struct Definition {
    /// The name in the file, or one made from the path of an inline record.
    pub name: String,
    /// What the name stands for.
    pub schema: Schema,
    /// Its page in the user guide, always `https`, where the file gives or implies one.
    pub documentation: Option<String>,
}

/// What is demanded of one value: the JSON Schema vocabulary, with the additions that published
/// files use.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Schema {
    /// A definition whose demands hold as well, by name. `Some` after `check` means that it exists.
    pub reference: Option<String>,
    /// The JSON types allowed; empty means that the file names none.
    pub types: Vec<JsonType>,
    /// Prose about the value.
    pub description: Option<String>,
    /// Named members of an object.
    pub properties: Vec<Property>,
    /// Members that must be present, also names that `properties` lacks.
    pub required: Vec<String>,
    /// Members that the service alone sets, which are not among the properties.
    pub read_only: Vec<String>,
    /// Members whose name matches a pattern (ECMA-262, unanchored).
    pub pattern_properties: Vec<(String, Schema)>,
    /// Members that are neither named nor matched.
    pub additional: Additional,
    /// What each element of an array must be.
    pub items: Option<Box<Schema>>,
    /// What the first elements of an array must be, one by one.
    pub prefix_items: Vec<Schema>,
    /// Limits on the value itself.
    pub limits: Limits,
    /// All of these hold.
    pub all_of: Vec<Schema>,
    /// At least one of these holds.
    pub any_of: Vec<Schema>,
    /// Exactly one of these holds.
    pub one_of: Vec<Schema>,
    /// This does not hold.
    pub not: Option<Box<Schema>>,
    /// If the first holds, the second does, else the third.
    pub conditional: Option<Box<Conditional>>,
    /// Demands between members of an object.
    pub dependencies: Dependencies,
}

/// `if`, `then`, `else`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Conditional {
    /// The question.
    pub condition: Schema,
    /// What holds if the answer is yes.
    pub then: Option<Schema>,
    /// What holds if the answer is no.
    pub otherwise: Option<Schema>,
}

/// Which members of an object need, exclude or replace which others.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Dependencies {
    /// `dependencies` with a list, `dependentRequired`: if the first is present, so are the others.
    pub required: Vec<(String, Vec<String>)>,
    /// `dependentExcluded`: if the first is present, none of the others is.
    pub excluded: Vec<(String, Vec<String>)>,
    /// `dependencies` with a schema: if the first is present, the object fulfils the second.
    pub schemas: Vec<(String, Schema)>,
    /// `requiredXor`: exactly one of each list is present.
    pub exactly_one: Vec<Vec<String>>,
    /// `requiredOr`: at least one of each list is present.
    pub at_least_one: Vec<Vec<String>>,
}

/// Members that are neither named in `properties` nor matched by `pattern_properties`.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Additional {
    /// The file says nothing, and no named member or pattern stands beside it. Where one does, the
    /// readers write down what is meant: `Denied` in the schema of a value, `Allowed` in a branch.
    #[default]
    Unstated,
    /// Any value under any name.
    Allowed,
    /// None.
    Denied,
    /// Values that fulfil a schema.
    Schema(Box<Schema>),
}

/// One named member of an object.
#[derive(Clone, Debug, Default, PartialEq)]
#[allow(
    clippy::struct_excessive_bools,
    reason = "independent facts, each its own in the specification"
)]
pub struct Property {
    /// The name on the wire, exactly as written.
    pub name: String,
    /// What its value must be. `schema.description` is the prose of this property.
    pub schema: Schema,
    /// Whether the object's `required` names it.
    pub required: bool,
    /// What changing it does, wherever the record is used. A parent can be stricter.
    pub update: Update,
    /// Settable, never returned by a read: secrets and packages.
    pub write_only: bool,
    /// What is in it must not be shown: it is write-only, it holds what is where no property stands for it, or it
    /// is write-only at one of the uses of its record. A value does not know where it is used, so that what is a
    /// secret at one use is one at each.
    pub secret: bool,
    /// Accepted, but on its way out.
    pub deprecated: bool,
    /// Its place in the user guide, always `https`, where the file gives or implies one.
    pub documentation: Option<String>,
}

/// What an update of a property does to the resource, from least to most severe.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Update {
    /// Updated in place.
    #[default]
    Mutable,
    /// Depends on other state.
    Conditional,
    /// The resource is replaced.
    Immutable,
}

/// Update behaviour of one path.
#[derive(Clone, Debug, PartialEq)]
pub struct ScopedUpdate {
    /// Where it holds; `*` stands for every element or member.
    pub path: PropertyPath,
    /// What a change there does.
    pub update: Update,
}

/// A path through data, `/A/B/*/C` without the leading `/properties`: one segment each, unescaped.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PropertyPath(pub Vec<String>);

impl PropertyPath {
    /// The path as a JSON pointer.
    #[must_use]
    pub fn pointer(&self) -> String {
        let mut pointer = String::new();
        for step in &self.0 {
            pointer.extend(["/", &escape(step)]);
        }
        pointer
    }
}

/// The JSON types.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum JsonType {
    /// `string`
    String,
    /// `integer`
    Integer,
    /// `number`
    Number,
    /// `boolean`
    Boolean,
    /// `object`
    Object,
    /// `array`
    Array,
    /// `null`
    Null,
}

impl JsonType {
    /// All of them.
    pub(crate) const ALL: [Self; 7] = [
        Self::String,
        Self::Integer,
        Self::Number,
        Self::Boolean,
        Self::Object,
        Self::Array,
        Self::Null,
    ];

    /// The name in a schema's `type`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::String => "string",
            Self::Integer => "integer",
            Self::Number => "number",
            Self::Boolean => "boolean",
            Self::Object => "object",
            Self::Array => "array",
            Self::Null => "null",
        }
    }
}

/// Limits on a value that need no other value to be judged.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Limits {
    /// `enum`: the allowed values, in file order.
    pub allowed: Vec<Literal>,
    /// `enumCaseInsensitive`, or a published list of allowed values compared without case.
    pub allowed_ignoring_case: Vec<Literal>,
    /// `const`.
    pub constant: Option<Literal>,
    /// `pattern`: ECMA-262, unanchored.
    pub pattern: Option<Pattern>,
    /// `minLength`, in Unicode scalar values.
    pub min_length: Option<u64>,
    /// `maxLength`, in Unicode scalar values.
    pub max_length: Option<u64>,
    /// `minimum`, as written.
    pub minimum: Option<Number>,
    /// `maximum`, as written.
    pub maximum: Option<Number>,
    /// `exclusiveMinimum`, as written.
    pub exclusive_minimum: Option<Number>,
    /// `exclusiveMaximum`, as written.
    pub exclusive_maximum: Option<Number>,
    /// `multipleOf`, as written.
    pub multiple_of: Option<Number>,
    /// `minItems`.
    pub min_items: Option<u64>,
    /// `maxItems`.
    pub max_items: Option<u64>,
    /// `uniqueItems`, or `DuplicatesAllowed: false`.
    pub unique_items: bool,
    /// `uniqueKeys`: members whose values must differ between the elements of an array.
    pub unique_keys: Vec<String>,
    /// `insertionOrder: false`: the order of an array means nothing.
    pub unordered: bool,
    /// `insertionOrder: true`: the order of an array counts, also where its elements are unique.
    pub ordered: bool,
    /// `minProperties`.
    pub min_properties: Option<u64>,
    /// `maxProperties`.
    pub max_properties: Option<u64>,
    /// `format`, as written: `date-time`, `int64`, but also names that no standard knows.
    pub format: Option<String>,
    /// What the names of a map look like, in words, where the file says so.
    pub key_meaning: Option<String>,
    /// What an allowed value does, in words, for those values that the file explains.
    pub value_meanings: Vec<(String, String)>,
    /// `default`: advisory.
    pub default: Option<Literal>,
    /// `relationshipRef`: the value is that property of that type.
    pub relationship: Option<Relationship>,
    /// Where a rule comes from that no published schema states: the page and what it says.
    pub source: Option<String>,
}

/// A pattern, and what it asks for in words where the file has them.
#[derive(Clone, Debug, PartialEq)]
pub struct Pattern {
    /// The regular expression (ECMA-262, unanchored).
    pub expression: String,
    /// What a matching value looks like, for messages.
    pub meaning: Option<String>,
}

/// A number exactly as the file writes it.
#[derive(Clone, Debug, PartialEq)]
pub struct Number(pub String);

/// Any JSON value, members in file order.
#[derive(Clone, Debug, PartialEq)]
pub enum Literal {
    /// `null`
    Null,
    /// `true` or `false`
    Bool(bool),
    /// A number as written.
    Number(Number),
    /// A string.
    String(String),
    /// An array.
    Array(Vec<Literal>),
    /// An object.
    Object(Vec<(String, Literal)>),
}

/// The value of a property is a property of another resource.
#[derive(Clone, Debug, PartialEq)]
pub struct Relationship {
    /// The other type.
    pub type_name: String,
    /// Its property, as written in the file.
    pub property_path: String,
}

/// What `Fn::GetAtt` returns under one name.
#[derive(Clone, Debug, PartialEq)]
pub struct Attribute {
    /// The name as `Fn::GetAtt` takes it; may hold dots.
    pub name: String,
    /// What it returns.
    pub schema: Schema,
}

/// Which handlers a registry type has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[allow(
    clippy::struct_excessive_bools,
    reason = "five independent facts, each its own flag in the file"
)]
pub struct Handlers {
    /// `create`
    pub create: bool,
    /// `read`
    pub read: bool,
    /// `update`: without it every change replaces the resource.
    pub update: bool,
    /// `delete`
    pub delete: bool,
    /// `list`
    pub list: bool,
}

/// What comes first when a resource is replaced.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ReplacementStrategy {
    /// The new resource exists before the old one goes.
    #[default]
    CreateThenDelete,
    /// The old resource goes first: downtime.
    DeleteThenCreate,
}

/// Whether and how a resource is tagged.
#[derive(Clone, Debug, PartialEq)]
#[allow(
    clippy::struct_excessive_bools,
    reason = "independent facts, each its own flag in the file"
)]
pub struct Tagging {
    /// It has tags at all.
    pub taggable: bool,
    /// Tags can be given at creation.
    pub on_create: bool,
    /// Tags can change in place.
    pub updatable: bool,
    /// The service adds its own tags.
    pub system_tags: bool,
    /// The property that holds the tags.
    pub property: Option<PropertyPath>,
}
