//! What a change of a specification means for users of the generated Rust.
//!
//! The plan of a type, which decides on every name and every type, is flattened into a [`Surface`]: each item that
//! a program can name, with what it is. Two surfaces are compared item by item, and each difference has a class of
//! semantic versioning. Documentation, limits and facts take no part: they are patches.

mod compare;
mod surface;

use formwork_specs::ResourceType;

pub use compare::{Class, RustChange};
pub use surface::{Item, Surface};

/// What changes for a program that uses the type, the most severe first within each name.
///
/// ```
/// use formwork_codegen::semver::{self, Class};
///
/// let schema = |required: &str| {
///     format!(
///         r#"{{ "typeName": "Acme::Garden::Gnome", "additionalProperties": false,
///             "properties": {{ "Name": {{ "type": "string" }} }}, "required": {required} }}"#
///     )
/// };
/// let old = formwork_specs::read(schema(r#"["Name"]"#).as_bytes())?;
/// let new = formwork_specs::read(schema("[]").as_bytes())?;
/// let changes = semver::changes(&old.resources[0], &new.resources[0]);
/// assert_eq!(changes[0].class, Class::Major);
/// assert_eq!(changes[0].item, "Gnome.name");
/// assert!(changes[0].reason.starts_with("becomes optional"));
/// # Ok::<(), formwork_specs::Problems>(())
/// ```
#[must_use]
pub fn changes(old: &ResourceType, new: &ResourceType) -> Vec<RustChange> {
    compare::surfaces(&Surface::of(old), &Surface::of(new))
}

/// The class of a type's changes as a whole; a patch if only facts or words differ.
#[must_use]
pub fn class(changes: &[RustChange]) -> Class {
    let classes = changes.iter().map(|change| change.class);
    classes.max().unwrap_or(Class::Patch)
}
