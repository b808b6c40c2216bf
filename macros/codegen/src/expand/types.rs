//! Rust types, as text.

use super::rust::Rust;
use crate::plan::RustType;

/// Where a type stands, as what goes in front of names.
#[derive(Clone, Copy)]
pub(super) struct Scope<'s> {
    /// The module, if it is another one.
    module: &'s str,
    /// The module in any case: parameters of the builder may have the names of its items.
    items: &'s str,
}

impl Scope<'_> {
    /// Inside of the module.
    pub(super) const INSIDE: Scope<'static> = Scope {
        module: "",
        items: "self::",
    };
}

impl<'s> Scope<'s> {
    /// Beside the module, whose name and `::` go in front of everything.
    pub(super) fn beside(module: &'s str) -> Self {
        Self {
            module,
            items: module,
        }
    }
}

/// The type inside of a slot. Lists and maps inside each other are bounded by the plan.
///
/// Items of the module, and its way to the runtime, are found in a [`Scope`].
pub(super) fn write(ty: &RustType, scope: Scope<'_>, out: &mut Rust) {
    match ty {
        RustType::Text => of_runtime("String", scope, out),
        RustType::Integer => of_runtime("i64", scope, out),
        RustType::Float => of_runtime("f64", scope, out),
        RustType::Bool => of_runtime("bool", scope, out),
        RustType::Json => of_runtime("Json", scope, out),
        RustType::List(inner) => around("Vec", inner, scope, out),
        RustType::Map(inner) => around("Map", inner, scope, out),
        RustType::Record(name) | RustType::ValueSet(name) => {
            out.code(scope.items).code(name);
        }
        RustType::BoxedRecord(name) => {
            of_runtime("Box<", scope, out);
            out.code(scope.items).code(name).code(">");
        }
    }
}

/// What the runtime hands to generated code, by its name there.
pub(super) fn of_runtime(name: &str, scope: Scope<'_>, out: &mut Rust) {
    out.code(scope.module).code("__private::").code(name);
}

fn around(outer: &str, inner: &RustType, scope: Scope<'_>, out: &mut Rust) {
    of_runtime(outer, scope, out);
    out.code("<");
    of_runtime("Value<", scope, out);
    write(inner, scope, out);
    out.code(">>");
}
