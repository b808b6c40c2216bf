//! Whatever the bytes, a value or located errors come out: no panic, no hang, no overflow.

use formwork_specs::{PatchedError, Problem, Problems, Severity, bundled, read, read_patched};

const NAME: &str = "Acme::Garden::Gnome";

fn schema(rest: &str) -> String {
    format!(r#"{{"typeName":"{NAME}","additionalProperties":false,{rest}}}"#)
}

fn refused(text: &str) -> Problems {
    read(text.as_bytes()).expect_err("it is refused")
}

/// `{"<key>": {"<key>": … {} … }}`
fn nested(open: &str, close: &str, depth: usize) -> String {
    format!("{}{{}}{}", open.repeat(depth), close.repeat(depth))
}

#[test]
fn a_hundred_levels_of_schemas_are_fine() {
    for (open, close) in [
        (r#"{"type":"array","items":"#, "}"),
        (r#"{"type":"object","properties":{"A":"#, "}}"),
        (r#"{"anyOf":["#, "]}"),
        (r#"{"additionalProperties":"#, "}"),
    ] {
        let text = schema(&format!(
            r#""properties":{{"P":{}}}"#,
            nested(open, close, 100)
        ));
        let spec = read(text.as_bytes()).expect("it can be read");
        assert_eq!(spec.resources[0].body.properties.len(), 1);
    }
}

#[test]
fn ten_thousand_levels_are_refused_with_the_place() {
    for (open, close) in [(r#"{"items":"#, "}"), ("[", "]")] {
        let text = schema(&format!(
            r#""properties":{{"P":{}}}"#,
            nested(open, close, 10_000)
        ));
        let problems = refused(&text);
        assert!(
            problems.first().message.contains("deeper than 256 levels"),
            "{problems}"
        );
        assert!(problems.first().location.is_some());
    }
}

#[test]
fn a_definition_that_is_itself_is_refused() {
    for definitions in [
        r##""A":{"$ref":"#/definitions/A"}"##,
        r##""A":{"allOf":[{"$ref":"#/definitions/B"}]},"B":{"oneOf":[{"$ref":"#/definitions/A"}]}"##,
        r##""A":{"not":{"$ref":"#/definitions/A"}}"##,
    ] {
        let text = schema(&format!(
            r##""properties":{{"P":{{"$ref":"#/definitions/A"}}}},"definitions":{{{definitions}}}"##
        ));
        let problems = refused(&text);
        assert!(
            problems.to_string().contains("nothing but itself"),
            "{problems}"
        );
    }
}

#[test]
fn a_record_may_hold_itself() {
    let text = schema(
        r##""properties":{"P":{"$ref":"#/definitions/A"}},"definitions":{"A":{
            "type":"object","properties":{"A":{"$ref":"#/definitions/A"},"L":{"type":"array",
            "items":{"$ref":"#/definitions/A"}}}}},
            "createOnlyProperties":["/properties/P/A/L/*/A"],
            "readOnlyProperties":["/properties/P/L"]"##,
    );
    let spec = read(text.as_bytes()).expect("it can be read");
    assert_eq!(spec.resources[0].scoped_updates.len(), 1);
    assert_eq!(spec.warnings.len(), 1);
}

/// Each definition refers twice to the next: followed blindly, that is 2^64 ways.
#[test]
fn doubling_references_cost_no_more_than_their_number() {
    for (part, close) in [("anyOf", ""), ("properties", "")] {
        let mut definitions = Vec::new();
        for index in 0..64 {
            let next = format!(r##"{{"$ref":"#/definitions/D{}"}}"##, index + 1);
            let body = match part {
                "anyOf" => format!(r#""anyOf":[{next},{next}]"#),
                _ => format!(r#""properties":{{"A":{next},"B":{next}}}"#),
            };
            definitions.push(format!(r#""D{index}":{{{body}{close}}}"#));
        }
        definitions.push(r#""D64":{"type":"object","properties":{"X":{}}}"#.to_owned());
        let pointer = "/A".repeat(64);
        let text = schema(&format!(
            r##""properties":{{"P":{{"$ref":"#/definitions/D0"}}}},"definitions":{{{}}},
                "createOnlyProperties":["/properties/P{pointer}/X"]"##,
            definitions.join(",")
        ));
        if let Err(problems) = read(text.as_bytes()) {
            assert!(
                problems.to_string().contains("build on each other"),
                "{problems}"
            );
        }
    }
}

#[test]
fn a_chain_of_twenty_thousand_definitions_does_not_overflow() {
    for link in [
        r##"{"$ref":"#/definitions/N"}"##,
        r##"{"allOf":[{"$ref":"#/definitions/N"},{}]}"##,
    ] {
        let mut definitions: Vec<String> = (0..20_000)
            .map(|index| {
                let next = link.replace("/N", &format!("/D{}", index + 1));
                format!(r#""D{index}":{next}"#)
            })
            .collect();
        definitions.push(r#""D20000":{"type":"object","properties":{"X":{}}}"#.to_owned());
        let text = schema(&format!(
            r##""properties":{{"P":{{"$ref":"#/definitions/D0"}}}},"definitions":{{{}}}"##,
            definitions.join(",")
        ));
        let _either = read(text.as_bytes());
    }
}

#[test]
fn odd_names_are_kept() {
    let text = schema(
        r##""properties":{"type":{"type":"string"},"a b/~é":{"$ref":"#/definitions/a~1b~0"}},
            "definitions":{"a/b~":{"type":"string"}}"##,
    );
    let spec = read(text.as_bytes()).expect("it can be read");
    let resource = &spec.resources[0];
    assert_eq!(resource.body.properties[0].name, "type");
    assert_eq!(resource.body.properties[1].name, "a b/~é");
    assert_eq!(
        resource.body.properties[1].schema.reference.as_deref(),
        Some("a/b~")
    );
}

#[test]
fn huge_numbers_are_kept_as_written_or_as_the_largest_count() {
    let text = schema(
        r#""properties":{"P":{"type":"number","minimum":-1e999,"multipleOf":0.10000000000000000001},
            "Q":{"type":"string","minLength":99999999999999999999999,"maxLength":-1}}"#,
    );
    let spec = read(text.as_bytes()).expect("it can be read");
    let properties = &spec.resources[0].body.properties;
    let limits = &properties[0].schema.limits;
    assert_eq!(
        limits.minimum.as_ref().map(|number| number.0.as_str()),
        Some("-1e999")
    );
    assert!(
        limits
            .multiple_of
            .as_ref()
            .is_some_and(|number| number.0.ends_with("0001"))
    );
    assert_eq!(properties[1].schema.limits.min_length, Some(u64::MAX));
    assert_eq!(properties[1].schema.limits.max_length, None);
    assert_eq!(spec.warnings.len(), 1);
}

/// A small generator of numbers: the same ones in every run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 33).unwrap_or_default() % limit.max(1)
    }
}

const TOKENS: &[&str] = &[
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    "\"",
    "null",
    "true",
    "-1",
    "1e9",
    "0.5",
    "{}",
    "[]",
    "\"\"",
    "\"$ref\"",
    "\"#/definitions/A\"",
    "\"#\"",
    "\"type\"",
    "\"object\"",
    "\"array\"",
    "\"oneOf\"",
    "\"properties\"",
    "\"items\"",
    "\"required\"",
    "\"/properties/*\"",
    "\"*\"",
    "\\",
    "\u{0}",
    "é",
    "\"AWS::A::B\"",
    "\"Type\"",
    "\"Json\"",
    "\"PropertyTypes\"",
    "\"if\"",
    "\"not\"",
    "\"const\"",
    "\"\\u001b[2J\\n\\nerror[E9999]: forged\"",
    "\"\\u202e\\u2066\\ufeff\"",
];

fn mutate(text: &str, dice: &mut Dice) -> Vec<u8> {
    let mut bytes = text.as_bytes().to_vec();
    for _ in 0..=dice.below(3) {
        let start = dice.below(bytes.len());
        let end = (start + dice.below(24)).min(bytes.len());
        match dice.below(5) {
            0 => drop(bytes.drain(start..end)),
            1 => drop(bytes.splice(start..end, TOKENS[dice.below(TOKENS.len())].bytes())),
            2 => drop(bytes.splice(start..start, TOKENS[dice.below(TOKENS.len())].bytes())),
            3 => {
                let copy = bytes[start..end].to_vec();
                let at = dice.below(bytes.len());
                drop(bytes.splice(at..at, copy));
            }
            _ => swap_strings(&mut bytes, dice),
        }
    }
    bytes
}

/// Puts one string of the text in the place of another: the syntax stays whole, the sense goes.
fn swap_strings(bytes: &mut Vec<u8>, dice: &mut Dice) {
    let quotes: Vec<usize> = bytes
        .iter()
        .enumerate()
        .filter(|(_, byte)| **byte == b'"')
        .map(|(at, _)| at)
        .collect();
    let pairs: Vec<&[usize]> = quotes.chunks_exact(2).collect();
    if pairs.is_empty() {
        return;
    }
    let from = pairs[dice.below(pairs.len())];
    let to = pairs[dice.below(pairs.len())];
    let copy = bytes[from[0]..=from[1]].to_vec();
    drop(bytes.splice(to[0]..=to[1], copy));
}

#[test]
fn mutations_of_good_files_give_a_value_or_located_errors() {
    let flagship =
        bundled::written_here("aws-apigatewayv2-integrationresponse.json").unwrap_or_default();
    let files = [
        flagship,
        include_str!("../schemas/aws-apigatewayv2-integrationresponse.resource-specification.json"),
        include_str!("corpus/everything.json"),
        include_str!("corpus/serverless.json"),
    ];
    let mut dice = Dice(0x9e37_79b9_7f4a_7c15);
    let mut read_well = 0_usize;
    for round in 0..4_000 {
        let bytes = mutate(files[round % files.len()], &mut dice);
        match read(&bytes) {
            Ok(spec) => {
                read_well += 1;
                for warning in &spec.warnings {
                    assert_eq!(warning.severity, Severity::Warning);
                    assert_printable(warning);
                }
            }
            Err(problems) => {
                for problem in problems {
                    assert_eq!(problem.severity, Severity::Error);
                    assert_printable(&problem);
                    let is_placed = problem.location.is_some() || problem.message.contains("empty");
                    assert!(
                        is_placed,
                        "{problem} in {}",
                        String::from_utf8_lossy(&bytes)
                    );
                }
            }
        }
    }
    assert!(
        read_well > 100,
        "only {read_well} mutations were still good"
    );
}

/// A problem is a line for the sentence, one for the place and one for the cure, none of them long,
/// and nothing in them moves the cursor or turns the direction of writing.
fn assert_printable(problem: &Problem) {
    let text = problem.to_string();
    let lines: Vec<&str> = text.split('\n').collect();
    assert!(lines.len() <= 3, "{text:?}");
    for line in lines {
        assert!(line.chars().count() < 1_000, "{}", line.len());
        let is_seen = |letter: char| {
            !letter.is_control()
                && !matches!(letter, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
        };
        assert!(line.chars().all(is_seen), "{line:?}");
    }
}

/// Names that nobody would want to see raw, as a JSON text writes them.
fn hostile_names() -> [String; 3] {
    [
        r"\u001b[2J\n\nerror[E9999]: forged\u0000".to_owned(),
        r"\u202egnp.exe\u2066\u200b".to_owned(),
        "x/~`".repeat(20_000),
    ]
}

/// Each template has a mistake about the name `NAME` in it.
#[test]
fn no_message_prints_what_a_file_holds_as_it_stands() {
    let templates = [
        r#"{"NAME":1}"#,
        r#"{"typeName":"NAME","properties":{}}"#,
        r#"{"typeName":"A::B::NAME","properties":{}}"#,
        r#"{"typeName":"A::B::C","properties":{"NAME":7}}"#,
        r#"{"typeName":"A::B::C","properties":{"NAME":{"NAME":1}}}"#,
        r#"{"typeName":"A::B::C","properties":{"P":{"type":"NAME"}}}"#,
        r#"{"typeName":"A::B::C","properties":{"P":{"$ref":"NAME"}}}"#,
        r##"{"typeName":"A::B::C","properties":{"P":{"$ref":"#NAME"}}}"##,
        r##"{"typeName":"A::B::C","properties":{"P":{"$ref":"#/NAME"}}}"##,
        r##"{"typeName":"A::B::C","properties":{"P":{"$ref":"#/definitions/NAME"}},"definitions":{"NAMEx":{}}}"##,
        r##"{"typeName":"A::B::C","properties":{"P":{"$ref":"#/definitions/N"}},"definitions":{"N":{"$ref":"#/definitions/M"},"M":{"$ref":"#/definitions/N"},"NAME":5}}"##,
        r#"{"typeName":"A::B::C","properties":{},"required":["NAME"],"additionalProperties":false}"#,
        r#"{"typeName":"A::B::C","properties":{"P":{"properties":{},"additionalProperties":false,"required":["NAME"]}}}"#,
        r#"{"typeName":"A::B::C","properties":{"P":{"uniqueItems":"NAME","minItems":"NAME"}}}"#,
        r#"{"typeName":"A::B::C","properties":{},"NAME":1,"handlers":{"NAME":{}},"tagging":{"NAME":1}}"#,
        r#"{"typeName":"A::B::C","properties":{},"replacementStrategy":"NAME","formwork":{"NAME":1}}"#,
        r#"{"typeName":"A::B::C","properties":{},"readOnlyProperties":["NAME","/properties/NAME"],"createOnlyProperties":["NAME"]}"#,
        r#"{"typeName":"A::B::C::MODULE","properties":{"NAME":{}}}"#,
        r#"{"typeName":"A::B::C","properties":{"NAME":{},"NAME":{}}}"#,
        r#"{"ResourceTypes":{"NAME":{}}}"#,
        r#"{"ResourceTypes":{"A::B::C":{"NAME":1,"Properties":{"NAME":{"Type":"NAME","NAME":1}}}}}"#,
        r#"{"ResourceTypes":{"A::B::C":{"Properties":{"P":{"PrimitiveType":"NAME","UpdateType":"NAME"}}}},"NAME":1}"#,
        r#"{"ResourceTypes":{"A::B::C":{"Properties":{"P":{"Type":"List","ItemType":"NAME"}}}},"PropertyTypes":{"A::B::C.NAMEx":{}}}"#,
        r#"{"Schema":"{\"typeName\":\"A::B::C\",\"properties\":{\"P\":{\"type\":\"NAME\"}}}"}"#,
    ];
    for name in hostile_names() {
        for template in templates {
            let inner = name.replace('\\', r"\\");
            let name = if template.contains("Schema") {
                &inner
            } else {
                &name
            };
            let text = template.replace("NAME", name);
            let problems = match read(text.as_bytes()) {
                Ok(spec) => spec.warnings,
                Err(problems) => problems.into_vec(),
            };
            assert!(!problems.is_empty(), "{template}");
            problems.iter().for_each(assert_printable);
        }
    }
}

#[test]
fn no_message_prints_what_a_patch_holds_as_it_stands() {
    let schema = schema(r#""properties":{"P":{"type":"string"}},"required":["P"]"#);
    for name in hostile_names() {
        for template in [
            r#"[{"op":"NAME"}]"#,
            r#"[{"op":"add","path":"NAME"}]"#,
            r#"[{"op":"add","path":"/NAME~"}]"#,
            r#"[{"op":"remove","path":"/NAME"}]"#,
            r#"[{"op":"remove","path":"/properties/NAME/x"}]"#,
            r#"[{"op":"move","path":"/x","from":"/required/NAME"}]"#,
            r#"[{"op":"add","path":"/NAME","value":1},{"op":"test","path":"/NAME","value":2}]"#,
            r#"[{"op":"add","path":"/properties/NAME","value":{"type":"NAME"}}]"#,
        ] {
            let patch = template.replace("NAME", &name);
            let problems = match read_patched(schema.as_bytes(), patch.as_bytes(), &|_| true) {
                Ok(_) => panic!("{template} is not refused"),
                Err(PatchedError::Patch(problems) | PatchedError::Specification(problems)) => {
                    problems
                }
            };
            problems.iter().for_each(assert_printable);
        }
    }
}
