//! How structs look in `{:?}`.

use core::fmt;

use crate::document::DEPTH_LIMIT;
use crate::facts::TypeSpec;
use crate::typed::additional;
use crate::typed::record::Record;
use crate::typed::secret;
use crate::typed::view::{self, View};

/// What stands for what is not shown.
const REDACTED: &str = "<redacted>";

/// Shows the properties that are there under their wire names; of a write-only one, that it is there.
pub(crate) fn record(record: &dyn Record, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    record_within(record, f, DEPTH_LIMIT)
}

/// So many levels are shown. A type that contains itself can be nested without end.
fn record_within(record: &dyn Record, f: &mut fmt::Formatter<'_>, levels: usize) -> fmt::Result {
    let spec = record.spec();
    let mut shown = f.debug_struct(spec.name);
    view::all(record, |views| {
        for (property, view) in spec.properties().iter().zip(views) {
            let ty = property.ty;
            match *view {
                View::Absent => {}
                _ if property.secret => {
                    shown.field(property.name, &format_args!("{REDACTED}"));
                }
                view => {
                    shown.field(property.name, &Shown { view, ty, levels });
                }
            }
        }
        let ty = spec.additional_properties().unwrap_or(TypeSpec::Json);
        for (name, view) in additional::members(record, views) {
            shown.field(name, &Shown { view, ty, levels });
        }
        shown.finish()
    })
}

/// A value of a type, and how many levels of it are shown.
struct Shown<'a> {
    view: View<'a>,
    ty: TypeSpec,
    levels: usize,
}

impl fmt::Debug for Shown<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { view, ty, levels } = *self;
        let part = |view| Shown {
            view,
            ty: match ty {
                TypeSpec::List(ty) | TypeSpec::Map(ty) => *ty,
                _ => TypeSpec::Json,
            },
            levels: levels.saturating_sub(1),
        };
        match view {
            View::List(_) | View::Map(_) | View::Record(_) if levels == 0 => f.write_str("…"),
            View::Absent => f.write_str("absent"),
            View::Bool(value) => fmt::Debug::fmt(&value, f),
            View::Integer(value) => fmt::Debug::fmt(&value, f),
            View::Float(value) => fmt::Debug::fmt(&value, f),
            View::Text(text) => fmt::Debug::fmt(text, f),
            View::List(_) => f.debug_list().entries(view.items().map(part)).finish(),
            View::Map(_) => {
                let members = view.members().map(|(key, view)| (key, part(view)));
                f.debug_map().entries(members).finish()
            }
            View::Record(nested) => record_within(nested, f, levels.saturating_sub(1)),
            // What is no struct is shown as a whole, or not at all.
            View::Call(_) | View::Json(_) | View::Node(_) if secret::is_in(view, ty) => {
                f.write_str(REDACTED)
            }
            View::Call(call) => write!(f, "{call}"),
            View::Json(json) => write!(f, "{json}"),
            View::Node(node) => write!(f, "{}", node.to_json()),
        }
    }
}
