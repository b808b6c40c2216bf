//! What a person who made a mistake is told: where, what, and the cure.

use super::error;

/// Each text with the error for it.
fn check(mistakes: &[(&str, &str)]) {
    for (text, expected) in mistakes {
        assert_eq!(error(text), *expected, "{text:?}");
    }
}

#[test]
fn text_that_has_to_be_in_quotes() {
    check(&[
        (
            "A:\n  Action: *\n  B: c",
            "2:11: `*` alone is an alias without a name\nhelp: put text that starts with `*` in quotes: `'*'`",
        ),
        (
            "Action: [a, *, b]",
            "1:13: `*` alone is an alias without a name\nhelp: put text that starts with `*` in quotes: `'*'`",
        ),
        (
            "- *.txt # all of them",
            "1:3: this alias refers to an anchor that is not defined before it\n\
             help: put text that starts with `*` in quotes: `'*.txt'`",
        ),
        (
            "*: b",
            "1:1: this alias refers to an anchor that is not defined before it\n\
             help: put text that starts with `*` in quotes: `'*'`",
        ),
        (
            "A: & ",
            "1:4: `&` alone is an anchor without a name\nhelp: put text that starts with `&` in quotes: `'&'`",
        ),
        (
            "A: & it's",
            "1:4: `&` alone is an anchor without a name\n\
             help: put text that starts with `&` in quotes: `\"& it's\"`",
        ),
        (
            "A: @b",
            "1:4: `@` cannot start a value\nhelp: put text that starts with `@` in quotes: `'@b'`",
        ),
        (
            "A: `b`",
            "1:4: a backquote cannot start a value\n\
             help: put text that starts with a backquote in quotes: `'`b`'`",
        ),
        (
            "A: %b",
            "1:4: `%` cannot start a value\nhelp: put text that starts with `%` in quotes: `'%b'`",
        ),
        (
            "A: > b",
            "1:4: `>` starts a text of several lines, which begin on the next one\n\
             help: put text that starts with `>` in quotes: `'> b'`",
        ),
        (
            "A: {{resolve:ssm:x:1}}\nB: c",
            "1:4: `{{` starts an object in the place of a name of an object\n\
             help: put text that starts with `{{` in quotes: `'{{resolve:ssm:x:1}}'`",
        ),
        (
            "A: [{{ x }}]",
            "1:5: `{{` starts an object in the place of a name of an object\n\
             help: put text that starts with `{{` in quotes: `'{{ x }}'`",
        ),
        (
            "A: http://x: y",
            "1:12: a second `:` makes this line ambiguous\n\
             help: put text that contains `: ` in quotes: `'http://x: y'`",
        ),
        (
            "a: b:\n  c: d",
            "1:5: a second `:` makes this line ambiguous\nhelp: start `b:` on a line of its own",
        ),
    ]);
}

#[test]
fn two_short_forms_of_one_value() {
    check(&[
        (
            "A: !Base64 !Sub x",
            "1:4: `!Base64` and `!Sub` are two short forms of one value\n\
             help: write the outer one long: `Fn::Base64: !Sub …`",
        ),
        (
            "A:\n  - !Base64\n    !Sub\n    - x",
            "2:5: `!Base64` and `!Sub` are two short forms of one value\n\
             help: write the outer one long: `Fn::Base64: !Sub …`",
        ),
        (
            "A: [!Ref !Fn::Sub x]",
            "1:5: `!Ref` and `!Fn::Sub` are two short forms of one value\n\
             help: write the outer one long: `Ref: !Fn::Sub …`",
        ),
    ]);
}

#[test]
fn short_forms_in_the_notation_of_full_names() {
    check(&[
        (
            "A: !<!Ref> b",
            "1:4: `!<!Ref>` is no short form of a function\nhelp: write `!Ref`",
        ),
        (
            "!<!Sub>\n- b",
            "1:1: `!<!Sub>` is no short form of a function\nhelp: write `!Sub`",
        ),
        (
            "!<!If> a: b",
            "1:1: `!<!If>` is no short form of a function\nhelp: write `!If`",
        ),
        (
            "A: !Foo!bar b",
            "1:4: `!Foo!bar` is no short form of a function\n\
             help: write a function as `!Name`, and put text that starts with `!` in quotes",
        ),
    ]);
}

#[test]
fn colons_without_a_blank() {
    let missing = |place: &str, word: &str, written: &str| {
        format!(
            "{place}: `{word}` is one word: no blank follows its colon\nhelp: write `{written}`"
        )
    };
    for (text, place) in [
        ("R:\n  Type:String\n  B: c", "2:3"),
        ("R:\n  B: c\n  Type:String", "3:3"),
        ("R:\n  B: c\n  Type:String\n", "3:3"),
        ("- Type:String\n  B: c", "1:3"),
        ("R:\n  # c\n\n  Type:String\n\n  # d\n  B: c", "4:3"),
        ("B:\r\n  c: d\r\n  Type:String\r\n  e: f\r\n", "3:3"),
    ] {
        assert_eq!(
            error(text),
            missing(place, "Type:String", "Type: String"),
            "{text:?}"
        );
    }
    check(&[
        (
            "Key: value\nanother line\nthird: x",
            "2:1: `another line` is no name: no `:` follows it\n\
             help: add a colon, or indent it deeper if it belongs to the text before it",
        ),
        (
            "T:\n  -Key: a\n   Value: b",
            "2:3: `-Key: a` is one word: no blank follows its dash\nhelp: write `- Key: a`",
        ),
    ]);
}

#[test]
fn quotes_without_an_end() {
    check(&[
        (
            "A: \"abc\nB: c",
            "1:4: the text in quotes that starts here has no end\nhelp: add `\"` where it ends",
        ),
        (
            "A: 'abc\nB: c\nC: 'd'",
            "1:4: the text in quotes that starts here ends only on line 3\nhelp: add `'` where it ends",
        ),
        (
            "A: !Sub \"a${b}\nB: \"c\"\nD: e",
            "1:9: the text in quotes that starts here ends only on line 2\nhelp: add `\"` where it ends",
        ),
        (
            "a: \"C:/dir\\\"",
            "1:4: the text in quotes that starts here has no end\n\
             help: `\\\"` does not end the text: write a backslash as `\\\\`, or use single quotes",
        ),
        (
            "A: 'it's'",
            "1:8: `s'` stands behind the end of a text in quotes\n\
             help: use double quotes for text with `'`: `\"it's\"`",
        ),
        (
            "A: \"say \"hi\"\"",
            "1:10: `hi\"\"` stands behind the end of a text in quotes\n\
             help: use single quotes for text with `\"`: `'say \"hi\"'`",
        ),
        (
            "A: \"x\" y",
            "1:8: `y` stands behind the end of a text in quotes\nhelp: put the whole text in one pair of quotes",
        ),
        (
            "{\"a\": \"b\" \"c\": \"d\"}",
            "1:11: `\"c\": \"d\"` stands behind the end of a text in quotes\nhelp: put a comma between the two",
        ),
    ]);
}

#[test]
fn backslashes_in_double_quotes() {
    for (text, place, sequence) in [
        ("A: \"\\d\"", "1:5", "\\d"),
        ("A: \"\\n\\\\ C:\\Users\"", "1:12", "\\U"),
        ("A: \"\\x41\\x1\"", "1:9", "\\x1"),
        ("A: \"\\ud83d\\ude00\\ud83d\"", "1:17", "\\ud83d"),
        ("A: \"a\n  \\s\"", "2:3", "\\s"),
    ] {
        let expected = format!(
            "{place}: `{sequence}` is no escape sequence of YAML\n\
             help: write a backslash as `\\\\`, or use single quotes"
        );
        assert_eq!(error(text), expected, "{text:?}");
    }
}

#[test]
fn indentation_that_is_off() {
    let misplaced = |place: &str, count: &str, help: &str| {
        format!(
            "{place}: this line is indented by {count}, which fits nothing above it\nhelp: {help}"
        )
    };
    for (text, place, count, help) in [
        (
            "R:\n  A:\n    T: x\n   B: c",
            "4:4",
            "3 columns",
            "indent it by 4 like `T` above, or by 2 like `A` above",
        ),
        (
            "R:\n   A:\n    T: x\n  B: c",
            "4:3",
            "2 columns",
            "indent it by 3 like `A` above, or by 0 like `R` above",
        ),
        (
            "T:\n  - Key: a\n   Value: b",
            "3:4",
            "3 columns",
            "indent it by 4 like `Key` above, or by 2 like `-` above",
        ),
        (
            "T:\n  - Key: a\n    Value: b\n - Key: c",
            "4:2",
            "1 column",
            "indent it by 2 like `-` above, or by 0 like `T` above",
        ),
        (
            "# c\n a: b\nc: d",
            "3:1",
            "0 columns",
            "indent it by 1 like `a` above",
        ),
    ] {
        assert_eq!(error(text), misplaced(place, count, help), "{text:?}");
    }
    let deeper = "this line is indented deeper than the one before it, which has a value already";
    for (text, place, help) in [
        (
            "R:\n  A:\n    T: x\n     B: c",
            "4:6",
            "indent it by 4 like `T` above",
        ),
        (
            "T:\n  - Key: a\n     Value: b",
            "3:6",
            "indent it by 4 like `Key` above",
        ),
        (
            "A: a\n  # c\n  b: c",
            "3:3",
            "indent it by 0 like `A` above",
        ),
        ("A: 'a'\n  b", "2:3", "indent it by 0 like `A` above"),
    ] {
        assert_eq!(
            error(text),
            format!("{place}: {deeper}\nhelp: {help}"),
            "{text:?}"
        );
    }
    check(&[
        (
            "T:\n  Key: a\n  - b",
            "3:3: an item of a list stands among the members of an object\n\
             help: indent it below the name of the list, or remove the `-`",
        ),
        (
            "T:\n  - a\n  Key: b",
            "3:3: a member of an object stands among the items of a list\n\
             help: indent it like the name after the `-` above, or add a `-`",
        ),
        (
            "A: - b",
            "1:4: a list cannot start on the line of a name\n\
             help: start it on a line of its own, or put text that starts with `- ` in quotes",
        ),
    ]);
}

#[test]
fn tabs_among_blanks_that_count() {
    for (text, place) in [
        ("A:\n\tB: c", "2:1"),
        ("A:\n  B: c\n\tD: e", "3:1"),
        ("A:\n  B: c\n  \tD: e", "3:3"),
        ("A: |\n\tb", "2:1"),
        ("A:\r\n\tB: c", "2:1"),
    ] {
        let expected =
            format!("{place}: a tab stands where YAML wants spaces\nhelp: indent with spaces");
        assert_eq!(error(text), expected, "{text:?}");
    }
}

#[test]
fn brackets_that_do_not_close() {
    check(&[
        ("A: [a, b", "1:4: the `[` here is not closed\nhelp: add `]`"),
        (
            "A: [a, b}",
            "1:4: the `[` here is closed by `}`\nhelp: close it by `]`",
        ),
        (
            "A: {a: b\nB: c",
            "2:2: `,` or `}` is due here\nhelp: close the `{` of 1:4 before this line",
        ),
        (
            "A: !GetAtt [b, c\nB: d",
            "2:2: `,` or `]` is due here\nhelp: close the `[` of 1:12 before this line",
        ),
        (
            "A: {a: b c: d}",
            "1:11: `,` or `}` is due here\nhelp: put text that contains `: ` in quotes",
        ),
        (
            "B: }",
            "1:4: `}` closes nothing here\nhelp: put text that starts with `}` in quotes: `'}'`",
        ),
        (
            "{\n  \"a\": 1,\n}\nx",
            "4:1: the document has ended before this place\n\
             help: check the indentation, and that nothing follows the last bracket",
        ),
    ]);
}

#[test]
fn documents_and_their_first_lines() {
    check(&[
        (
            "a: 1\n---\nb: 2",
            "2:1: a second document starts here\nhelp: put each document in a file of its own",
        ),
        (
            "%YAML 2.0\n---\na: b",
            "1:1: CloudFormation does not read the version of `%YAML 2.0`\n\
             help: remove the line: YAML 1.1 is read",
        ),
        (
            "%YAML 1.1\na: b",
            "2:1: the lines that start with `%` have to end with `---`\nhelp: remove them",
        ),
        (
            "%YAML x\n---\na: b",
            "1:1: `%YAML x` is no instruction that a reader of YAML knows\nhelp: remove the line",
        ),
        (
            "%A: b",
            "1:1: a line that starts with `%` is an instruction to the reader\nhelp: put the name in quotes",
        ),
        (
            "a: 'x\n--- y'",
            "1:4: the text in quotes that starts here has a line `---` or `...`, which ends the document\n\
             help: indent that line, or add the closing quotation mark before it",
        ),
    ]);
    for version in ["1.1", "1.2"] {
        assert_eq!(
            super::json(&format!("%YAML {version}\n---\na: b")),
            r#"{"a":"b"}"#
        );
    }
}

#[test]
fn places_are_those_of_an_editor_whatever_ends_the_lines() {
    for end in ["\n", "\r", "\r\n"] {
        let text = ["# é", "ä: [ö,", "  @]"].join(end);
        assert!(error(&text).starts_with("3:3: "), "{text:?}");
    }
    assert!(error("\u{feff}a: @").starts_with("1:4: "));
}

#[test]
fn what_is_shown_is_short_and_has_no_control_characters() {
    let long = error(&format!("a: @{}\u{85}x\n", "é".repeat(10_000)));
    assert!(long.len() < 500 && !long.contains('\u{85}'), "{long}");
}
