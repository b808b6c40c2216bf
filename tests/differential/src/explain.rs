//! Differences that are meant, each with its reason.

use formwork::Rule;
use serde_json::Value;

use crate::reference::Problems;

/// A difference that is meant: what it is called, why, and what the other validator would have said if it
/// meant the same.
pub(crate) struct Explanation {
    pub(crate) name: &'static str,
    pub(crate) reason: &'static str,
    adjust: fn(&Answers<'_>) -> Problems,
}

/// What both say of a document.
pub(crate) struct Answers<'d> {
    pub(crate) document: &'d Value,
    pub(crate) ours: Problems,
    pub(crate) theirs: Problems,
}

/// Every difference that is meant. Each turns what the other validator says into what we would say.
pub(crate) const EXPLANATIONS: [Explanation; 5] = [
    Explanation {
        name: "key as pattern",
        reason: "a key of a map that no pattern matches breaks the pattern, which says more than that it is \
                 unknown",
        adjust: key_as_pattern,
    },
    Explanation {
        name: "null",
        reason: "CloudFormation refuses `null` wherever it stands, so it is a wrong type and nothing else",
        adjust: null,
    },
    Explanation {
        name: "wrong type only",
        reason: "the limits beside a type say nothing of values of other types",
        adjust: wrong_type_only,
    },
    Explanation {
        name: "exact numbers",
        reason: "large numbers that one double stands for are told apart",
        adjust: exact_numbers,
    },
    Explanation {
        name: "words are ASCII",
        reason: "`\\w` and `\\d` are letters and digits of ASCII in the dialect of the specifications; \
                 `jsonschema` forgets it in patterns that look around",
        adjust: words_are_ascii,
    },
];

/// What is demanded on purpose though the published file does not say it.
pub(crate) struct Mended {
    pub(crate) name: &'static str,
    pub(crate) reason: &'static str,
    /// The rule that only such a demand breaks.
    rule: Rule,
}

/// Everything that is demanded without the file. Each mistake of a file is a warning of its reader.
pub(crate) const MENDED: [Mended; 3] = [
    Mended {
        name: "closed objects",
        reason: "an object with named members, or a pattern for their names, takes no others if its file forgets \
                 to say so",
        rule: Rule::UnknownProperty,
    },
    Mended {
        name: "lists",
        reason: "`minLength` of a list means `minItems`",
        rule: Rule::Items,
    },
    Mended {
        name: "maps",
        reason: "`maxItems` of a map means `maxProperties`",
        rule: Rule::Properties,
    },
];

/// What the file demands, or the struct, that is not said of the document: its name and the reason.
pub(crate) const NOT_SAID: [(&str, &str); 2] = [REFERENCE_WINS, WHOLE_NUMBERS];

/// Of documents that a file refuses.
pub(crate) const REFERENCE_WINS: (&str, &str) = (
    "the reference wins",
    "a file that says of a property that it is an object, and refers to a text, would take no value at all",
);

/// Of structs that `serde` filled.
pub(crate) const WHOLE_NUMBERS: (&str, &str) = (
    "whole numbers",
    "`serde` hands a double over without its digits, so that `2.0` is `2` where a text is due",
);

/// Whether all that a file finds wrong is the type of properties that refer to another type.
pub(crate) fn is_reference_to_another_type(file: &Value, published: &Problems) -> bool {
    let contradicts = |path: &str| {
        let name = path.rsplit('/').next().unwrap_or_default();
        let property = file.pointer("/properties").and_then(|all| all.get(name));
        property.is_some_and(|one| one.get("$ref").is_some() && one.get("type").is_some())
    };
    let is_one = |(path, rule): &(String, Rule)| *rule == Rule::Type && contradicts(path);
    !published.is_empty() && published.iter().all(is_one)
}

/// Whether a document has a double that is a whole number.
pub(crate) fn has_whole_double(document: &Value) -> bool {
    match document {
        Value::Number(number) => {
            number.is_f64() && number.as_f64().is_some_and(|value| value.fract() == 0.0)
        }
        Value::Array(items) => items.iter().any(has_whole_double),
        Value::Object(members) => members.values().any(has_whole_double),
        Value::Null | Value::Bool(_) | Value::String(_) => false,
    }
}

/// By which of these a document is wrong of which the file says nothing; none if it is wrong by more.
pub(crate) fn mended(problems: &Problems) -> Option<Vec<&'static str>> {
    let mended = |rule: Rule| MENDED.iter().find(|mended| mended.rule == rule);
    let names = problems.iter().map(|(_, rule)| Some(mended(*rule)?.name));
    names.collect()
}

/// The names of the explanations that together turn one answer into the other; none if they do not.
pub(crate) fn explained(mut answers: Answers<'_>) -> Option<Vec<&'static str>> {
    let mut used = Vec::new();
    for explanation in &EXPLANATIONS {
        if answers.ours == answers.theirs {
            break;
        }
        let adjusted = (explanation.adjust)(&answers);
        if adjusted != answers.theirs {
            used.push(explanation.name);
            answers.theirs = adjusted;
        }
    }
    (answers.ours == answers.theirs).then_some(used)
}

fn key_as_pattern(answers: &Answers<'_>) -> Problems {
    let renamed = answers.theirs.iter().map(|(path, rule)| {
        let is_pattern = answers.ours.contains(&(path.clone(), Rule::Pattern));
        let is_key = *rule == Rule::UnknownProperty && is_pattern;
        (path.clone(), if is_key { Rule::Pattern } else { *rule })
    });
    renamed.collect()
}

fn null(answers: &Answers<'_>) -> Problems {
    let is_null = |path: &str| answers.document.pointer(path).is_some_and(Value::is_null);
    let mut theirs = answers.theirs.clone();
    theirs.retain(|(path, rule)| !is_null(path) || *rule == Rule::UnknownProperty);
    let ours = answers.ours.iter();
    theirs.extend(
        ours.filter(|(path, rule)| is_null(path) && *rule == Rule::Type)
            .cloned(),
    );
    theirs
}

fn wrong_type_only(answers: &Answers<'_>) -> Problems {
    let is_wrong = |path: &str| {
        let problem = (path.to_owned(), Rule::Type);
        answers.ours.contains(&problem) && answers.theirs.contains(&problem)
    };
    let mut theirs = answers.theirs.clone();
    theirs.retain(|problem| answers.ours.contains(problem) || !is_wrong(&problem.0));
    theirs
}

fn exact_numbers(answers: &Answers<'_>) -> Problems {
    let is_large = |path: &str| {
        let number = answers.document.pointer(path).and_then(Value::as_f64);
        number.is_some_and(|number| number.abs() > 9_007_199_254_740_992.0)
    };
    with_ours(answers, Rule::Range, is_large)
}

fn words_are_ascii(answers: &Answers<'_>) -> Problems {
    let is_foreign = |path: &str| {
        let text = answers.document.pointer(path).and_then(Value::as_str);
        text.is_some_and(|text| !text.is_ascii())
    };
    with_ours(answers, Rule::Pattern, is_foreign)
}

/// What the other says, and what we say of one rule at certain places.
fn with_ours(answers: &Answers<'_>, rule: Rule, is_meant: impl Fn(&str) -> bool) -> Problems {
    let mut theirs = answers.theirs.clone();
    let ours = answers.ours.iter();
    theirs.extend(
        ours.filter(|(path, own)| *own == rule && is_meant(path))
            .cloned(),
    );
    theirs
}
