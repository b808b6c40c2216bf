//! Prints what a call of `resource!` becomes.
//!
//! ```text
//! cargo run -p formwork-codegen --example expand -- '"AWS::ApiGatewayV2::IntegrationResponse"'
//! cargo run -p formwork-codegen --example expand -- --sweep folder-of-schemas
//! ```
//!
//! With `--sweep` the schemas are only expanded, checked to be Rust, and counted.

use std::error::Error;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};
use std::{env, fs};

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    match arguments.as_slice() {
        [flag, folder] if flag == "--sweep" => sweep(Path::new(folder)),
        [call] => {
            let tokens =
                formwork_codegen::resource(call.parse().map_err(|error| format!("{error}"))?);
            println!("{}", prettyplease::unparse(&syn::parse2(tokens)?));
            Ok(())
        }
        _ => Err("give the content of a call, or `--sweep` and a folder".into()),
    }
}

fn sweep(folder: &Path) -> Result<(), Box<dyn Error>> {
    let mut files: Vec<PathBuf> = fs::read_dir(folder)?
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<Result<_, _>>()?;
    files.retain(|path| {
        path.extension()
            .is_some_and(|extension| extension == "json")
    });
    files.sort();
    let (mut good, mut slowest) = (0_usize, (Duration::ZERO, PathBuf::new()));
    let started = Instant::now();
    for path in &files {
        let name = path
            .file_name()
            .and_then(|name| name.to_str())
            .unwrap_or_default();
        let call = format!("spec = {name:?}");
        let began = Instant::now();
        let tokens = formwork_codegen::resource(call.parse().map_err(|error| format!("{error}"))?);
        let took = began.elapsed();
        if took > slowest.0 {
            slowest = (took, path.clone());
        }
        let text = tokens.to_string();
        if let Err(error) = syn::parse2::<syn::File>(tokens) {
            println!("{name}: no Rust: {error}");
        } else if text.contains("compile_error") {
            println!("{name}: {}", text.get(..600).unwrap_or(&text));
        } else {
            good += 1;
        }
    }
    println!("{good} of {} files in {:?}", files.len(), started.elapsed());
    println!("slowest: {} in {:?}", slowest.1.display(), slowest.0);
    Ok(())
}
