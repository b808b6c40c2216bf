//! The general categories of Unicode, for `\p{…}`.

use std::sync::OnceLock;

/// One line for each run of code points of one category, in order: the first code point in
/// hexadecimal digits, a blank, the category. What a line does not end, the next one does.
///
/// Source: `General_Category` of the Unicode Character Database, version 17.
const RUNS: &str = include_str!("categories.txt");

/// Code points from the first to the last, both included.
type Range = (u32, u32);

/// The sorted ranges of the characters of a category, or of a group of categories, by its short or
/// long name; none if there is no such category.
pub(super) fn ranges(name: &str) -> Option<&'static [Range]> {
    static KNOWN: [OnceLock<Vec<Range>>; NAMES.len()] = [const { OnceLock::new() }; NAMES.len()];
    let name = name
        .strip_prefix("General_Category=")
        .or_else(|| name.strip_prefix("gc="))
        .unwrap_or(name);
    match name {
        "Any" => return Some(&[(0, 0x10_FFFF)]),
        "ASCII" => return Some(&[(0, 0x7F)]),
        _ => {}
    }
    let is_name = |(short, long): &(&str, &str)| name == *short || name == *long;
    let at = NAMES.iter().position(is_name)?;
    let (short, _) = NAMES.get(at)?;
    Some(KNOWN.get(at)?.get_or_init(|| select(short)))
}

/// The ranges of all categories that the short name stands for.
fn select(short: &str) -> Vec<Range> {
    let mut ranges: Vec<Range> = Vec::new();
    let mut begun = None;
    for line in RUNS.lines() {
        let Some((first, category)) = line.split_once(' ') else {
            continue;
        };
        let wanted = match short {
            "Assigned" => category != "Cn",
            "LC" => matches!(category, "Lu" | "Ll" | "Lt"),
            short => category.starts_with(short),
        };
        if wanted == begun.is_some() {
            continue;
        }
        let first = u32::from_str_radix(first, 16).unwrap_or_default();
        begun = match begun {
            None => Some(first),
            Some(start) => {
                ranges.push((start, first.saturating_sub(1)));
                None
            }
        };
    }
    ranges.extend(begun.map(|start| (start, 0x10_FFFF)));
    ranges
}

/// The short names, which begin with those of their groups, and the long ones.
const NAMES: &[(&str, &str)] = &[
    ("L", "Letter"),
    ("LC", "Cased_Letter"),
    ("Lu", "Uppercase_Letter"),
    ("Ll", "Lowercase_Letter"),
    ("Lt", "Titlecase_Letter"),
    ("Lm", "Modifier_Letter"),
    ("Lo", "Other_Letter"),
    ("M", "Mark"),
    ("M", "Combining_Mark"),
    ("Mn", "Nonspacing_Mark"),
    ("Mc", "Spacing_Mark"),
    ("Me", "Enclosing_Mark"),
    ("N", "Number"),
    ("Nd", "Decimal_Number"),
    ("Nd", "digit"),
    ("Nl", "Letter_Number"),
    ("No", "Other_Number"),
    ("P", "Punctuation"),
    ("P", "punct"),
    ("Pc", "Connector_Punctuation"),
    ("Pd", "Dash_Punctuation"),
    ("Ps", "Open_Punctuation"),
    ("Pe", "Close_Punctuation"),
    ("Pi", "Initial_Punctuation"),
    ("Pf", "Final_Punctuation"),
    ("Po", "Other_Punctuation"),
    ("S", "Symbol"),
    ("Sm", "Math_Symbol"),
    ("Sc", "Currency_Symbol"),
    ("Sk", "Modifier_Symbol"),
    ("So", "Other_Symbol"),
    ("Z", "Separator"),
    ("Zs", "Space_Separator"),
    ("Zl", "Line_Separator"),
    ("Zp", "Paragraph_Separator"),
    ("C", "Other"),
    ("Cc", "Control"),
    ("Cc", "cntrl"),
    ("Cf", "Format"),
    ("Cs", "Surrogate"),
    ("Co", "Private_Use"),
    ("Cn", "Unassigned"),
    ("Assigned", "Assigned"),
];

#[cfg(test)]
mod tests {
    use super::*;

    fn holds(name: &str, letter: char) -> Option<bool> {
        let code = u32::from(letter);
        let ranges = ranges(name)?;
        Some(
            ranges
                .iter()
                .any(|&(first, last)| (first..=last).contains(&code)),
        )
    }

    #[test]
    fn categories_and_their_groups() {
        assert_eq!(holds("L", 'é'), Some(true));
        assert_eq!(holds("Letter", '語'), Some(true));
        assert_eq!(holds("gc=Lu", 'É'), Some(true));
        assert_eq!(holds("Lu", 'é'), Some(false));
        assert_eq!(holds("N", '½'), Some(true));
        assert_eq!(holds("Zs", '\u{3000}'), Some(true));
        assert_eq!(holds("S", '🙂'), Some(true));
        assert_eq!(holds("General_Category=Co", '\u{10_FFFD}'), Some(true));
        assert_eq!(holds("Any", '\u{10_FFFF}'), Some(true));
        assert_eq!(holds("Cn", '\u{10_FFFF}'), Some(true));
        assert_eq!(holds("Assigned", '\u{10_FFFF}'), Some(false));
        assert_eq!(holds("LC", 'ǅ'), Some(true));
        assert_eq!(holds("LC", '語'), Some(false));
        assert_eq!(holds("Print", 'a'), None);
        assert_eq!(holds("l", 'a'), None);
    }

    #[test]
    fn the_runs_are_in_order_and_known() {
        let mut before = None;
        for line in RUNS.lines() {
            let (first, category) = line.split_once(' ').unwrap();
            let first = u32::from_str_radix(first, 16).unwrap();
            assert!(before < Some(first), "{line}");
            assert!(NAMES.iter().any(|(short, _)| *short == category), "{line}");
            before = Some(first);
        }
        assert_eq!(RUNS.lines().next(), Some("0 Cc"));
    }
}
