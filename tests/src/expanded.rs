//! The flagship as the compiler sees it after all macros, kept in a file for those who review what the rows of the
//! generator become.
//!
//! Only an unstable option of the compiler prints it, so a command writes the file
//! (`cargo run -p formwork-tests --bin expanded`), and tests, which have to run everywhere, hold what can be held: that it
//! was made of today's rows and macros, compiles, and behaves as what the macro gives.

use std::fs;
use std::path::{Path, PathBuf};

use proc_macro2::{TokenStream, TokenTree};

/// The call whose expansion is kept.
pub const CALL: &str = "\"AWS::ApiGatewayV2::IntegrationResponse\"";

/// What stands before the fingerprint, in the first line.
pub const HEADER: &str =
    "// Written by `cargo run -p formwork-tests --bin expanded`, without documentation. Made of: ";

/// The file.
#[must_use]
pub fn path() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus/flagship/expanded.rs")
}

/// A number that is another one when the rows of the generator or the macros of the runtime are others; prose does not
/// count.
///
/// # Panics
///
/// If the sources of the runtime are not beside the tests.
#[must_use]
pub fn fingerprint() -> String {
    let rows = CALL.parse().map(formwork_codegen::resource);
    let mut text = code(rows.expect("a call is tokens"));
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../runtime/core/src/macros");
    let files = fs::read_dir(folder).expect("the macros of the runtime");
    let mut files: Vec<_> = files.flatten().map(|entry| entry.path()).collect();
    files.sort();
    for file in files {
        let macros = fs::read_to_string(file).expect("a file of macros");
        text += &code(macros.parse().expect("macros are tokens"));
    }
    // FNV-1a: the same number on every machine and with every compiler.
    let step = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    format!("{:016x}", text.bytes().fold(0xcbf2_9ce4_8422_2325, step))
}

/// Tokens without sentences: those have blanks, and names have none.
fn code(tokens: TokenStream) -> String {
    let mut text = String::new();
    for token in tokens {
        match token {
            TokenTree::Group(group) => {
                text.push('(');
                text += &code(group.stream());
                text.push(')');
            }
            TokenTree::Literal(literal) => {
                let literal = literal.to_string();
                if !literal.contains(' ') || literal.contains("typeName") {
                    text += &literal;
                }
            }
            TokenTree::Ident(_) | TokenTree::Punct(_) => text += &token.to_string(),
        }
        text.push(' ');
    }
    text
}
