//! Rust types, as text.

use super::rust::Rust;
use crate::plan::RustType;

/// The type inside of a slot. Lists and maps inside each other are bounded by the plan.
///
/// Items of the module, and its way to the runtime, are found under `scope`: `self` inside the module,
/// its name beside it.
pub(super) fn write(ty: &RustType, scope: &str, out: &mut Rust) {
    match ty {
        RustType::Text => of_runtime("String", scope, out),
        RustType::Integer => _ = out.code("::core::primitive::i64"),
        RustType::Float => _ = out.code("::core::primitive::f64"),
        RustType::Bool => _ = out.code("::core::primitive::bool"),
        RustType::Json => of_runtime("Json", scope, out),
        RustType::List(inner) => around("Vec", inner, scope, out),
        RustType::Map(inner) => around("Map", inner, scope, out),
        RustType::Record(name) | RustType::ValueSet(name) => {
            out.code(scope).code("::").code(name);
        }
        RustType::BoxedRecord(name) => {
            of_runtime("Box<", scope, out);
            out.code(scope).code("::").code(name).code(">");
        }
    }
}

fn of_runtime(name: &str, scope: &str, out: &mut Rust) {
    out.code(scope).code("::__private::").code(name);
}

fn around(outer: &str, inner: &RustType, scope: &str, out: &mut Rust) {
    of_runtime(outer, scope, out);
    out.code("<");
    of_runtime("Value<", scope, out);
    write(inner, scope, out);
    out.code(">>");
}
