//! The names of what a resource returns.

use super::rust::Rust;
use super::types::{self, Scope};
use crate::plan::{AttributePlan, ResourcePlan, RustType};

// #[doc = "documentation"]
// #[doc(hidden)]
// pub enum Attributes {}
// #[doc = "documentation"]
// pub const ENDPOINT_ADDRESS: Attribute<self::Attributes> = Attribute::new("Endpoint.Address");
// pub const ENDPOINT_PORT: Attribute<self::Attributes, __private::i64> = Attribute::new("Endpoint.Port");
pub(super) fn items(plan: &ResourcePlan<'_>, out: &mut Rust) {
    let marker = &plan.attributes_marker;
    out.code("#[doc = ").text(&plan.attributes_doc).code("]\n");
    out.code("#[doc(hidden)]\npub enum ")
        .code(marker)
        .code(" {}\n");
    for AttributePlan {
        ident,
        name,
        ty,
        doc,
    } in &plan.attributes
    {
        out.code("#[doc = ").text(doc).code("]\n");
        out.code("pub const ").code(ident);
        out.code(": __private::Attribute<self::").code(marker);
        // What a runtime's `Attribute` is of by itself need not be said.
        if *ty != RustType::Text {
            out.code(", ");
            types::write(ty, Scope::INSIDE, out);
        }
        out.code("> = __private::Attribute::new(")
            .text(name)
            .code(");\n");
    }
}
