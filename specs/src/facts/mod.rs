//! The facts text: everything that the runtime has to know of one resource type, as one JSON object.
//!
//! It is the contract between the half that builds and the half that runs: [`text`] writes it from a model,
//! `runtime/core/src/facts` reads it, and nothing else knows its form. It holds facts in the order of the
//! specification, without prose, in the vocabulary of JSON Schema where that has a word. Whatever is not
//! written is false, empty, or unknown.
//!
//! # Keys of the object
//!
//! | key | value |
//! |---|---|
//! | `typeName` | the name of the type |
//! | `documentation` | its page |
//! | `asOf` | the day or month of the specification |
//! | `primaryIdentifier` | the properties that identify a resource, as JSON pointers without the first slash |
//! | `refReturns` | the properties and attributes whose values `Ref` returns, where it is not the primary identifier |
//! | `additionalIdentifiers` | lists of the same form, each sufficient alone |
//! | `attributes` | what `Fn::GetAtt` returns: schemas by name |
//! | `updateHandler` | `false` if the type has none, so that every change replaces |
//! | `replacement` | `"delete_then_create"` if the old resource goes first |
//! | `tagging` | `taggable`, `tagOnCreate`, `tagUpdatable`, `cloudFormationSystemTags`, each only if `false`; `tagProperty`, a pointer |
//! | `scopedUpdates` | what changes at some paths do: `"Mutable"`, `"Conditional"`, `"Immutable"` by pointer, `*` for every element |
//! | `scopedRoles` | the paths, as pointers, at which properties are alone `readOnly`, `nonPublic`, `writeOnly`, `deprecated`: one list for each |
//! | `updateRules` | what a change does under conditions, in the words of `specs/curated/README.md`: one path for each rule, one claim for each condition |
//! | `updateWords` | what the published sources say of updates together, by pointer: `outcome`, `interruption`, and why as in rules |
//! | `customNames` | whether a property is a custom physical name, by pointer: `custom`, `because`, `source`, `asOf` |
//! | `propertyTransforms` | how the service rewrites values, by pointer: about drift alone |
//! | `definitions` | schemas by name: the resource itself under the empty name, then those that are referred to |
//!
//! # Keys of a schema
//!
//! | key | value |
//! |---|---|
//! | `$ref` | the number of the definition whose demands hold as well; the resource itself is 0 |
//! | `type` | one JSON type, or a list |
//! | `shape` | the kind of value, where the runtime would read another one off the rest: see below |
//! | `properties`, `required`, `patternProperties`, `additionalProperties` | members of an object |
//! | `readOnly` | the names of members that the service alone sets |
//! | `items`, `prefixItems` | elements of an array |
//! | `enum`, `enumCaseInsensitive`, `const` | allowed values |
//! | `pattern`, `patternMeaning` | what text matches, and the same in words |
//! | `minLength`, `maxLength` | in Unicode scalar values |
//! | `minimum`, `maximum`, `exclusiveMinimum`, `exclusiveMaximum`, `multipleOf` | numbers, as written |
//! | `minItems`, `maxItems`, `uniqueItems`, `uniqueKeys`, `insertionOrder` | of an array; the last is `false` for a set, `true` where the order counts though the elements are unique |
//! | `minProperties`, `maxProperties` | of an object |
//! | `format` | the name of a format |
//! | `relationshipRef` | the value is a property of another resource: its type and its property's pointer |
//! | `default`, `source` | what the service uses; where a rule comes from |
//! | `allOf`, `anyOf`, `oneOf`, `not`, `if`, `then`, `else` | demands made of other demands |
//! | `dependentRequired`, `dependentExcluded`, `dependentSchemas`, `requiredXor`, `requiredOr` | demands between members |
//!
//! # Keys of a property, beside those of its schema
//!
//! | key | value |
//! |---|---|
//! | `update` | `"Conditional"` or `"Immutable"` |
//! | `writeOnly`, `deprecated` | `true`, of every use of its record |
//! | `secret` | `true` if its value must not be shown, though it is not `writeOnly` at every use |
//! | `documentation` | its page, unless that is the resource's page with the usual anchor |
//! | `keyMeaning` | of a pattern for names: what they look like, in words |
//!
//! # Shapes
//!
//! The runtime reads the kind of value off the target of a reference, off a single JSON type, off the elements
//! of an array, off the first pattern or else the unnamed members of an object; a definition with a list of
//! properties is a record. Where a specification says it in another way (in branches, without a type, in
//! limits), `shape` says it.
//!
//! | `shape` | kind |
//! |---|---|
//! | `"String"`, `"Integer"`, … | the variant of the runtime's `TypeSpec` |
//! | `{"list":…}`, `{"map":…}` | elements or members of that kind |
//! | a number | the record with that number |

mod json;
mod limits;
mod rules;
mod shape;
mod table;
mod tabled;

pub use json::literal;

pub use rules::{condition_text, rules};
pub use table::{text, text_of};
pub use tabled::definitions;
