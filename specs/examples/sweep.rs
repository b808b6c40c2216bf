//! Reads every specification it is given and says what became of it.
//!
//! ```sh
//! cargo run --release -p formwork-specs --example sweep -- FILE-OR-FOLDER…
//! ```
//!
//! With `-v` every warning is printed with its place.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};
use std::{env, fs, io};

use formwork_specs::shape::{Shape, Shapes};
use formwork_specs::{Problem, ResourceType, Spec};

#[derive(Default)]
struct Tally {
    files: usize,
    refused: usize,
    types: usize,
    definitions: usize,
    properties: usize,
    attributes: usize,
    any: usize,
    scoped: usize,
    warnings: BTreeMap<String, usize>,
    time: Duration,
    slowest: Vec<(Duration, PathBuf)>,
}

fn main() -> io::Result<()> {
    let mut verbose = false;
    let mut tally = Tally::default();
    for argument in env::args().skip(1) {
        if argument == "-v" {
            verbose = true;
        } else {
            for file in files(Path::new(&argument))? {
                tally.file(&file, verbose)?;
            }
        }
    }
    tally.print();
    Ok(())
}

fn files(path: &Path) -> io::Result<Vec<PathBuf>> {
    if !path.is_dir() {
        return Ok(vec![path.to_owned()]);
    }
    let mut files = Vec::new();
    for entry in fs::read_dir(path)? {
        let path = entry?.path();
        if path
            .extension()
            .is_some_and(|extension| extension == "json")
        {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

impl Tally {
    fn file(&mut self, path: &Path, verbose: bool) -> io::Result<()> {
        let bytes = fs::read(path)?;
        let start = Instant::now();
        let outcome = formwork_specs::read(&bytes);
        let time = start.elapsed();
        self.files += 1;
        self.time += time;
        self.slowest.push((time, path.to_owned()));
        match outcome {
            Ok(mut spec) => {
                if verbose {
                    formwork_specs::locate(&bytes, &mut spec.warnings);
                    for warning in &spec.warnings {
                        println!("{}: {warning}", path.display());
                    }
                }
                self.spec(&spec);
            }
            Err(problems) => {
                self.refused += 1;
                println!("{}: refused\n{problems}", path.display());
            }
        }
        Ok(())
    }

    fn spec(&mut self, spec: &Spec) {
        self.types += spec.resources.len();
        for warning in &spec.warnings {
            *self.warnings.entry(kind(warning)).or_default() += 1;
        }
        for resource in &spec.resources {
            self.resource(resource);
        }
    }

    fn resource(&mut self, resource: &ResourceType) {
        let shapes = Shapes::of(&resource.definitions);
        self.definitions += resource.definitions.len();
        self.attributes += resource.attributes.len();
        self.scoped += resource.scoped_updates.len();
        let schemas = resource
            .definitions
            .iter()
            .map(|definition| &definition.schema);
        for schema in schemas.chain([&resource.body]) {
            self.properties += schema.properties.len();
            let any = |shape| shape == Shape::Any;
            let properties = schema.properties.iter();
            self.any += properties
                .filter(|property| any(shapes.shape(&property.schema)))
                .count();
        }
    }

    fn print(&mut self) {
        let Self {
            files,
            refused,
            types,
            definitions,
            properties,
            attributes,
            any,
            scoped,
            ..
        } = self;
        println!("{files} files, {refused} refused; {types} types, {definitions} definitions,");
        println!("{properties} properties of which {any} are any value, {attributes} attributes,");
        println!("{scoped} scoped updates; read in {:?}; slowest:", self.time);
        self.slowest.sort();
        for (time, path) in self.slowest.iter().rev().take(3) {
            println!("  {time:?} {}", path.display());
        }
        println!("warnings:");
        for (kind, count) in &self.warnings {
            println!("  {count:6} {kind}");
        }
    }
}

/// The sentence of a warning without its names.
fn kind(warning: &Problem) -> String {
    let parts = warning.message.split('`').enumerate();
    parts
        .map(|(index, part)| if index % 2 == 0 { part } else { "…" })
        .collect()
}
