//! The resource types that a program knows at run time, without generated code.

// | file | for |
// |---|---|
// | `resource_type` | one type: reading, checking and comparing property objects |
// | `interned` | facts that are kept once, however often they are asked for |
// | `specification` | from the text of a specification to types |
// | `facts` | facts of a user's own, laid over a type |
// | `catalog` | the published types |

#[cfg(feature = "catalog")]
mod catalog;
mod facts;
mod interned;
mod resource_type;
mod specification;

use core::fmt;
use std::collections::BTreeMap;

pub use self::resource_type::ResourceType;

use self::facts::Facts;
use self::specification::Described;
use crate::Resource;
use crate::Violations;
use crate::facts::ResourceSpec;
use crate::text::suggest;

/// The resource types that a program knows at run time.
///
/// A type comes from generated code, from the text of a specification, or from the catalog of all published
/// types. Of two types of one name the one that was added last counts, and an added one before the catalog's.
///
/// ```
/// use formwork::Types;
/// use formwork::apigatewayv2::IntegrationResponse;
///
/// let gnome = r#"{ "typeName": "Acme::Garden::Gnome", "properties": { "Name": { "type": "string" } },
///     "required": ["Name"], "additionalProperties": false }"#;
/// let types = Types::new().with::<IntegrationResponse>().with_specification(gnome)?;
///
/// let gnome = types.get("Acme::Garden::Gnome").unwrap();
/// let found = gnome.check_json(r#"{ "Name": "G", "Hat": "red" }"#);
/// assert_eq!(found.iter().next().unwrap().path(), "/Hat");
/// assert!(types.get("Acme::Garden::Pond").is_none());
/// # Ok::<(), formwork::Violations>(())
/// ```
#[derive(Clone, Default)]
pub struct Types {
    known: BTreeMap<Box<str>, Origin>,
    #[cfg(feature = "catalog")]
    has_catalog: bool,
}

/// Where the facts of a type come from.
#[derive(Clone)]
enum Origin {
    /// They are at hand.
    Facts(&'static ResourceSpec),
    /// They are taken from a specification when somebody asks.
    Described(Described),
}

impl Types {
    /// No types.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// These types, and one that is known to the compiler: generated, or of the program's own.
    #[must_use]
    pub fn with<R: Resource>(mut self) -> Self {
        self.known
            .insert(R::TYPE_NAME.into(), Origin::Facts(R::spec()));
        self
    }

    /// These types, and all that a specification describes: a registry schema, a resource specification, or
    /// what the registry answers to the question what a type is.
    ///
    /// A type is made of the text when it is first asked for, and kept for as long as the program runs; a text
    /// that says the same again makes nothing new, so that a program may read one file as often as it likes.
    ///
    /// # Errors
    ///
    /// Everything that makes the specification unusable, with line and column.
    pub fn with_specification(mut self, text: &str) -> Result<Self, Violations> {
        for described in specification::read(text)? {
            self.known
                .insert(described.type_name().into(), Origin::Described(described));
        }
        Ok(self)
    }

    /// These types, with facts laid over one of them that no specification states: what updates do, custom names,
    /// demands on values, each with its source.
    ///
    /// The text is in the format of the bundled facts, as `resource!` takes it with `facts = "…"`; what it says goes
    /// before what is known already. The type has to be here: from the catalog, or from a specification that was
    /// added before.
    ///
    /// ```
    /// use formwork::{Json, Outcome, Types};
    ///
    /// let gnome = r#"{ "typeName": "Acme::Garden::Gnome", "properties": { "Hat": { "type": "string" } },
    ///     "additionalProperties": false }"#;
    /// let facts = r#"{ "typeName": "Acme::Garden::Gnome", "rules": [{
    ///     "path": "/Hat", "when": {"after": {"equals": "red"}}, "outcome": "replace",
    ///     "because": "a red hat is baked in", "source": "https://gnomes.example/hats", "asOf": "2026-09" }] }"#;
    /// let types = Types::new().with_specification(gnome)?.with_facts(facts)?;
    ///
    /// let gnome = types.get("Acme::Garden::Gnome").unwrap();
    /// let [grey, red]: [Json; 2] = [r#"{ "Hat": "grey" }"#, r#"{ "Hat": "red" }"#].map(|text| text.parse().unwrap());
    /// assert_eq!(gnome.plan_update(&grey, &red).outcome(), Some(Outcome::Replace));
    /// assert_eq!(gnome.plan_update(&red, &grey).outcome(), Some(Outcome::InPlace));
    /// # Ok::<(), formwork::Violations>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Everything that makes the facts unusable, with line and column: unknown words, paths that the type does not
    /// have, a fact without a source, a type that is not here.
    pub fn with_facts(mut self, text: &str) -> Result<Self, Violations> {
        let facts = Facts::read(text)?;
        let type_name = facts.type_name();
        let described = match self.known.get(type_name) {
            Some(Origin::Described(described)) => Some(described.clone()),
            Some(Origin::Facts(_)) => return Err(facts.about_a_type_of_the_program()),
            None => self.published_model(type_name),
        };
        let Some(described) = described else {
            return Err(facts.about_an_unknown_type(self.names()));
        };
        let described = facts.over(&described)?;
        self.known
            .insert(described.type_name().into(), Origin::Described(described));
        Ok(self)
    }

    /// The type of that name.
    #[must_use]
    pub fn get(&self, type_name: &str) -> Option<ResourceType> {
        let spec = match self.known.get(type_name) {
            Some(Origin::Facts(spec)) => Some(*spec),
            Some(Origin::Described(described)) => Some(described.spec()),
            None => self.published(type_name),
        };
        spec.map(ResourceType::new)
    }

    /// The names of all types, sorted.
    ///
    /// ```
    /// use formwork::Types;
    ///
    /// assert_eq!(Types::new().names().next(), None);
    /// ```
    pub fn names(&self) -> impl Iterator<Item = &str> {
        let mut names: Vec<&str> = self.known.keys().map(|name| &**name).collect();
        names.extend(self.published_names());
        names.sort_unstable();
        names.dedup();
        names.into_iter()
    }
}

/// What a check of templates asks beyond the type itself.
impl Types {
    /// The published type that a name of no type is meant to be: all but one letter is the same.
    pub(crate) fn meant(&self, type_name: &str) -> Option<&'static str> {
        let names = self.published_names().into_iter();
        let mut near = names.filter(|name| suggest::is_slip(type_name, name));
        near.next()
    }

    /// Whether all types of whoever publishes that one are known, so that it is not published yet.
    pub(crate) fn know_publisher_of(&self, type_name: &str) -> bool {
        type_name.starts_with("AWS::") && !self.published_names().is_empty()
    }
}

#[cfg(feature = "catalog")]
impl Types {
    /// Every published type, each read when it is first met.
    ///
    /// ```
    /// use formwork::Types;
    ///
    /// let queue = Types::catalog().get("AWS::SQS::Queue").unwrap();
    /// assert!(queue.check_json(r#"{ "QueueName": "jobs" }"#).is_empty());
    /// ```
    #[must_use]
    pub fn catalog() -> Self {
        Self {
            known: BTreeMap::new(),
            has_catalog: true,
        }
    }

    fn published(&self, type_name: &str) -> Option<&'static ResourceSpec> {
        catalog::find(type_name).filter(|_| self.has_catalog)
    }

    fn published_model(&self, type_name: &str) -> Option<Described> {
        let model = catalog::model(type_name).filter(|_| self.has_catalog)?;
        Some(Described::new(model))
    }

    fn published_names(&self) -> Vec<&'static str> {
        if self.has_catalog {
            catalog::names()
        } else {
            Vec::new()
        }
    }
}

#[cfg(not(feature = "catalog"))]
#[allow(
    clippy::unused_self,
    reason = "with the feature `catalog` they ask the types"
)]
impl Types {
    fn published(&self, _: &str) -> Option<&'static ResourceSpec> {
        None
    }

    fn published_model(&self, _: &str) -> Option<Described> {
        None
    }

    fn published_names(&self) -> Vec<&'static str> {
        Vec::new()
    }
}

/// How many types were added.
impl fmt::Debug for Types {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut shown = f.debug_struct("Types");
        shown.field("added", &self.known.len());
        #[cfg(feature = "catalog")]
        shown.field("catalog", &self.has_catalog);
        shown.finish()
    }
}
