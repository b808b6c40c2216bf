//! How structs look in `{:?}`.

use core::fmt;

use crate::typed::additional;
use crate::typed::record::Record;
use crate::typed::view::{self, View};

/// Shows the properties that are there under their wire names; of a write-only one, that it is there.
pub(crate) fn record(record: &dyn Record, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let spec = record.spec();
    let mut shown = f.debug_struct(spec.name);
    view::all(record, |views| {
        for (property, view) in spec.properties().iter().zip(views) {
            match *view {
                View::Absent => {}
                _ if property.write_only => {
                    shown.field(property.name, &format_args!("<redacted>"));
                }
                view => {
                    shown.field(property.name, &Shown(view));
                }
            }
        }
        for (name, view) in additional::members(record, views) {
            shown.field(name, &Shown(view));
        }
        shown.finish()
    })
}

struct Shown<'a>(View<'a>);

impl fmt::Debug for Shown<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            View::Absent => f.write_str("absent"),
            View::Bool(value) => fmt::Debug::fmt(&value, f),
            View::Integer(value) => fmt::Debug::fmt(&value, f),
            View::Float(value) => fmt::Debug::fmt(&value, f),
            View::Text(text) => fmt::Debug::fmt(text, f),
            View::List(_) => f.debug_list().entries(self.0.items().map(Shown)).finish(),
            View::Map(_) => {
                let members = self.0.members().map(|(key, view)| (key, Shown(view)));
                f.debug_map().entries(members).finish()
            }
            View::Record(nested) => record(nested, f),
            View::Call(call) => write!(f, "{call}"),
            View::Json(json) => write!(f, "{json}"),
            View::Node(node) => write!(f, "{}", node.to_json()),
        }
    }
}
