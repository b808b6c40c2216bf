//! The names of what a resource returns.

use super::rust::Rust;
use crate::plan::{AttributePlan, ResourcePlan};

// #[doc = "documentation"]
// pub enum Attributes {}
// #[doc = "documentation"]
// pub const ENDPOINT_ADDRESS: Attribute<self::Attributes> = Attribute::new("Endpoint.Address");
pub(super) fn items(plan: &ResourcePlan<'_>, out: &mut Rust) {
    let marker = &plan.attributes_marker;
    out.code("#[doc = ").text(&plan.attributes_doc).code("]\n");
    out.code("pub enum ").code(marker).code(" {}\n");
    for AttributePlan { ident, name, doc } in &plan.attributes {
        out.code("#[doc = ").text(doc).code("]\n");
        out.code("pub const ").code(ident);
        out.code(": __private::Attribute<self::").code(marker);
        out.code("> = __private::Attribute::new(")
            .text(name)
            .code(");\n");
    }
}
