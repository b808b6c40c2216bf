mod mistakes;

use super::*;
use crate::document::{NodeRef, random::Random};

fn json(text: &str) -> String {
    let document = Document::from_yaml(text).unwrap_or_else(|error| panic!("{text:?}: {error}"));
    assert_eq!(document.problems(), [], "{text:?}");
    document.root().to_json().to_string()
}

fn error(text: &str) -> String {
    Document::from_yaml(text).unwrap_err().to_string()
}

fn problems(text: &str) -> Vec<String> {
    let document = Document::from_yaml(text).unwrap();
    let describe = |problem| document.problem_as_error(problem).to_string();
    document.problems().iter().map(describe).collect()
}

#[test]
fn short_forms_become_long_ones() {
    for (text, expected) in [
        ("!Ref A", r#"{"Ref":"A"}"#),
        ("!Condition A", r#"{"Condition":"A"}"#),
        ("!GetAtt A.B.C", r#"{"Fn::GetAtt":["A","B.C"]}"#),
        ("!GetAtt [A, B.C]", r#"{"Fn::GetAtt":["A","B.C"]}"#),
        ("!GetAtt A", r#"{"Fn::GetAtt":"A"}"#),
        ("!Sub 'a: ${B}'", r#"{"Fn::Sub":"a: ${B}"}"#),
        (
            "!Sub ['${x}', {x: !Ref Y}]",
            r#"{"Fn::Sub":["${x}",{"x":{"Ref":"Y"}}]}"#,
        ),
        (
            "!Join\n- ','\n- - a\n  - !Ref b",
            r#"{"Fn::Join":[",",["a",{"Ref":"b"}]]}"#,
        ),
        (
            "!Select [0, !GetAZs '']",
            r#"{"Fn::Select":[0,{"Fn::GetAZs":""}]}"#,
        ),
        ("!GetAZs", r#"{"Fn::GetAZs":""}"#),
        ("!Base64 true", r#"{"Fn::Base64":"true"}"#),
        (
            "!Transform {Name: X, Parameters: {}}",
            r#"{"Fn::Transform":{"Name":"X","Parameters":{}}}"#,
        ),
        (
            "!And [!Condition A, !Not [!Equals [1, 2]]]",
            r#"{"Fn::And":[{"Condition":"A"},{"Fn::Not":[{"Fn::Equals":[1,2]}]}]}"#,
        ),
        ("!Foo\n  a: 1", r#"{"!Foo":{"a":1}}"#),
        ("!Rain::S3 x", r#"{"!Rain::S3":"x"}"#),
        ("!ref x", r#"{"!ref":"x"}"#),
        (
            "!GetStackOutput {StackName: s}",
            r#"{"Fn::GetStackOutput":{"StackName":"s"}}"#,
        ),
        ("!Fn::Sub x", r#"{"Fn::Sub":"x"}"#),
        ("!Rain::Embed x", r#"{"!Rain::Embed":"x"}"#),
        (
            "Fn::Base64: !Sub |\n  a\n  b\n",
            r#"{"Fn::Base64":{"Fn::Sub":"a\nb\n"}}"#,
        ),
    ] {
        assert_eq!(json(text), expected, "{text}");
    }
}

#[test]
fn scalars_keep_the_text_that_a_string_takes() {
    let text = "[yes, 012345678901, 1.10, 0x1F, '2', \"3\", ~, 2010-09-09, .inf, 1_0]";
    assert_eq!(
        json(text),
        r#"[true,"012345678901",1.10,"0x1F","2","3",null,"2010-09-09",".inf","1_0"]"#
    );
    let document = Document::from_yaml(text).unwrap();
    let texts: Vec<_> = document.root().items().filter_map(NodeRef::text).collect();
    let written = [
        "true",
        "012345678901",
        "1.10",
        "0x1F",
        "2",
        "3",
        "2010-09-09",
        ".inf",
        "1_0",
    ];
    assert_eq!(texts, written);
}

#[test]
fn tags_of_yaml_itself_are_honoured() {
    assert_eq!(
        json("[!!str 1, ! 2, !!int '3', !!float 1e3, !!bool 'no', !!null '']"),
        r#"["1","2",3,1e3,false,null]"#
    );
    assert_eq!(json("!<tag:yaml.org,2002:str> 1"), "\"1\"");
    assert_eq!(
        json("{a: !!seq [1], b: !!map {c: 2}, d: ! [3]}"),
        r#"{"a":[1],"b":{"c":2},"d":[3]}"#
    );
    assert_eq!(
        problems("a: !!int x\nb: !!set {c}\nc: !!binary aGk=\nd: !!str [1]\ne: !!Ref f"),
        [
            "1:4: this is not a value of `!!int`\nhelp: remove the tag",
            "2:4: CloudFormation does not read the tag `!!set` here\nhelp: remove the tag",
            "3:4: CloudFormation does not read the tag `!!binary` here\nhelp: remove the tag",
            "4:4: CloudFormation does not read the tag `!!str` here\nhelp: remove the tag",
            "5:4: CloudFormation does not read the tag `!!Ref` here\n\
             help: write a function with one `!`: `!Ref`",
        ]
    );
}

#[test]
fn names_are_text_and_nothing_but_text() {
    assert_eq!(
        json("'8080': a\nyes: b\n'x': d\n1.2.3: e\ny: f\n2012-10-17: g"),
        r#"{"8080":"a","yes":"b","x":"d","1.2.3":"e","y":"f","2012-10-17":"g"}"#
    );
    // CloudFormation refuses them.
    for name in ["8080", "1.10", "-1", "~", "null", ""] {
        let document =
            Document::from_yaml(&format!("{name}: a")).map(|document| document.problems().len());
        assert_eq!(document, Ok(1), "{name}");
    }
    for name in ["yes", "012", "0x1F", "1:30"] {
        let text = format!("{name}: a");
        let document = Document::from_yaml(&text).unwrap();
        let found = (document.problems().len(), document.warnings().len());
        assert_eq!(found, (0, 1), "{name}");
    }
    assert_eq!(
        error("? [a]\n: b"),
        "1:3: the name of a member is not a scalar\nhelp: a name is a single word or text"
    );
    assert_eq!(
        error("!Ref a: b"),
        "1:1: a function stands where the name of a member is due"
    );
    assert_eq!(
        problems("a: 1\nb: 2\n\"a\": 3"),
        ["3:1: `a` stands twice in one object\nhelp: keep one of the two"]
    );
}

#[test]
fn aliases_are_expanded_and_merges_are_not() {
    assert_eq!(
        json("a: &x {k: [1, !Ref R]}\nb: *x\nc: &y z\n*y : *y"),
        r#"{"a":{"k":[1,{"Ref":"R"}]},"b":{"k":[1,{"Ref":"R"}]},"c":"z","z":"z"}"#
    );
    assert_eq!(
        json("a: &x !GetAtt A.B\nb: [*x, *x]"),
        r#"{"a":{"Fn::GetAtt":["A","B"]},"b":[{"Fn::GetAtt":["A","B"]},{"Fn::GetAtt":["A","B"]}]}"#
    );
    assert_eq!(
        problems("a: &x {k: 1}\nb:\n  <<: *x\n  '<<': 2"),
        [
            "3:3: CloudFormation does not merge mappings with `<<`\nhelp: write the members out",
            "4:3: `<<` stands twice in one object\nhelp: keep one of the two",
        ]
    );
    assert_eq!(
        error("a: &x [*x]"),
        "1:8: this alias stands inside the value it refers to\nhelp: write the value out"
    );
    assert!(error("a: *nowhere").starts_with("1:4: this alias refers to an anchor"));
    assert!(error("a: &x [1]\n*x : b").contains("is not a scalar"));
}

#[test]
fn aliases_cannot_fill_the_memory() {
    use std::fmt::Write as _;

    let mut text = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n".to_owned();
    for n in 1..30 {
        let aliases = vec![format!("*a{}", n - 1); 9].join(", ");
        writeln!(text, "a{n}: &a{n} [{aliases}]").unwrap();
    }
    assert!(error(&text).contains("the aliases up to here stand for more"));

    let long = format!(
        "a: &a {}\nb: [{}]",
        "x".repeat(100_000),
        vec!["*a"; 1000].join(", ")
    );
    assert!(error(&long).contains("the aliases up to here stand for more"));
}

#[test]
fn tags_cannot_fill_the_memory() {
    let text = |prefix: &str| format!("%YAML 1.2\n%TAG !a! {prefix}\n---\n- !a!b c\n");
    assert_eq!(json(&text("!x")), r#"[{"!xb":"c"}]"#);
    assert_eq!(
        error(&text(&"x".repeat(1000))),
        "2:1: a line that starts with `%` is longer than 256 bytes\nhelp: write the names of tags out"
    );
    let tags = "%TAG".repeat(100_000);
    assert_eq!(json(&format!("a: x{tags}")).len(), tags.len() + 9);
}

#[test]
fn depth_is_limited_also_through_functions_and_aliases() {
    let nested = |levels: usize| format!("{}x", "- ".repeat(levels));
    assert!(Document::from_yaml(&nested(256)).is_ok());
    assert!(error(&nested(257)).ends_with("nested more than 256 levels deep"));
    let functions = |text: String, n| text + &" ".repeat(n) + "- !A\n";
    let functions = (0..150).fold(String::new(), functions);
    assert!(error(&functions).ends_with("nested more than 256 levels deep"));
    let doubled = format!("a: &x\n {}\nb:\n {}*x", nested(150), "- ".repeat(150));
    assert!(error(&doubled).ends_with("nested more than 256 levels deep"));
    assert!(error(&"[".repeat(600)).contains("nested more than"));
    assert!(Document::from_yaml(&"[".repeat(1_000_000)).is_err());
}

#[test]
fn nodes_know_their_places() {
    let document =
        Document::from_yaml("é: 1\nb:\n  - !GetAtt A.B\n  - c: !Sub\n      - x").unwrap();
    let place = |node: NodeRef<'_>| node.location().unwrap().to_string();
    let root = document.root();
    assert_eq!(place(root.get("é").unwrap()), "1:4");
    let items: Vec<_> = root.get("b").unwrap().items().collect();
    assert_eq!(place(items[0]), "3:5");
    let parts: Vec<_> = items[0]
        .get("Fn::GetAtt")
        .unwrap()
        .items()
        .map(place)
        .collect();
    assert_eq!(parts, ["3:13", "3:15"]);
    let sub = items[1].get("c").unwrap();
    assert_eq!(place(sub), "4:8");
    assert_eq!(
        place(sub.get("Fn::Sub").unwrap().items().next().unwrap()),
        "5:9"
    );
}

#[test]
fn spans_are_those_of_whole_values() {
    let text = "é: &x 'it''s' # c\nb:\n- !GetAtt 'A.B'\n- c: !Sub # d\n    - |+ # e\n      f\n\n      g\n\n\
                \x20   - *x\n  h:\n  i: [j, k: , {l}]\nm: !Foo\n  a\n  b\nn: !GetAtt A.B.C\n";
    let document = Document::from_yaml(text).unwrap();
    let spans: Vec<&str> = (0..document.nodes.len())
        .map(|index| text.get(document.node(index).span().unwrap()).unwrap())
        .collect();
    let block = "|+ # e\n      f\n\n      g";
    let sub = format!("!Sub # d\n    - {block}\n\n    - *x");
    let parts = sub.strip_prefix("!Sub # d\n    ").unwrap();
    let object = format!("c: {sub}\n  h:\n  i: [j, k: , {{l}}]");
    let expected = [
        text.trim_end(),
        "é",
        "'it''s'",
        "b",
        &format!("- !GetAtt 'A.B'\n- {object}"),
        // The object, the name of the function, and its two arguments.
        "!GetAtt 'A.B'",
        "!GetAtt 'A.B'",
        "'A.B'",
        "'A",
        "B'",
        &object,
        "c",
        &sub,
        &sub,
        parts,
        block,
        "*x",
        "h",
        "",
        "i",
        "[j, k: , {l}]",
        "j",
        "k:",
        "k",
        "",
        "{l}",
        "l",
        "",
        "m",
        "!Foo\n  a\n  b",
        "!Foo\n  a\n  b",
        "a\n  b",
        "n",
        "!GetAtt A.B.C",
        "!GetAtt A.B.C",
        "A.B.C",
        "A",
        "B.C",
    ];
    assert_eq!(spans, expected);
}

#[test]
fn block_scalars_keep_their_lines() {
    assert_eq!(
        json("a: |\n  x\n   y\n\nb: >-\n  x\n  y\nc: |+\n  x\n\n"),
        r#"{"a":"x\n y\n","b":"x y","c":"x\n\n"}"#
    );
    // What looks like something else in a block is text.
    assert_eq!(json("a: |-\n  12\nb: >-\n  yes"), r#"{"a":"12","b":"yes"}"#);
    // Without a line break at its end a text has none, as libyaml reads it.
    assert_eq!(json("a: |\n  x"), r#"{"a":"x"}"#);
    assert_eq!(json("a: |\n  x\n"), r#"{"a":"x\n"}"#);
}

#[test]
fn what_libyaml_reads_is_read() {
    for (text, expected) in [
        // Brackets in the column of their name, and quotes that go on there.
        (
            "a: {\n  b: c\n}\nd: [\n  e,\n]\n",
            r#"{"a":{"b":"c"},"d":["e"]}"#,
        ),
        ("a:\n  b: {\n  \"c\": d,\n}\n", r#"{"a":{"b":{"c":"d"}}}"#),
        ("a: \"b\nc\"\nd: 'e\n\nf'\n", r#"{"a":"b c","d":"e\nf"}"#),
        ("- a: [\nb]\n", r#"[{"a":["b"]}]"#),
        (
            "a: !Sub [\n  'x',\n  {b: c}\n]\n",
            r#"{"a":{"Fn::Sub":["x",{"b":"c"}]}}"#,
        ),
        // Tabs between what is no indentation.
        ("a:\tb\t# c\nd:\te\n", r#"{"a":"b","d":"e"}"#),
        ("a: [\tb,\n\tc]\n", r#"{"a":["b","c"]}"#),
        // A byte order mark inside of a text.
        ("a: b\u{feff}c\n", "{\"a\":\"b\u{feff}c\"}"),
        (
            "a: b:c\nd: e#f\ng: -h\ni: ?j\n",
            r#"{"a":"b:c","d":"e#f","g":"-h","i":"?j"}"#,
        ),
    ] {
        assert_eq!(json(text), expected, "{text:?}");
    }
}

#[test]
fn json_is_read_as_yaml_and_nothing_is_null() {
    assert_eq!(
        json(r#"{"a": "\ud83d\ude00", "b": [1.10]}"#),
        r#"{"a":"😀","b":[1.10]}"#
    );
    assert_eq!(json("{a: yes}"), r#"{"a":true}"#);
    assert_eq!(json(""), "null");
    assert_eq!(json("# nothing\n"), "null");
    assert_eq!(json("\u{feff}a: 1"), r#"{"a":1}"#);
}

const SAMPLES: &[&str] = &[
    "Resources:\n  A: &a\n    Type: AWS::S3::Bucket # note\n    Properties:\n      Name: !Sub '${X}-y'\n\
     \x20     Tags:\n      - {Key: a, Value: !Ref B}\n      - *a\n  B: !GetAtt A.Arn\n",
    "a: |\n  x\n  y\nb: >-\n  folded\n  text\n\nc: [1, 0x2, yes, ~, \"q\\n\", 'it''s']\n? d\n: !Foo\n  - - e\n    - f\n",
    "%YAML 1.1\n---\n!!map\n<<: {a: b}\n? !!str 1\n: !<tag:yaml.org,2002:int> 2\n...\n",
];

#[test]
fn mutated_texts_are_read_or_refused_with_a_place() {
    let mut random = Random::new(11);
    let alphabet = "{}[]\"':,!&*#|>-?%@` \n\t\r~<=.\\u0d8e+1aRS\u{0}\u{1}\u{85}\u{feff}é😀";
    for round in 0..2000 {
        let mut text = SAMPLES[round % SAMPLES.len()].to_owned();
        for _ in 0..=random.below(4) {
            text = random.mutate(&text, alphabet);
        }
        match Document::from_yaml(&text) {
            Ok(document) => {
                document.root().to_json();
                for problem in document.problems() {
                    assert!(document.problem_as_error(problem).location.is_some());
                }
            }
            Err(error) => assert!(error.location.is_some_and(|l| l.line > 0 && l.column > 0)),
        }
    }
}

#[test]
fn every_json_text_reads_the_same_as_yaml() {
    let mut random = Random::new(13);
    for _ in 0..400 {
        let json = random.json(4);
        // A comment first, so that it is really read as YAML.
        let text = format!("# x\n{json}");
        match Document::from_yaml(&text) {
            Ok(document) => assert_eq!(document.root().to_json(), json, "{json}"),
            // This one stands in no text of YAML, and in strings of JSON.
            Err(error) if text.contains('\u{7f}') => assert!(error.message.contains("U+007F")),
            Err(error) => panic!("{json}: {error}"),
        }
    }
}
