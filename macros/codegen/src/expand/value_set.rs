//! Open sets of strings.

use super::rust::Rust;
use crate::plan::{ValueSetPlan, VariantPlan};

/// How many rows stand in one block.
const BLOCK: usize = 256;

// __private::value_set! {
//     ContentHandlingStrategy "documentation";
//     { 0 "CONVERT_TO_BINARY" ConvertToBinary "documentation"; }
// }
pub(super) fn item(set: &ValueSetPlan, out: &mut Rust) {
    let ValueSetPlan {
        ident,
        doc,
        variants,
    } = set;
    out.code("__private::value_set! { ").code(ident).code(" ");
    out.text(doc).code(";\n");
    for (number, block) in variants.chunks(BLOCK).enumerate() {
        out.code("{\n");
        for (index, VariantPlan { ident, value, doc }) in (number * BLOCK..).zip(block) {
            out.number(index).code(" ").text(value).code(" ");
            out.code(ident).code(" ").text(doc).code(";\n");
        }
        out.code("}\n");
    }
    out.code("} ");
}
