//! Whether plans are ever milder than what is published: for every property of a type a pair is generated in which
//! nothing else changes.
//!
//! | file | holds |
//! |---|---|
//! | `places` | every property of a type, with what the sources say of it and of those around it |
//! | `pairs` | values of the property before and after |
//! | `verdict` | what the plan says against what the sources say |

mod pairs;
pub mod places;
mod verdict;

use formwork::types::ResourceType as Type;
use formwork_specs::model::ResourceType;

use crate::published::guide::Pages;
use verdict::Judge;
pub use verdict::{Found, Milder};

/// Tries every property of a type. The Resource Specification's model of the type and the words of the guide are
/// asked as well if they are given.
#[must_use]
pub fn try_type(
    resource: &ResourceType,
    specification: Option<&ResourceType>,
    pages: Option<&Pages>,
    planner: &Type,
) -> Found {
    let mut judge = Judge::new(resource, specification, pages, planner);
    places::each(resource, &mut |place| judge.place(place));
    judge.found
}
