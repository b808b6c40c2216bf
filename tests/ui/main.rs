//! Errors as users read them: each file of a folder fails to compile, and what the compiler says stands
//! beside it. `TRYBUILD=overwrite cargo test -p formwork-tests --test ui` writes it anew, to be read.
//!
//! Each case uses the type behind its mistake, and the use is not reported: one mistake is one error.
//! Faults inside of specification files are in `macros/codegen/tests/spec_errors`, because the programs
//! here are compiled in a folder of their own, which has no specifications.

#[test]
fn mistakes_are_explained() {
    let cases = trybuild::TestCases::new();
    for folder in ["builder", "derive", "input"] {
        cases.compile_fail(format!("ui/{folder}/*.rs"));
    }
}
