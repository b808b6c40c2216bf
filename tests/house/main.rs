//! The house stands as `ARCHITECTURE.md` draws it: no room of the runtime uses one above it.

mod twins;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// The rooms from the ground up; those of one floor are listed together and may not use each other unless
/// [`CIRCLE`] says so, but for those listed earlier.
const FLOORS: &[&str] = &[
    "text", "report", "document", "json", "yaml", "format", "facts", "typed", "judge", "update",
    "types", "template",
];

/// The only two rooms that use each other, for the speed of static dispatch.
const CIRCLE: [&str; 2] = ["typed", "judge"];

/// What stands on no floor: the roof, which uses all rooms.
const ROOF: &[&str] = &["lib", "private", "resource", "macros", "off"];

/// The names of the roof that rooms may use, each with the reason.
const FROM_THE_ROOF: &[(&str, &str)] = &[(
    "resource",
    "the trait that all typed values share; its methods are forwards",
)];

#[test]
fn no_room_uses_one_above_it() {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("../runtime/core/src");
    let exports = exports(&fs::read_to_string(source.join("lib.rs")).unwrap());
    let mut wrong = BTreeSet::new();
    let mut seen = BTreeSet::new();
    let files = files(&source).into_iter();
    for file in files.filter(|file| !is_test(file.strip_prefix(&source).unwrap())) {
        let room = room(&source, &file);
        if ROOF.contains(&&*room) {
            continue;
        }
        assert!(FLOORS.contains(&&*room), "`{room}` stands on no floor");
        seen.insert(room.clone());
        for used in used(&fs::read_to_string(&file).unwrap(), &exports) {
            if !may_use(&room, &used) {
                wrong.insert(format!("{}: {room} -> {used}", file.display()));
            }
        }
    }
    assert!(seen.len() > 8, "rooms are missing: {seen:?}");
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// A page that leads to nothing is worse than none.
#[test]
fn every_path_on_the_pages_leads_somewhere() {
    let workspace = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let folders = ["specs/", "macros/", "runtime/", "cli/", "tests/", ".ci/"];
    let mut checked = 0;
    for page in ["ARCHITECTURE.md", "CONTRIBUTING.md", "README.md"] {
        let text = fs::read_to_string(workspace.join(page)).unwrap();
        // Every other piece stands between backquotes.
        for code in text.split('`').skip(1).step_by(2) {
            let is_path = folders.iter().any(|folder| code.starts_with(folder));
            // Several at once, `{json,yaml}`, and places to be named, `<…>`, are no paths.
            if is_path && !code.contains([' ', '{', '*', '<', '\n']) {
                assert!(workspace.join(code).exists(), "{page}: `{code}`");
                checked += 1;
            }
        }
    }
    assert!(checked > 60, "{checked} paths");
}

#[test]
fn the_private_module_carries_the_version() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../runtime/src/lib.rs");
    let version = env!("CARGO_PKG_VERSION").replace('.', "_");
    let module = format!("pub use self::__private as __private_{version};");
    assert!(
        fs::read_to_string(root).unwrap().contains(&module),
        "generated code looks for `{module}`"
    );
}

#[test]
fn the_check_sees_what_it_is_for() {
    let exports =
        exports("pub use self::json::map::Map;\npub use self::typed::{A, value::Value};\n");
    let text = "use crate::{Map, text::{scan, digits}};\nfn f() { crate::judge::whole(); }\nuse crate::Value;\n\
                // crate::template in a comment\n#[cfg(test)]\nmod tests { use crate::update; }\n";
    let used = used(text, &exports);
    let used: Vec<&str> = used.iter().map(String::as_str).collect();
    assert_eq!(used, ["json", "judge", "text", "typed"]);
    assert!(may_use("json", "document") && !may_use("document", "json"));
    assert!(may_use("typed", "judge") && !may_use("typed", "update"));
}

fn may_use(room: &str, used: &str) -> bool {
    let floor = |room: &str| FLOORS.iter().position(|floor| *floor == room);
    let is_below = floor(used) <= floor(room) && floor(used).is_some();
    is_below
        || (CIRCLE.contains(&room) && CIRCLE.contains(&used))
        || FROM_THE_ROOF.iter().any(|(name, _)| *name == used)
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut all = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            all.extend(files(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            all.push(path);
        }
    }
    all.sort();
    all
}

/// Files that are compiled for tests alone, which may use what they like.
fn is_test(path: &Path) -> bool {
    let in_tests = path.iter().any(|part| part == "tests");
    let name = path.file_stem().and_then(|name| name.to_str());
    in_tests || matches!(name, Some("tests" | "conformance" | "random"))
}

fn room(source: &Path, file: &Path) -> String {
    let relative = file.strip_prefix(source).unwrap();
    let first = relative.iter().next().unwrap().to_str().unwrap();
    first.trim_end_matches(".rs").to_owned()
}

/// Which room each name at the root of the crate comes from.
fn exports(root: &str) -> BTreeMap<String, String> {
    let mut all = BTreeMap::new();
    for part in root.split("pub use self::").skip(1) {
        let statement = part.split(';').next().unwrap();
        let owner = statement.split("::").next().unwrap();
        let names = statement.split(|c: char| !c.is_alphanumeric() && c != '_');
        for name in names.filter(|name| name.starts_with(char::is_uppercase)) {
            all.insert(name.to_owned(), owner.to_owned());
        }
    }
    all
}

/// The rooms that a file names with a path from the root; names of the roof stand for themselves.
fn used(text: &str, exports: &BTreeMap<String, String>) -> BTreeSet<String> {
    let tests = ["#[cfg(test)]\nmod ", "#[cfg(all(test,"].map(|start| text.find(start));
    let end = tests.into_iter().flatten().min();
    let code = text.split_at(end.unwrap_or(text.len())).0;
    let lines = code.lines().map(|line| line.split("//").next().unwrap());
    let code: String = lines.collect::<Vec<_>>().join("\n");
    let mut all = BTreeSet::new();
    for part in code.split("crate::").skip(1) {
        for name in first_names(part) {
            let room = exports.get(name).map_or(name, String::as_str);
            if !name.starts_with("__") {
                all.insert(room.to_owned());
            }
        }
    }
    all
}

/// What follows `crate::`: one name, or several in braces.
fn first_names(path: &str) -> Vec<&str> {
    let is_part = |c: char| c.is_alphanumeric() || c == '_';
    let Some(group) = path.strip_prefix('{') else {
        return path.split(|c| !is_part(c)).take(1).collect();
    };
    let mut depth = 0_i32;
    let mut names = Vec::new();
    let mut is_due = true;
    for (place, letter) in group.char_indices() {
        match letter {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => is_due = true,
            _ if is_due && depth == 0 && is_part(letter) => {
                is_due = false;
                let rest = group.split_at(place).1;
                names.extend(rest.split(|c| !is_part(c)).next());
            }
            _ => {}
        }
    }
    names
}
