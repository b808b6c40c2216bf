//! The way in: bytes -> format -> model.

use std::cell::RefCell;

use crate::error::{Problem, Problems};
use crate::model::{Format, Spec};
use crate::patch::{self, PatchedError};
use crate::recognise::{self, FORMATS, TYPE_NAME};
use crate::report::{Pointer, Report};
use crate::tree::{self, Filter, Node};
use crate::{consistency, place, registry, resource_spec, syntax_help};

/// Reads a specification file: the format is recognised by its content.
///
/// # Errors
///
/// Everything that makes the file unusable, all at once, each with line and column. Mistakes that
/// could be read around are the [`warnings`](Spec::warnings) of the result, whose lines nobody
/// looks up before they are shown: [`locate`] does.
pub fn read(bytes: &[u8]) -> Result<Spec, Problems> {
    read_types(bytes, &|_| true)
}

/// Reads only those types of a file that `wanted` says yes to; the others are passed over unread,
/// so that one type of a large file costs little more than finding it.
///
/// # Errors
///
/// As [`read`]; what is wrong inside of types that are not wanted goes unnoticed.
pub fn read_types(bytes: &[u8], wanted: &dyn Fn(&str) -> bool) -> Result<Spec, Problems> {
    let text = text(bytes)?;
    let filter = |parent: &str, key: &str| match parent {
        "ResourceTypes" | "ResourceType" => wanted(key),
        "PropertyTypes" => key
            .split_once('.')
            .is_none_or(|(resource, _)| wanted(resource)),
        _ => true,
    };
    let root = parse(text, &filter)?;
    if let Some(schema) = described(&root) {
        return match read_types(schema.as_bytes(), wanted) {
            Ok(mut spec) => {
                spec.warnings = at_schema(text, &root, spec.warnings);
                Ok(spec)
            }
            Err(problems) => Err(at_least_one(at_schema(text, &root, problems.into_vec()))),
        };
    }
    lower(text, &root, wanted)
}

/// Reads those types of a file that `wanted` says yes to, after the changes of a JSON Patch (RFC 6902).
///
/// An operation can say why, in a member that the standard passes over: `"because": "the service takes fifty"`.
///
/// # Errors
///
/// As [`read`], for the specification as it is after the patch; and everything that is wrong with the
/// patch, or the first of its operations that does not fit the specification.
pub fn read_patched(
    bytes: &[u8],
    patch: &[u8],
    wanted: &dyn Fn(&str) -> bool,
) -> Result<Spec, PatchedError> {
    let of_patch = |problems| PatchedError::Patch(problems);
    let patch_text = text(patch).map_err(of_patch)?;
    let patch = parse(patch_text, &|_, _| true).map_err(of_patch)?;
    let outer = text(bytes).map_err(PatchedError::Specification)?;
    let outer_root = parse(outer, &|_, _| true).map_err(PatchedError::Specification)?;
    let of_specification = |problems: Problems| PatchedError::Specification(problems);
    // The schema inside of an answer of the registry is patched, not the answer.
    let inner = described(&outer_root);
    let in_schema = |problems: Problems| match inner {
        Some(_) => at_least_one(at_schema(outer, &outer_root, problems.into_vec())),
        None => problems,
    };
    let text = inner.unwrap_or(outer);
    let mut root =
        parse(text, &|_, _| true).map_err(|problems| of_specification(in_schema(problems)))?;
    let mut applied = patch::apply(&mut root, &patch)
        .map_err(|problems| PatchedError::Patch(located(patch_text, &patch, problems)))?;
    let mut spec =
        lower(text, &root, wanted).map_err(|problems| of_specification(in_schema(problems)))?;
    if inner.is_some() {
        spec.warnings = at_schema(outer, &outer_root, spec.warnings);
    } else {
        place::locate_in(text, &root, &mut spec.warnings);
    }
    spec.resources
        .retain(|resource| wanted(resource.name.as_str()));
    applied.mark(&mut spec);
    place::locate_in(patch_text, &patch, &mut applied.obsolete);
    spec.obsolete = applied.obsolete;
    Ok(spec)
}

/// The names of the types that a file describes, in its order, without reading the types.
///
/// # Errors
///
/// If the text is no JSON or its format is not recognised.
pub fn type_names(bytes: &[u8]) -> Result<Vec<String>, Problems> {
    let text = text(bytes)?;
    let names = RefCell::new(Vec::new());
    let filter = |parent: &str, key: &str| {
        if matches!(parent, "ResourceTypes" | "ResourceType") {
            names.borrow_mut().push(key.to_owned());
        }
        false
    };
    let root = parse(text, &filter)?;
    if let Some(schema) = described(&root) {
        return type_names(schema.as_bytes())
            .map_err(|problems| at_least_one(at_schema(text, &root, problems.into_vec())));
    }
    match recognise::format(&root).map_err(|problem| located(text, &root, vec![problem]))? {
        Format::ResourceSpecification | Format::Sam => Ok(names.into_inner()),
        Format::RegistrySchema | Format::Module => {
            let Some(name) = root.get("typeName").and_then(Node::text) else {
                let problem = Problem::error("/typeName", "the name of the type is no text")
                    .with_help(TYPE_NAME);
                return Err(located(text, &root, vec![problem]));
            };
            Ok(vec![name.to_owned()])
        }
    }
}

/// Looks up where in a text problems are whose location is not known yet, such as the warnings of a
/// [`Spec`]. Does nothing to a text that is no JSON.
pub fn locate(bytes: &[u8], problems: &mut [Problem]) {
    if let Ok(text) = text(bytes)
        && let Ok(root) = parse(text, &|_, _| true)
    {
        place::locate_in(text, &root, problems);
    }
}

pub(crate) fn text(bytes: &[u8]) -> Result<&str, Problems> {
    const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";
    let bytes = bytes.strip_prefix(BYTE_ORDER_MARK).unwrap_or(bytes);
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let valid = bytes.get(..error.valid_up_to()).unwrap_or_default();
        let mut problem = Problem::error("", "the text is not UTF-8")
            .with_help("save the file in the encoding UTF-8");
        let before = String::from_utf8_lossy(valid);
        problem.location = Some(place::location(&before, before.len()));
        problem
    })?;
    if text.trim_ascii().is_empty() {
        return Err(Problem::error("", "the text is empty")
            .with_help(FORMATS)
            .into());
    }
    Ok(text)
}

pub(crate) fn parse<'t>(text: &'t str, filter: Filter<'_>) -> Result<Node<'t>, Problems> {
    tree::parse(text, filter).map_err(|faults| {
        let offsets: Vec<usize> = faults.iter().map(|fault| fault.at).collect();
        let problems = faults.into_iter().map(|fault| {
            let is_syntax = fault.pointer.is_empty();
            let help = if is_syntax {
                syntax_help::cure(text, fault.at)
            } else {
                "remove one of them"
            };
            Problem::error(fault.pointer, fault.message).with_help(help)
        });
        let mut problems: Vec<Problem> = problems.collect();
        place::locate(text, offsets.into_iter().zip(&mut problems).collect());
        at_least_one(problems)
    })
}

fn lower(text: &str, root: &Node<'_>, wanted: &dyn Fn(&str) -> bool) -> Result<Spec, Problems> {
    let format = recognise::format(root).map_err(|problem| located(text, root, vec![problem]))?;
    let mut report = Report::default();
    let mut spec = Spec {
        format,
        version: None,
        resources: Vec::new(),
        warnings: Vec::new(),
        obsolete: Vec::new(),
    };
    match format {
        Format::ResourceSpecification | Format::Sam => {
            spec.version = resource_spec::version(root);
            spec.resources = resource_spec::lower(root, &mut report);
        }
        Format::RegistrySchema | Format::Module => {
            let name = root.get("typeName").and_then(Node::text);
            if name.is_none_or(wanted) {
                let resource = if format == Format::Module {
                    registry::lower_module(root, &mut report)
                } else {
                    registry::lower(root, &mut report)
                };
                spec.resources.extend(resource);
            }
        }
    }
    consistency::check(&spec.resources, &mut report);
    let (errors, warnings) = report.split();
    spec.warnings = warnings;
    if errors.is_empty() {
        Ok(spec)
    } else {
        Err(located(text, root, errors))
    }
}

/// The schema inside the registry's answer to the question what a type is.
fn described<'n>(root: &'n Node<'_>) -> Option<&'n str> {
    if root.get("typeName").is_some() {
        return None;
    }
    root.get("Schema").and_then(Node::text)
}

/// The text of that schema is a string inside another text: its lines are not those of the file.
fn at_schema(text: &str, root: &Node<'_>, mut problems: Vec<Problem>) -> Vec<Problem> {
    let outer = root
        .get("Schema")
        .map(|node| place::location(text, node.at));
    for problem in &mut problems {
        problem.pointer = Pointer::ROOT.name("Schema").text() + &problem.pointer;
        problem.location = outer;
    }
    problems
}

pub(crate) fn located(text: &str, root: &Node<'_>, mut problems: Vec<Problem>) -> Problems {
    place::locate_in(text, root, &mut problems);
    problems.sort_by_key(|problem| problem.location);
    at_least_one(problems)
}

/// The list is known to hold something; should it not, that is said instead of a panic.
fn at_least_one(problems: Vec<Problem>) -> Problems {
    Problems::from_list(problems)
        .unwrap_or_else(|| Problem::error("", "the specification cannot be read").into())
}
