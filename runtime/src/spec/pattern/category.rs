//! The general categories of Unicode, for `\p{…}`.

use std::sync::OnceLock;

/// One line for each run of code points of one category, in order: the first code point in
/// hexadecimal digits, a blank, the category. What a line does not end, the next one does.
///
/// Source: `General_Category` of the Unicode Character Database, version 17.
const RUNS: &str = include_str!("categories.txt");

/// The ranges of the characters of a category, or of a group of categories, by its short or long
/// name; none if there is no such category.
pub(super) fn ranges(name: &str) -> Option<Vec<(u32, u32)>> {
    let name = name
        .strip_prefix("General_Category=")
        .or_else(|| name.strip_prefix("gc="))
        .unwrap_or(name);
    match name {
        "Any" => return Some(vec![(0, 0x10_FFFF)]),
        "ASCII" => return Some(vec![(0, 0x7F)]),
        "Assigned" => return Some(select(|category| category != "Cn")),
        "LC" | "Cased_Letter" => {
            return Some(select(|category| matches!(category, "Lu" | "Ll" | "Lt")));
        }
        _ => {}
    }
    let known = NAMES
        .iter()
        .find(|(short, long)| name == *short || name == *long);
    let (short, _) = known?;
    Some(select(|category| category.starts_with(short)))
}

fn select(wanted: impl Fn(&str) -> bool) -> Vec<(u32, u32)> {
    static TABLE: OnceLock<Vec<(u32, &str)>> = OnceLock::new();
    let table = TABLE.get_or_init(|| {
        let line = |line: &'static str| {
            let (first, category) = line.split_once(' ')?;
            Some((u32::from_str_radix(first, 16).ok()?, category))
        };
        RUNS.lines().filter_map(line).collect()
    });
    let next = table.iter().skip(1).map(|(first, _)| *first);
    let ends = next.chain([0x11_0000]);
    let runs = table.iter().zip(ends);
    runs.filter(|((_, category), _)| wanted(category))
        .map(|((first, _), end)| (*first, end - 1))
        .collect()
}

/// The short names, which begin with those of their groups, and the long ones.
const NAMES: &[(&str, &str)] = &[
    ("L", "Letter"),
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
