//! A struct whose fields are properties, as rows of the runtime's macro `properties!`.

use super::rust::Rust;
use super::types::{self, Scope};
use crate::plan::{BesidePlan, FieldPlan, RecordPlan, StatePlan};

// Soil in self 1 SoilBuilder [] (PHValue PHValue) [] [] "documentation";
// 0 ph_value ph_value ["PHValue"] [__private::f64 => [] []] [] "documentation";
//
/// The rows of a struct of the module, to be put into `properties!`.
pub(super) fn property_type(record: &RecordPlan, out: &mut Rust) {
    out.code(lints(record))
        .code("pub ")
        .code(&record.ident)
        .code(" in self ");
    rows(record, Scope::INSIDE, "", out);
}

// 0 IntegrationResponseBuilder [IntegrationResponse] (ApiId ApiId) [] [] "documentation";
// 0 api_id api_id ["ApiId"] [integration_response::__private::String => [IntegrationResponse] []] [] "documentation";
//
/// The rows of the resource's struct, which stands beside its module.
pub(super) fn resource(record: &RecordPlan, module: &str, out: &mut Rust) {
    let module = format!("{module}::");
    rows(record, Scope::beside(&module), &record.ident, out);
}

/// What has to be allowed above a struct.
pub(super) fn lints(record: &RecordPlan) -> &'static str {
    if record.has_underscores {
        "#[allow(clippy::pub_underscore_fields, reason = \"no name can begin with a digit\")]\n"
    } else {
        ""
    }
}

// SoilBuilder [] Soil (PHValue PHValue) "documentation"
//
/// A builder, whose struct stands in the module or is a parameter.
pub(super) fn builder(record: &RecordPlan, is_beside: bool, out: &mut Rust) {
    let builder = &record.builder;
    let (parameter, held) = if is_beside {
        (builder.target.as_str(), builder.target.as_str())
    } else {
        ("", record.ident.as_str())
    };
    out.code("__private::builder! { ").code(&builder.ident);
    out.code(" [")
        .code(parameter)
        .code("] ")
        .code(held)
        .code(" (");
    states(&builder.states, out);
    out.code(") ").text(&builder.doc).code(" } ");
}

// __private::boxed! { Soil SoilBuilder (PHValue PHValue) }
//
/// What a builder stands for besides, if a field holds the struct in a box.
pub(super) fn boxed(record: &RecordPlan, out: &mut Rust) {
    if record.is_boxed {
        let builder = &record.builder;
        out.code("__private::boxed! { ").code(&record.ident);
        out.code(" ").code(&builder.ident).code(" (");
        states(&builder.states, out);
        out.code(") } ");
    }
}

fn rows(record: &RecordPlan, scope: Scope<'_>, target: &str, out: &mut Rust) {
    let RecordPlan {
        ident: _,
        number,
        is_boxed: _,
        doc,
        fields,
        beside,
        has_underscores: _,
        builder,
    } = record;
    out.number(*number).code(" ").code(&builder.ident);
    out.code(" [").code(target).code("] (");
    states(&builder.states, out);
    let default = if builder.states.is_empty() {
        "Default"
    } else {
        ""
    };
    out.code(") [").code(default).code("] [");
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
        row(index, field, &builder.states, (scope, target), out);
    }
}

fn row(
    index: usize,
    field: &FieldPlan,
    states: &[StatePlan],
    (scope, target): (Scope<'_>, &str),
    out: &mut Rust,
) {
    let FieldPlan {
        ident,
        setter,
        alias,
        ty,
        state,
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
    out.code("] [");
    if state.is_none() {
        out.code("] [");
    }
    types::write(ty, scope, out);
    if let Some(state) = *state {
        let (before, rest) = states.split_at_checked(state).unwrap_or_default();
        out.code(" => [").code(target).code(" ");
        parameters(before, out);
        out.code("] [");
        parameters(rest.get(1..).unwrap_or_default(), out);
        out.code("]] [");
    }
    out.code("] ").text(doc).code(";\n");
}

fn states(states: &[StatePlan], out: &mut Rust) {
    for StatePlan { parameter, marker } in states {
        out.code(parameter).code(" ").code(marker).code(" ");
    }
}

fn parameters(states: &[StatePlan], out: &mut Rust) {
    for state in states {
        out.code(&state.parameter).code(" ");
    }
}
