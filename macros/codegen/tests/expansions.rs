//! What calls become, compared with files that were read by a person.
//!
//! `BLESS=1 cargo test -p formwork-codegen --test expansions` writes them anew.

use std::path::Path;
use std::{env, fs};

use proc_macro2::{Delimiter, Group, Punct, Spacing, TokenStream, TokenTree};

fn expand(call: &str) -> String {
    formwork_codegen::resource(call.parse().unwrap()).to_string()
}

/// One row a line, each level indented.
fn pretty(call: &str) -> String {
    let mut page = Page::default();
    page.tokens(formwork_codegen::resource(call.parse().unwrap()));
    page.text
}

#[derive(Default)]
struct Page {
    text: String,
    depth: usize,
    /// Whether the next token stands directly behind the last.
    tight: bool,
}

impl Page {
    fn tokens(&mut self, tokens: TokenStream) {
        let mut before = ' ';
        for token in tokens {
            match &token {
                TokenTree::Group(group) => self.group(group, before),
                TokenTree::Punct(sign) => self.sign(sign, before),
                TokenTree::Ident(_) | TokenTree::Literal(_) => self.word(&token.to_string()),
            }
            before = match token {
                TokenTree::Punct(sign) => sign.as_char(),
                TokenTree::Group(group) if group.delimiter() == Delimiter::Bracket => ']',
                _ => ' ',
            };
        }
    }

    fn group(&mut self, group: &Group, before: char) {
        match group.delimiter() {
            Delimiter::Brace => {
                self.word("{");
                self.depth += 1;
                self.line();
                self.tokens(group.stream());
                self.depth -= 1;
                self.line();
                self.word("}");
                self.line();
            }
            delimiter => {
                let (open, close) = match delimiter {
                    Delimiter::Bracket => ("[", "]"),
                    _ => ("(", ")"),
                };
                self.word(open);
                self.tight = true;
                self.tokens(group.stream());
                self.tight = true;
                self.word(close);
                if before == '#' {
                    self.line();
                }
            }
        }
    }

    fn sign(&mut self, sign: &Punct, before: char) {
        let (sign, joint) = (sign.as_char(), sign.spacing() == Spacing::Joint);
        self.tight |= matches!(sign, ',' | ';' | '!' | '<' | '>') && before != '=';
        self.tight |= sign == ':' && !self.text.ends_with(['=', ',', '&']);
        self.word(&sign.to_string());
        self.tight = joint || matches!(sign, '<' | '@' | '#' | '&') || (sign, before) == (':', ':');
        if sign == ';' {
            self.line();
        }
    }

    fn word(&mut self, word: &str) {
        if self.text.is_empty() || self.text.ends_with('\n') {
            self.text.push_str(&"    ".repeat(self.depth));
        } else if !self.tight {
            self.text.push(' ');
        }
        self.text.push_str(word);
        self.tight = false;
    }

    fn line(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with('\n') {
            self.text.push('\n');
        }
    }
}

fn compare(name: &str, call: &str) {
    let found = pretty(call);
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/expansions")
        .join(name);
    if env::var_os("BLESS").is_some() {
        fs::write(&path, &found).unwrap();
    }
    let expected = fs::read_to_string(&path).unwrap();
    assert!(
        found == expected,
        "the expansion differs from {name}:\n{found}"
    );
}

#[test]
fn the_flagship() {
    compare(
        "integration_response.rs",
        r#""AWS::ApiGatewayV2::IntegrationResponse""#,
    );
}

#[test]
fn nested_and_recursive() {
    compare("bed.rs", r#"spec = "tests/specs/garden.json""#);
}

#[test]
fn a_stand_in() {
    compare("stand_in.rs", r#"pub(crate) "Acme::Garden::Gnome""#);
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    let call = r#"spec = "tests/specs/garden.json", crate = crate::x, types = ["*" as Patch]"#;
    assert_eq!(expand(call), expand(call));
}

#[test]
fn one_mistake_is_one_error_and_the_rest_is_generated() {
    let found = expand(
        r#"spec = "tests/specs/garden.json", types = ["Acme::Garden::Bed", "Acme::Garden::Bedd"]"#,
    );
    assert_eq!(found.matches("compile_error").count(), 1);
    assert!(found.contains("did you mean `Acme::Garden::Bed`?"));
    assert!(found.contains("pub Bed in bed {"));
    assert!(found.contains("pub Bedd in bedd {"));
}

#[test]
fn files_are_tracked_also_when_they_have_faults() {
    let tracked = "\"CARGO_MANIFEST_DIR\") , \"/\" , \"tests/specs/garden.json\"";
    assert!(expand(r#"spec = "tests/specs/garden.json""#).contains(tracked));
    let found = expand(r#"spec = "tests/expansions.rs", types = ["Acme::Garden::Bed"]"#);
    assert!(found.contains("compile_error") && found.contains("include_bytes"));
    assert!(found.contains("at tests/expansions.rs:1:1"), "{found}");
    assert!(found.contains("pub Bed in bed {"));
}

#[test]
fn facts_of_ones_own_are_laid_over_the_type_and_tracked() {
    let plain = expand(r#"spec = "tests/specs/garden.json""#);
    let facts = r#"spec = "tests/specs/garden.json", facts = "tests/specs/bed.facts.json""#;
    let found = expand(facts);
    for (text, more) in [
        ("lilies are planted once", 1),
        ("no interruption or updates are refused", 2),
        ("https://garden.example/signs", 1),
        ("\"tests/specs/bed.facts.json\"", 1),
    ] {
        let count = |text_of: &str| text_of.matches(text).count();
        assert!(count(&found) >= count(&plain) + more, "{text}: {found}");
    }
    let own = format!(
        "#[resource({facts})] struct Own {{ name: Option<String>, r#type: Option<String>, soil: Option<()> }}"
    );
    let derived = formwork_codegen::derive_from_file(format!("Resource {own}").parse().unwrap());
    assert!(
        derived
            .to_string()
            .contains("\"tests/specs/bed.facts.json\""),
        "{derived}"
    );
}

#[test]
fn two_types_in_one_name_are_refused() {
    let found = expand(
        r#"spec = "tests/specs/garden.json", types = ["Acme::Garden::Bed", "Acme::Garden::Bed"]"#,
    );
    assert!(found.contains("the type `Acme::Garden::Bed` is named twice"));
}

#[test]
fn nothing_is_named_without_a_path() {
    let found = expand(r#"spec = "tests/specs/garden.json""#);
    for name in [
        "Option", "String", "Vec", "Box", "Some", "Into", "Default", "Clone",
    ] {
        for (at, _) in found.match_indices(&format!(" {name} ")) {
            assert!(
                found[..at].ends_with("::"),
                "`{name}` is bare: {}",
                &found[at - 40..at + 40]
            );
        }
    }
}
