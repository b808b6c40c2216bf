//! What the generator says of a changed specification, against what the compiler says: a program that names every
//! item of the old type is compiled against the new one, and the reverse.

mod kinds;
mod program;

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;

use formwork_codegen::semver::{self, Class, RustChange, Surface};
use formwork_specs::ResourceType;

use self::kinds::{BASE, KINDS};
use self::program::uses;
use crate::project::{cargo, project};

use Class::{Major, Minor, Patch};

fn resource(text: &str) -> ResourceType {
    let spec =
        formwork_specs::read(text.as_bytes()).unwrap_or_else(|error| panic!("{text}\n{error}"));
    spec.resources.into_iter().next().unwrap()
}

/// The kinds for which a program written against one side does not compile against the other.
fn broken(folder: &str, sides: &[(Surface, String)]) -> BTreeSet<usize> {
    let files: Vec<(String, String)> = sides
        .iter()
        .enumerate()
        .flat_map(|(kind, (written_for, schema))| {
            let code = format!(
                "formwork::resource!(spec = \"specs/k{kind}.json\");\n{}",
                uses(written_for)
            );
            [
                (format!("src/k{kind}.rs"), code),
                (format!("specs/k{kind}.json"), schema.clone()),
            ]
        })
        .collect();
    let files: Vec<(&str, &str)> = files
        .iter()
        .map(|(path, text)| (path.as_str(), text.as_str()))
        .collect();
    let folder = project(folder, "semver-probe", &files);
    let mut broken = BTreeSet::new();
    loop {
        let modules = (0..sides.len()).filter(|kind| !broken.contains(kind));
        let modules: Vec<String> = modules.map(|kind| format!("mod k{kind};")).collect();
        let modules = modules.join("\n");
        fs::write(
            folder.join("src/lib.rs"),
            format!("#![allow(dead_code)]\n{modules}"),
        )
        .unwrap();
        let output = cargo(&folder, &["check", "--message-format", "short"]);
        if output.status.success() {
            return broken;
        }
        // Errors of names stop the compiler before those of types: what is found is taken out, and asked again.
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        let found: BTreeSet<usize> = said
            .lines()
            .filter(|line| line.contains(": error"))
            .filter_map(|line| {
                line.strip_prefix("src/k")?
                    .split_once(".rs")?
                    .0
                    .parse()
                    .ok()
            })
            .collect();
        assert!(!found.is_empty(), "{said}");
        broken.extend(found);
    }
}

#[test]
fn the_class_of_a_change_is_what_the_compiler_says() {
    let base = resource(BASE);
    let changed: Vec<(String, ResourceType)> = KINDS
        .iter()
        .map(|(from, to, _)| {
            assert!(BASE.contains(from), "{from}");
            let text = BASE.replacen(from, to, 1);
            let resource = resource(&text);
            (text, resource)
        })
        .collect();
    let old_programs = changed
        .iter()
        .map(|(text, _)| (Surface::of(&base), text.clone()));
    let new_programs = changed
        .iter()
        .map(|(_, new)| (Surface::of(new), BASE.to_owned()));
    let majors = broken("semver/major", &old_programs.collect::<Vec<_>>());
    let additions = broken("semver/minor", &new_programs.collect::<Vec<_>>());
    let mut wrong = String::new();
    let mut expect = |direction: &str, kind: usize, told: Vec<RustChange>, compiler, expected| {
        let ours = semver::class(&told);
        if (ours, compiler) != (expected, expected) {
            let (from, to, _) = KINDS[kind];
            writeln!(
                wrong,
                "{direction} {from} -> {to}: {expected} expected, we say {ours} ({told:?}), rustc {compiler}"
            )
            .unwrap();
        }
    };
    for (kind, ((_, _, expected), (_, new))) in KINDS.iter().zip(&changed).enumerate() {
        let (breaks, adds) = (majors.contains(&kind), additions.contains(&kind));
        let class = |breaks, adds| match (breaks, adds) {
            (true, _) => Major,
            (false, true) => Minor,
            (false, false) => Patch,
        };
        let forth = class(breaks, adds);
        expect("forth", kind, semver::changes(&base, new), forth, *expected);
        // The same change the other way round: a program for the new type is compiled against the old one.
        let back = class(adds, breaks);
        expect("back", kind, semver::changes(new, &base), back, back);
    }
    assert!(wrong.is_empty(), "{wrong}");
    assert!(KINDS.len() >= 90, "{}", KINDS.len());
}

/// What compiles may still mean something else.
#[test]
fn a_variant_that_stands_for_another_value_is_major_though_it_compiles() {
    let new = BASE.replacen(r#"["ROSE", "TULIP"]"#, r#"["Rose", "TULIP"]"#, 1);
    let told = semver::changes(&resource(BASE), &resource(&new));
    assert_eq!(semver::class(&told), Major);
    assert_eq!(told[0].item, "bed::Kind::Rose");
    assert_eq!(told[0].reason, "stands for `Rose` instead of `ROSE`");
}
