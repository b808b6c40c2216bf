//! One type: reading, checking and comparing property objects.

use core::fmt;

use crate::facts::ResourceSpec;
use crate::json::Json;
use crate::typed::read;
use crate::typed::view::View;
use crate::update::{self, Around, UpdatePlan};
use crate::{Violations, judge};

/// A resource type that is known at run time.
///
/// Its property objects are read and checked as those of a generated type are, but are held as [`Json`].
///
/// ```
/// use formwork::Types;
///
/// let pond = r#"{ "typeName": "Acme::Garden::Pond", "additionalProperties": false,
///     "properties": { "Depth": { "type": "integer", "maximum": 3 } } }"#;
/// let types = Types::new().with_specification(pond)?;
/// let pond = types.get("Acme::Garden::Pond").unwrap();
///
/// let properties = pond.from_json(r#"{ "Depth": 2 }"#)?;
/// assert_eq!(properties.get("Depth").unwrap().as_i64(), Some(2));
/// let found = pond.from_json(r#"{ "Depth": 4 }"#).unwrap_err();
/// assert_eq!(found.iter().next().unwrap().location().unwrap().to_string(), "1:12");
/// # Ok::<(), formwork::Violations>(())
/// ```
#[derive(Clone, Copy)]
pub struct ResourceType {
    spec: &'static ResourceSpec,
}

impl ResourceType {
    pub(super) fn new(spec: &'static ResourceSpec) -> Self {
        Self { spec }
    }

    /// `AWS::SQS::Queue`.
    #[must_use]
    pub fn type_name(&self) -> &'static str {
        self.spec.type_name
    }

    /// The facts of the specification as data.
    #[must_use]
    pub fn spec(&self) -> &'static ResourceSpec {
        self.spec
    }

    /// Reads a property object from JSON text and validates it.
    ///
    /// # Errors
    ///
    /// Every problem of the text, with its line and column.
    #[allow(clippy::wrong_self_convention, reason = "named as for generated types")]
    pub fn from_json(&self, text: &str) -> Result<Json, Violations> {
        read::untyped_json(text, self.spec)
    }

    /// Reads a property object from YAML text, short forms such as `!Ref` included, and validates it.
    ///
    /// # Errors
    ///
    /// Every problem of the text, with its line and column.
    #[cfg(feature = "yaml")]
    #[allow(clippy::wrong_self_convention, reason = "named as for generated types")]
    pub fn from_yaml(&self, text: &str) -> Result<Json, Violations> {
        read::untyped_yaml(text, self.spec)
    }

    /// Checks JSON text without keeping the value: everything that [`from_json`](Self::from_json) reports, and
    /// warnings of what `CloudFormation` takes but ignores or changes.
    #[must_use]
    pub fn check_json(&self, text: &str) -> Violations {
        read::check_json(None, text, self.spec)
    }

    /// Checks YAML text without keeping the value; see [`check_json`](Self::check_json).
    #[cfg(feature = "yaml")]
    #[must_use]
    pub fn check_yaml(&self, text: &str) -> Violations {
        read::check_yaml(None, text, self.spec)
    }

    /// Validates a property object made in memory. What is only known at deployment is not judged.
    ///
    /// # Errors
    ///
    /// Every problem of the value.
    pub fn validate(&self, properties: &Json) -> Result<(), Violations> {
        judge::in_memory(View::Json(properties), self.spec)
    }

    /// What `CloudFormation` will do to a resource whose properties are `old` when they become `new`.
    ///
    /// ```
    /// use formwork::{Json, Outcome, Types};
    ///
    /// let pond = r#"{ "typeName": "Acme::Garden::Pond", "additionalProperties": false,
    ///     "properties": { "Depth": { "type": "integer" }, "Place": { "type": "string" } },
    ///     "createOnlyProperties": ["/properties/Place"] }"#;
    /// let types = Types::new().with_specification(pond)?;
    /// let pond = types.get("Acme::Garden::Pond").unwrap();
    ///
    /// let old: Json = r#"{ "Place": "north" }"#.parse().unwrap();
    /// let new: Json = r#"{ "Place": "south" }"#.parse().unwrap();
    /// assert_eq!(pond.plan_update(&old, &new).outcome(), Some(Outcome::Replace));
    /// # Ok::<(), formwork::Violations>(())
    /// ```
    pub fn plan_update(&self, old: &Json, new: &Json) -> UpdatePlan {
        update::plan(View::Json(old), View::Json(new), self.spec, None)
    }

    /// The same of two whole resources as they stand in a template, with `Properties` and the attributes beside
    /// them: some attributes decide what an update does, such as `UpdatePolicy`.
    pub fn plan_resource_update(&self, old: &Json, new: &Json) -> UpdatePlan {
        let (before, after) = (View::Json(old), View::Json(new));
        let around = Around { before, after };
        update::plan(
            before.member("Properties"),
            after.member("Properties"),
            self.spec,
            Some(around),
        )
    }
}

/// Its name.
impl fmt::Debug for ResourceType {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "ResourceType({})", self.spec.type_name)
    }
}
