//! Open sets of strings.

use super::rust::Rust;
use crate::plan::{ValueSetPlan, VariantPlan};

// __private::value_set! {
//     ContentHandlingStrategy "documentation";
//     0 "CONVERT_TO_BINARY" ConvertToBinary "documentation";
// }
pub(super) fn item(set: &ValueSetPlan, out: &mut Rust) {
    let ValueSetPlan {
        ident,
        doc,
        variants,
    } = set;
    out.code("__private::value_set! { ").code(ident).code(" ");
    out.text(doc).code(";\n");
    for (index, VariantPlan { ident, value, doc }) in variants.iter().enumerate() {
        out.number(index).code(" ").text(value).code(" ");
        out.code(ident).code(" ").text(doc).code(";\n");
    }
    out.code("} ");
}
