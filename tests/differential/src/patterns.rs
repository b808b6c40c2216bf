//! Text that matches a pattern, or nearly.

use regex_syntax::hir::{Class, Hir, HirKind};

use crate::random::Random;

/// Text for patterns that look around, and for none at all.
const TYPICAL: [&str; 12] = [
    "a",
    "abc",
    "name-1",
    "Some text",
    "arn:aws:iam::123456789012:role/name",
    "arn:aws:kms:eu-west-1:123456789012:key/11111111-2222-3333-4444-555555555555",
    "https://example.com/path",
    "10.0.0.0/16",
    "2030-01-31T12:00:00Z",
    "123456789012",
    "subnet-0123456789abcdef0",
    "ÄÖ 日本 😀",
];

/// Text that most likely matches.
pub(crate) fn matching(pattern: &str, random: &mut Random) -> String {
    let Ok(hir) = regex_syntax::parse(pattern) else {
        return typical(random);
    };
    let mut text = String::new();
    write(&hir, &mut text, random);
    text
}

pub(crate) fn typical(random: &mut Random) -> String {
    random
        .choose(&TYPICAL)
        .copied()
        .unwrap_or_default()
        .to_owned()
}

/// Patterns are nested as deep as the parser of patterns allows.
fn write(hir: &Hir, text: &mut String, random: &mut Random) {
    match hir.kind() {
        HirKind::Empty | HirKind::Look(_) => {}
        HirKind::Literal(literal) => text.push_str(&String::from_utf8_lossy(&literal.0)),
        HirKind::Class(class) => text.extend(member(class, random)),
        HirKind::Repetition(repetition) => {
            let least = repetition.min.min(2000);
            let most = repetition.max.unwrap_or(least + 8).clamp(least, least + 8);
            let spread = usize::try_from(most - least).unwrap_or(0);
            let times = usize::try_from(least).unwrap_or(0) + random.below(spread + 1);
            for _ in 0..times {
                write(&repetition.sub, text, random);
            }
        }
        HirKind::Capture(capture) => write(&capture.sub, text, random),
        HirKind::Concat(parts) => {
            for part in parts {
                write(part, text, random);
            }
        }
        HirKind::Alternation(parts) => {
            if let Some(part) = random.choose(parts) {
                write(part, text, random);
            }
        }
    }
}

/// A character of a class, mostly one that is found in templates.
fn member(class: &Class, random: &mut Random) -> Option<char> {
    let Class::Unicode(class) = class else {
        return None;
    };
    let plain: Vec<char> = (' '..='~')
        .filter(|c| {
            class
                .iter()
                .any(|range| (range.start()..=range.end()).contains(c))
        })
        .collect();
    if !plain.is_empty() && random.chance(95) {
        return random.choose(&plain).copied();
    }
    let range = random.choose(class.ranges())?;
    Some(if random.chance(50) {
        range.start()
    } else {
        range.end()
    })
}
