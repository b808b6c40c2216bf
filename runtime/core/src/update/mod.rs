//! What an update does to a resource, before any deployment.
//!
//! | file | holds |
//! |---|---|
//! | `walk` | goes along two values and finds where they differ |
//! | `pairs`, `matching` | which elements and members are compared with each other |
//! | `kind`, `calls`, `gives` | what stands in a place; when two calls are one in another spelling; what one may give |
//! | `place` | what a specification says of a place |
//! | `same` | whether two values are the same, without saying where they are not |
//! | `planner` | makes changes of differences |
//! | `levels`, `chain` | the places around a change, and what is said along them |
//! | `words`, `conditions` | the published words of a place; whether a rule holds there |
//! | `truth`, `quantity`, `elements`, `spots` | what rules ask, and answers that wait for deployment |
//! | `inside` | what is said of the properties inside a value that comes or goes |
//! | `identity` | replacements that a custom name forbids |
//! | `effect` | what a change does, on both axes |
//! | `plan`, `display` | what users get: a plan and its changes, and both in words |
//! | `drafts` | the changes found so far, and how many of them are listed |
//! | `limits` | how much work all this may be |

mod calls;
mod chain;
mod conditions;
mod display;
mod drafts;
mod effect;
mod elements;
mod gives;
mod identity;
mod inside;
mod kind;
mod levels;
mod limits;
mod matching;
mod pairs;
mod place;
mod plan;
mod planner;
mod quantity;
mod same;
mod spots;
mod truth;
mod walk;
mod words;

pub(crate) use self::conditions::Around;
pub use self::plan::{Change, UpdatePlan};

use self::limits::DEEPEST;
use self::place::Place;
use self::planner::Planner;
use self::walk::{Known, Walk};
#[cfg(feature = "templates")]
use crate::facts::Reason;
use crate::facts::ResourceSpec;
use crate::typed::view::View;

/// What an update does that makes one property object of another, wherever they are held: structs, free JSON or
/// parts of a document, also a function in the place of the whole object. `around` shows the resource attributes
/// beside the properties, where they are known.
pub(crate) fn plan<'a>(
    before: View<'a>,
    after: View<'a>,
    spec: &'static ResourceSpec,
    around: Option<Around<'a>>,
) -> UpdatePlan {
    let mut known = Known::new(spec);
    let mut planner = Planner::new(before, after, around, &known);
    Walk::new(&mut known, &mut planner, DEEPEST).value(before, after, Place::resource(spec));
    let (mut plan, answers) = planner.plan();
    identity::refuse(&mut plan, &answers, before, after, &mut known);
    plan
}

/// Why no second resource with these properties can be made beside the first, and whether that is certain: both would
/// have one custom name.
#[cfg(feature = "templates")]
pub(crate) fn taken_name(
    properties: View<'_>,
    spec: &'static ResourceSpec,
) -> Option<(Reason, bool)> {
    identity::taken(properties, &mut Known::new(spec))
}
