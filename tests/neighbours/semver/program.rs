//! Programs that use a type in every way that its surface allows.

use std::fmt::Write as _;

use formwork_codegen::semver::{Item, Surface};

/// A module that names every item of a type, in every way that a program may.
pub(super) fn uses(surface: &Surface) -> String {
    let mut code = String::new();
    for (number, (path, item)) in surface.items.iter().enumerate() {
        let line = match item {
            Item::Struct {
                fields,
                has_default,
            } => {
                let fields = fields.join(", ");
                let default = if *has_default {
                    format!("let _ = {path}::default();")
                } else {
                    String::new()
                };
                format!(
                    "fn f{number}(given: {path}) -> {path} {{ {default} let {path} {{ {fields} }} = given; {path} {{ {fields} }} }}"
                )
            }
            Item::Field { ty, required } => {
                let (owner, field) = path.rsplit_once('.').unwrap();
                let ty = if *required {
                    format!("formwork::Value<{ty}>")
                } else {
                    format!("Option<formwork::Value<{ty}>>")
                };
                let setter = if *required {
                    String::new()
                } else {
                    let inner = ty
                        .strip_prefix("Option<")
                        .and_then(|ty| ty.strip_suffix(">"))
                        .unwrap();
                    format!(
                        "fn s{number}(given: {inner}) {{ let _ = {owner}::builder().{field}(given); }}"
                    )
                };
                format!("{setter} fn f{number}(given: {owner}) -> {ty} {{ given.{field} }}")
            }
            Item::Variant(_) => format!("fn f{number}() {{ let _ = {path}; }}"),
            Item::ValueSet => {
                format!("fn f{number}() -> &'static [&'static str] {{ {path}::VALUES }}")
            }
            Item::Attribute(ty) => format!("fn f{number}() {{ attribute::<_, {ty}>({path}); }}"),
            Item::Marker | Item::Setter(_) | Item::Builder(_) => continue,
        };
        writeln!(code, "{line}").unwrap();
    }
    code.push_str(&builders(surface));
    code + "fn attribute<R, T>(_: formwork::Attribute<R, T>) {}\n"
}

/// Each struct built with what it demands alone.
fn builders(surface: &Surface) -> String {
    let mut code = String::new();
    for (number, (path, item)) in surface.items.iter().enumerate() {
        let Item::Struct { fields, .. } = item else {
            continue;
        };
        let required =
            fields.iter().filter_map(
                |field| match surface.items.get(&format!("{path}.{field}")) {
                    Some(Item::Field { ty, required: true }) => Some((field, ty)),
                    _ => None,
                },
            );
        let required: Vec<_> = required.collect();
        let parameters = required
            .iter()
            .map(|(field, ty)| format!("{field}: formwork::Value<{ty}>"));
        let setters = required
            .iter()
            .map(|(field, _)| format!(".{field}({field})"));
        writeln!(
            code,
            "fn b{number}({}) -> {path} {{ {path}::builder(){}.build() }}",
            parameters.collect::<Vec<_>>().join(", "),
            setters.collect::<String>()
        )
        .unwrap();
    }
    code
}
