//! What is refused, and with which words. `corpus/refused.txt` holds pairs of a text and the problems
//! that it has; set `FORMWORK_BLESS` to write the problems anew, then read them.

use std::fmt::Write as _;

use formwork_specs::read;

const CORPUS: &str = include_str!("corpus/refused.txt");
const PATH: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/corpus/refused.txt");

#[test]
fn problems_are_worded_well() {
    let mut actual = String::new();
    for case in CORPUS.split("=== ").skip(1) {
        let (title, rest) = case.split_once('\n').unwrap_or_default();
        let (text, _) = rest.split_once("--- problems\n").unwrap_or((rest, ""));
        let problems = match read(text.as_bytes()) {
            Ok(_) => "none".to_owned(),
            Err(problems) => problems.to_string(),
        };
        let _infallible = write!(actual, "=== {title}\n{text}--- problems\n{problems}\n\n");
    }
    if std::env::var_os("FORMWORK_BLESS").is_some() {
        std::fs::write(PATH, &actual).expect("the corpus can be written");
        return;
    }
    assert_eq!(actual, CORPUS);
}

#[test]
fn what_is_not_utf8_is_refused_at_the_byte() {
    let problems = read(b"{\n \"typeName\xff\": 1}").expect_err("it is refused");
    assert_eq!(
        problems.to_string(),
        "the text is not UTF-8\n  at 2:11\nhelp: save the file in the encoding UTF-8"
    );
}
