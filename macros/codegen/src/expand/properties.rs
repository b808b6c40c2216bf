//! A struct whose fields are properties, as rows of the runtime's macro `properties!`.

use super::rust::Rust;
use super::types::{self, Scope};
use crate::plan::{BesidePlan, FieldPlan, RecordPlan, RustType, StatePlan};

// Soil in self @ self > build 1 Builder SoilBuilder [] (PHValue, ()) (PHValue PHValue) [] [] [] "documentation";
// 0 ph_value ph_value ["PHValue"] [__private::f64 => (__private::Given, ())] [] [] [] "documentation";
//
/// The rows of a struct of the module, to be put into `properties!`.
pub(super) fn property_type(record: &RecordPlan, core: &str, out: &mut Rust) {
    out.code(lints(record))
        .code("pub ")
        .code(&record.ident)
        .code(" in self @ self > build ");
    rows(record, core, Scope::INSIDE, "", out);
}

// @ integration_response > build 0 Builder IntegrationResponseBuilder [IntegrationResponse] (ApiId, ()) (ApiId ApiId) [] [Default] [] "documentation";
// 0 api_id api_id ["ApiId"] [integration_response::__private::String => (integration_response::__private::Given, ())] [] "documentation";
//
/// The rows of the resource's struct, which stands beside its module.
pub(super) fn resource(record: &RecordPlan, core: &str, module: &str, out: &mut Rust) {
    out.code("@ ").code(module).code(" > build ");
    let module = format!("{module}::");
    rows(record, core, Scope::beside(&module), &record.ident, out);
}

/// What has to be allowed above a struct.
pub(super) fn lints(record: &RecordPlan) -> &'static str {
    if record.has_underscores {
        "#[allow(clippy::pub_underscore_fields, reason = \"no name can begin with a digit\")]\n"
    } else {
        ""
    }
}

// #[doc = "documentation"]
// #[doc(hidden)]
// pub type SoilBuilder<PHValue = __private::Missing<self::required::PHValue>> = self::Builder<Soil, (PHValue, ())>;
//
/// The builder of one struct by name. A struct that stands beside the module is a parameter.
pub(super) fn builder(record: &RecordPlan, core: &str, is_beside: bool, out: &mut Rust) {
    let builder = &record.builder;
    out.code("#[doc = ").text(&builder.doc);
    out.code("]\n#[doc(hidden)]\npub type ");
    out.code(&builder.ident).code("<");
    if is_beside {
        out.code(&builder.target).code(", ");
    }
    for state in &builder.states {
        out.code(&state.parameter)
            .code(" = __private::Missing<self::required::");
        out.code(&state.marker).code(">, ");
    }
    let held = if is_beside {
        &builder.target
    } else {
        &record.ident
    };
    out.code("> = self::")
        .code(core)
        .code("<")
        .code(held)
        .code(", ");
    state(&builder.states, None, Scope::INSIDE, out);
    out.code(">;\n");
}

fn rows(record: &RecordPlan, core: &str, scope: Scope<'_>, target: &str, out: &mut Rust) {
    let RecordPlan {
        ident: _,
        number,
        doc,
        fields,
        beside,
        has_underscores: _,
        builder,
    } = record;
    out.number(*number).code(" ").code(core);
    out.code(" ").code(&builder.ident);
    out.code(" [").code(target).code("] ");
    state(&builder.states, None, scope, out);
    out.code(" (");
    for StatePlan { parameter, marker } in &builder.states {
        out.code(parameter).code(" ").code(marker).code(" ");
    }
    let default = match (builder.states.is_empty(), target.is_empty()) {
        (true, _) => "[Default] []",
        (false, false) => "[] [Default]",
        // One of many structs, where it would cost more than it is worth.
        (false, true) => "[] []",
    };
    out.code(") ").code(default).code(" [");
    if let Some(BesidePlan {
        ident,
        setter,
        ty,
        doc,
    }) = beside
    {
        out.code(ident).code(" ").code(setter).code(" ");
        types::write(ty, scope, out);
        out.code(" => ").text(doc);
    }
    out.code("] ").text(doc).code(";\n");
    for (index, field) in fields.iter().enumerate() {
        row(index, field, &builder.states, scope, out);
    }
}

fn row(index: usize, field: &FieldPlan, states: &[StatePlan], scope: Scope<'_>, out: &mut Rust) {
    let FieldPlan {
        ident,
        setter,
        alias,
        ty,
        state: own,
        doc,
    } = field;
    out.number(index)
        .code(" ")
        .code(ident)
        .code(" ")
        .code(setter)
        .code(" [");
    if let Some(alias) = alias {
        out.text(alias);
    }
    out.code("]");
    // What stands in a box is given without it.
    let (ty, is_boxed) = match ty {
        RustType::BoxedRecord(name) => (&RustType::Record(name.clone()), true),
        ty => (ty, false),
    };
    for place in [(true, false), (true, true), (false, false), (false, true)] {
        out.code(" [");
        if place == (own.is_some(), is_boxed) {
            types::write(ty, scope, out);
            if own.is_some() {
                out.code(" => ");
                state(states, *own, scope, out);
            }
        }
        out.code("]");
    }
    out.code(" ").text(doc).code(";\n");
}

// (ApiId, (__private::Given, ()))
//
/// The state of a builder as a type: a pair for each required property. One of them may be given.
fn state(states: &[StatePlan], given: Option<usize>, scope: Scope<'_>, out: &mut Rust) {
    for (
        number,
        StatePlan {
            parameter,
            marker: _,
        },
    ) in states.iter().enumerate()
    {
        out.code("(");
        if given == Some(number) {
            types::of_runtime("Given", scope, out);
        } else {
            out.code(parameter);
        }
        out.code(", ");
    }
    out.code("()");
    for _ in states {
        out.code(")");
    }
}
