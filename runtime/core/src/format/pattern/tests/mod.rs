//! Patterns against the reference: an engine that implements all of ECMA-262, and has no limit.

mod generate;
mod hostile;
mod published;
mod random;

use std::collections::BTreeSet;

use self::generate::Generator;
use super::node::Node;
use super::{compile, matcher, parse};

/// The reference's regular expression, read as JSON Schema asks: with the flag `u` where possible.
fn reference(expression: &str) -> Option<regress::Regex> {
    let expression = &anchored(expression);
    regress::Regex::with_flags(expression, "u")
        .or_else(|_| regress::Regex::new(expression))
        .ok()
}

/// The pattern with `^` and `$` for the ends of the text as other dialects write them: the reference would take
/// them for capital letters.
fn anchored(expression: &str) -> String {
    let mut out = String::new();
    let (mut letters, mut in_class) = (expression.chars(), false);
    while let Some(letter) = letters.next() {
        if letter != '\\' {
            in_class = letter == '[' || in_class && letter != ']';
            out.push(letter);
            continue;
        }
        match letters.next() {
            Some('A') if !in_class => out.push('^'),
            Some('Z' | 'z') if !in_class => out.push('$'),
            Some(escaped) => out.extend(['\\', escaped]),
            None => out.push('\\'),
        }
    }
    out
}

/// Groups repeated without end within one another; the reference takes exponential time on two.
fn nesting(node: &Node) -> u32 {
    match node {
        Node::Sequence(parts) | Node::Choice(parts) => parts.iter().map(nesting).max().unwrap_or(0),
        Node::Repeat { body, most, .. } => {
            nesting(body) + u32::from(most.is_none_or(|most| most > 8))
        }
        Node::Look { body, .. } => nesting(body),
        _ => 0,
    }
}

/// Texts that match, texts that nearly match, and texts that any pattern should be asked about.
fn texts(expression: &str, count: usize) -> BTreeSet<String> {
    let mut texts: BTreeSet<String> = [
        "", "a", "A1", "-", "\n", "a\n", "é", "語", "🙂", " ", "::", "\u{2028}",
    ]
    .map(str::to_owned)
    .into();
    let Ok(node) = parse::parse(expression) else {
        return texts;
    };
    let longest = if nesting(&node) > 1 { 18 } else { 120 };
    let mut generator = Generator::new(expression);
    for _ in 0..count {
        let text: String = generator.text(&node).chars().take(longest).collect();
        texts.insert(generator.mutated(&text));
        texts.insert(generator.mutated(&text));
        texts.insert(format!("{text}\n"));
        texts.insert(format!("x{text}"));
        texts.insert(text);
    }
    texts
}

/// The texts on which the matcher and the reference differ, with and without notes.
fn differences(expression: &str, count: usize) -> (usize, Vec<String>) {
    let (Ok(program), Some(reference)) = (compile(expression), reference(expression)) else {
        return (0, Vec::new());
    };
    let texts = texts(expression, count);
    let differs = |text: &&String| {
        let expected = Some(reference.find(text).is_some());
        matcher::is_match(&program, text) != expected
            || matcher::is_match_trying(&program, text) != expected
            || matcher::is_match_noting(&program, text) != expected
    };
    let different = texts.iter().filter(differs).cloned().collect();
    (texts.len(), different)
}

/// One of each kind of thing that published patterns are made of, and some that none has.
const SHAPES: &[&str] = &[
    "",
    "a",
    "^$",
    "^a*$",
    "[a-z]+",
    "^[a-zA-Z0-9-_]{1,64}$",
    "^arn:aws[a-z-]*:iam::\\d{12}:role/.+$",
    "arn:.+:.+:.+",
    "^arn:(aws|aws-cn|aws-us-gov):[^:]*:[^:]*:(\\d{12})?:(.+)$",
    "^method\\.response\\.header\\.[!#$%&'*+\\-.^_`|~0-9A-Za-z]+$",
    "^(?!aws:)[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*$",
    "^(?=.{3,8}$)[a-z]+(-[a-z]+)*$",
    "^(?!.*--)[a-z-]+(?<!-)$",
    "(?<=a|bc)d",
    "(?<!ab{1,2})c",
    "(?<=^a*)b",
    "(?<=(?=b)[ab]+)c",
    "(?=(a+)+b)a",
    "(?:(?=a)|(?=b))[abc]+$",
    "^((?!ab).)*$",
    "(a|b)*abb$",
    "^(a|ab)(c|bcd)(d*)$",
    "(a|a)*b",
    "(a*)*b",
    "(a*)+$",
    "^(a+){2,3}$",
    "^(a?){3}b$",
    "^(?:a|b?){2,}c$",
    "^(?:){3}(?:|a)*$",
    "^(([a-z])+.)+[A-Z]([a-z])+$",
    "a{2,3}b{2}|c{0}d",
    "^a??b+?c*?$",
    "^[^]$",
    "[]",
    "^[^a-z\\d]+$",
    "^[\\s\\S]$",
    "^[\\w.-]+$",
    "^[\\w-.]+$",
    "^[+--]+$",
    "^\\.\\/\\-\\_\\ $",
    "^[\\u0020-\\uD7FF\\uE000-\\uFFFD\\uD800\\uDC00-\\uDBFF\\uDFFF\\r\\n\\t]*$",
    "^\\u{1F642}\\ud83d\\ude42?$",
    "^\\x41\\cJ\\0\\t$",
    "\\bfoo\\b|\\Bo",
    "^.{0,3}x?.$",
    "^{a}]$",
    "a{,2}",
    "x{1",
    "^\\a\\e\\8\\101\\c$",
    "[\\c_\\b\\1]",
    "(?=a)*b",
    "(?<name>a)+b",
    "^é+[à-ÿ]?語*$",
    "^\\P{Lu}\\p{gc=Nd}$",
    "(foo|fo)(o|bar)(?!x)$",
    "^(?:https?|s3)://[^/?#]+(?:/[^?#]*)?(\\?.*)?$",
    "((25[0-5]|(2[0-4]|1\\d|[1-9]|)\\d)\\.?\\b){4}",
];

#[test]
fn every_shape_is_judged_as_by_the_reference() {
    for expression in SHAPES {
        assert!(compile(expression).is_ok(), "{expression} is not read");
        assert!(
            reference(expression).is_some(),
            "{expression} is no pattern"
        );
        let (texts, different) = differences(expression, 30);
        assert!(texts > 12, "{expression} is tried on {texts} texts only");
        assert!(
            different.is_empty(),
            "{expression} differs on {different:?}"
        );
    }
}

#[test]
fn generated_texts_match() {
    for expression in ["^[a-z]{2,3}-(x|yz)+$", "^a\\d{12}$", "^(\\p{L}|_)+$"] {
        let program = compile(expression).unwrap();
        let node = parse::parse(expression).unwrap();
        let mut generator = Generator::new(expression);
        for _ in 0..20 {
            let text = generator.text(&node);
            assert_eq!(matcher::is_match(&program, &text), Some(true), "{text}");
        }
    }
}
