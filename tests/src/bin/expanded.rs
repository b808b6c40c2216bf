//! Writes the flagship as the compiler sees it after all macros: `cargo run -p formwork-tests --bin expanded`.

use std::error::Error;
use std::path::Path;
use std::process::Command;
use std::{env, fs};

use formwork_tests::expanded::{CALL, HEADER, fingerprint, path};

fn main() -> Result<(), Box<dyn Error>> {
    let workspace = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let project = workspace.join("target/expanded");
    fs::create_dir_all(project.join("src"))?;
    let runtime = workspace.join("runtime").canonicalize()?;
    let manifest = format!(
        "[package]\nname = \"expanded\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n\
         [dependencies]\nformwork = {{ path = '{}' }}\n\n[workspace]\n",
        runtime.display()
    );
    fs::write(project.join("Cargo.toml"), manifest)?;
    fs::write(
        project.join("src/lib.rs"),
        format!("formwork::resource!({CALL});\n"),
    )?;
    fs::copy(workspace.join("Cargo.lock"), project.join("Cargo.lock"))?;
    let output = Command::new(env::var_os("CARGO").unwrap_or("cargo".into()))
        .args(["rustc", "--quiet", "--lib", "--", "-Zunpretty=expanded"])
        .current_dir(&project)
        // A stable compiler prints expansions, too, if it is asked like this.
        .env("RUSTC_BOOTSTRAP", "1")
        .env("CARGO_TARGET_DIR", project.join("target"))
        .output()?;
    if !output.status.success() {
        return Err(String::from_utf8_lossy(&output.stderr).into());
    }
    let mut file = syn::parse_file(&String::from_utf8(output.stdout)?)?;
    // What the compiler puts at the head of every crate.
    file.attrs.clear();
    file.items
        .retain(|item| !matches!(item, syn::Item::ExternCrate(_) | syn::Item::Use(_)));
    without_documentation(&mut file);
    // The macros name the core, where they are defined; those who write it by hand see it in `formwork`.
    let items = prettyplease::unparse(&file).replace("::formwork_core::", "::formwork::");
    let text = format!("{HEADER}{}\n\n{items}", fingerprint());
    fs::write(path(), text)?;
    Ok(())
}

/// Takes away what is written in prose, whose words have tests of their own, and the lint that `matches!` silences,
/// which stands where only its own expansion may have an attribute.
fn without_documentation(file: &mut syn::File) {
    struct Documentation;
    impl syn::visit_mut::VisitMut for Documentation {
        fn visit_attributes_mut(&mut self, attributes: &mut Vec<syn::Attribute>) {
            attributes.retain(|attribute| match &attribute.meta {
                syn::Meta::NameValue(meta) => !meta.path.is_ident("doc"),
                syn::Meta::List(meta) => {
                    meta.tokens.to_string() != "non_exhaustive_omitted_patterns"
                }
                syn::Meta::Path(_) => true,
            });
        }
    }
    syn::visit_mut::visit_file_mut(&mut Documentation, file);
}
