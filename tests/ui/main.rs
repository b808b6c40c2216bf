//! Errors as users read them: each file of a folder fails to compile, and what the compiler says stands
//! beside it. `TRYBUILD=overwrite cargo test -p formwork-tests --test ui` writes it anew, to be read.

#[test]
fn mistakes_are_explained() {
    let cases = trybuild::TestCases::new();
    for folder in ["builder", "derive", "input", "spec"] {
        cases.compile_fail(format!("ui/{folder}/*.rs"));
    }
}
