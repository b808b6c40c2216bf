//! Schemas of the catalog with one thing changed in each: the second comparison finds it in the report.

use formwork_specs::{bundled, diff};
use formwork_tests::compare::{Source, check, differences};
use formwork_tests::dice::Dice;
use serde_json::Value;

/// One type of so many is changed; `FORMWORK_ALL=1` changes every one.
const EVERY: usize = 9;

/// The pointers to what can be changed: keywords of schemas that are reached from the properties.
fn places(value: &Value, pointer: &str, into: &mut Vec<String>) {
    const KEYWORDS: [&str; 15] = [
        "minLength",
        "maxLength",
        "minimum",
        "maximum",
        "minItems",
        "maxItems",
        "pattern",
        "enum",
        "required",
        "uniqueItems",
        "insertionOrder",
        "format",
        "oneOf",
        "anyOf",
        "type",
    ];
    let escaped = |key: &str| key.replace('~', "~0").replace('/', "~1");
    match value {
        Value::Object(members) => {
            for (key, member) in members {
                let below = format!("{pointer}/{}", escaped(key));
                let is_name = pointer.ends_with("/properties");
                if is_name || KEYWORDS.contains(&key.as_str()) {
                    into.push(below.clone());
                }
                places(member, &below, into);
            }
        }
        Value::Array(elements) => {
            for (at, element) in elements.iter().enumerate() {
                places(element, &format!("{pointer}/{at}"), into);
            }
        }
        _ => {}
    }
}

/// Changes what stands there into something else of its kind, or takes it away.
fn change(root: &mut Value, pointer: &str, dice: &mut Dice) {
    let (above, key) = pointer.rsplit_once('/').unwrap();
    let key = key.replace("~1", "/").replace("~0", "~");
    let value = root.pointer_mut(pointer).unwrap();
    let goes = match value {
        Value::Number(number) => {
            *value = match number.as_u64() {
                Some(whole) => (whole + 7).into(),
                None => (number.as_f64().unwrap_or_default().abs() + 7.5).into(),
            };
            false
        }
        Value::Bool(flag) => {
            *flag = !*flag;
            false
        }
        Value::String(text) if key == "type" => {
            let other = if text == "string" {
                "integer"
            } else {
                "string"
            };
            other.clone_into(text);
            false
        }
        Value::String(text) if dice.below(2) == 0 => {
            text.push('x');
            false
        }
        Value::Array(elements) if elements.len() > 1 => {
            elements.remove(dice.below(elements.len()));
            false
        }
        Value::Object(_) | Value::String(_) | Value::Array(_) | Value::Null => true,
    };
    if goes && let Some(Value::Object(members)) = root.pointer_mut(above) {
        members.remove(&key);
    }
}

#[test]
fn what_is_changed_somewhere_in_a_published_schema_is_told() {
    let every = if std::env::var_os("FORMWORK_ALL").is_some() {
        1
    } else {
        EVERY
    };
    let mut dice = Dice(7);
    let (mut found, mut wrong) = (0, Vec::new());
    for name in bundled::names().step_by(every) {
        let text = bundled::find(name).unwrap();
        let old: Value = serde_json::from_str(text).unwrap();
        let mut all = Vec::new();
        for part in ["properties", "definitions"] {
            places(&old[part], &format!("/{part}"), &mut all);
        }
        if all.is_empty() {
            continue;
        }
        let pointer = &all[dice.below(all.len())];
        let mut new = old.clone();
        change(&mut new, pointer, &mut dice);
        let texts = [old.to_string(), new.to_string()];
        let models = texts
            .each_ref()
            .map(|text| formwork_specs::read(text.as_bytes()));
        // A change may make of a good schema one that no reader takes.
        let [Ok(before), Ok(after)] = models else {
            continue;
        };
        let sources = texts.each_ref().map(|text| {
            let mut source = Source::default();
            source.add(text).unwrap();
            source
        });
        let [one, other] = &sources;
        for (old, new, before, after) in
            [(one, other, &before, &after), (other, one, &after, &before)]
        {
            let raw = differences(old, new);
            found += usize::from(!raw.is_empty());
            let report = diff::specifications(&before.resources, &after.resources);
            let told = check(raw, &report.changes);
            let missed = told.missed.iter().map(|one| format!("{pointer}: {one}"));
            wrong.extend(missed);
        }
    }
    assert!(found > 100, "{found}");
    assert!(
        wrong.is_empty(),
        "{} missed\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}
