//! Numbers: written as they were read, and judged alike wherever they are held.

use formwork::{Json, Number, Resource, Value, Violations};

use crate::scalars::{Gauge, gauge};

fn read(text: &str) -> Gauge {
    Gauge::from_json(text).unwrap_or_else(|error| panic!("{text}\n{error}"))
}

fn written(gauge: &Gauge) -> String {
    gauge.to_json().split_whitespace().collect()
}

/// Place and message of what is wrong.
fn wrong(text: &str) -> Vec<String> {
    let describe = |violations: &Violations| -> Vec<String> {
        let one = |violation: &formwork::Violation| {
            let place = violation
                .location()
                .map_or_else(|| "nowhere".to_owned(), |place| place.to_string());
            format!("{place}: {}", violation.message())
        };
        violations.iter().map(one).collect()
    };
    let errors = describe(&Gauge::from_json(text).unwrap_err());
    assert_eq!(errors, describe(&Gauge::check_json(text)), "{text}");
    errors
}

#[test]
fn a_number_is_written_as_it_was_read() {
    for number in [
        "80",
        "80.0",
        "-0",
        "0",
        "-0.0",
        "0.5",
        "1.10",
        "1e3",
        "1E+3",
        "12345678901234567890",
        "9007199254740992",
        "9007199254740993",
        "0.1000000000000000055511151231257827",
        "1e300",
    ] {
        let text = format!(r#"{{"Threshold":{number}}}"#);
        let gauge = read(&text);
        assert_eq!(written(&gauge), text);
        let threshold = gauge.threshold.as_ref().unwrap();
        assert_eq!(
            threshold.as_literal(),
            number.parse().ok().as_ref(),
            "{number}"
        );
        assert!(threshold.is_literal() && !threshold.is_intrinsic());
        assert_eq!(threshold.as_intrinsic(), None);
        assert_eq!(threshold.to_json().to_string(), number);
        assert_eq!(threshold.clone().into_literal(), number.parse().ok());
        assert!(gauge.validate().is_ok());
        let tiers = format!(r#"{{"Tiers":[{{"Ratio":{number}}}]}}"#);
        assert_eq!(written(&read(&tiers)), tiers);
    }
}

#[test]
fn a_whole_double_made_in_memory_has_no_fraction() {
    for (value, text) in [
        (80.0, "80"),
        (0.5, "0.5"),
        (-0.0, "-0"),
        (1e15, "1000000000000000"),
        (1e300, "1e300"),
    ] {
        let gauge = Gauge::builder().threshold(value).build();
        assert_eq!(written(&gauge), format!(r#"{{"Threshold":{text}}}"#));
        let yaml = gauge.to_yaml();
        assert_eq!(yaml, format!("Threshold: {text}\n"));
        assert_eq!(Json::from(value).to_string(), text);
    }
    let gauge = Gauge::builder().threshold(80.0).build();
    assert_eq!(
        serde_json::to_string(&gauge).unwrap(),
        r#"{"Threshold":80}"#
    );
    assert_eq!(gauge.to_value().to_string(), r#"{"Threshold":80}"#);
    let tier = gauge::Tiers::builder().ratio(0.25).days(3).build();
    assert_eq!(
        written(&Gauge::builder().tiers([tier]).build()),
        r#"{"Tiers":[{"Days":3,"Ratio":0.25}]}"#
    );
}

#[test]
fn how_a_number_is_written_is_no_difference() {
    let (one, other) = (read(r#"{"Threshold":80.0}"#), read(r#"{"Threshold":80}"#));
    assert_eq!(one, other);
    assert_eq!(one.threshold, other.threshold);
    assert_eq!(one.threshold, Some(Value::from(80.0)));
    assert!(one.plan_update(&other).is_empty());
    assert_ne!(one, read(r#"{"Threshold":80.5}"#));
    assert_ne!(one.threshold, Some(Value::reference("Threshold")));
    let long = read(r#"{"Threshold":9007199254740993}"#).threshold;
    assert_ne!(long, Some(Value::from(9_007_199_254_740_992.0)));
    assert_eq!(long, long.clone());
    let changed = read(r#"{"Threshold":9007199254740993}"#)
        .plan_update(&read(r#"{"Threshold":9007199254740992}"#));
    assert_eq!(changed.changes().len(), 1);
}

#[test]
fn a_number_that_is_changed_forgets_how_it_was_written() {
    let mut gauge = read(r#"{"Threshold":80.0}"#);
    *gauge.threshold.as_mut().unwrap().as_literal_mut().unwrap() += 1.0;
    assert_eq!(written(&gauge), r#"{"Threshold":81}"#);
}

#[test]
fn numbers_in_text_are_read_as_numbers() {
    for (text, number) in [
        ("80", "80"),
        ("80.0", "80.0"),
        ("1e3", "1e3"),
        ("+2.5", "2.5"),
        ("007", "7"),
    ] {
        let gauge = read(&format!(r#"{{"Threshold":"{text}"}}"#));
        assert_eq!(written(&gauge), format!(r#"{{"Threshold":{number}}}"#));
    }
    for text in ["30", "+30", "-30", "030"] {
        let gauge = read(&format!(r#"{{"Count":"{text}"}}"#));
        let value: i64 = text.parse().unwrap();
        assert_eq!(written(&gauge), format!(r#"{{"Count":{value}}}"#));
    }
    for text in ["30.0", "1e3", " 30", "3_0", "0x1F", ""] {
        let document = format!(r#"{{"Count":"{text}"}}"#);
        assert_eq!(
            wrong(&document),
            [format!("1:10: `\"{text}\"` is not an integer")]
        );
    }
    // A number without quotes is an integer if it is whole.
    assert_eq!(written(&read(r#"{"Count":30.0}"#)), r#"{"Count":30}"#);
    assert_eq!(
        wrong(r#"{"Count":"+1000001"}"#),
        ["1:10: `\"+1000001\"` is outside the range: at most 1000000"]
    );
}

#[test]
fn the_struct_and_the_document_are_judged_alike() {
    // Equal only as what the schema takes them for.
    let equal = "elements 0 and 1 are equal, and all have to differ";
    for text in [
        r#"{"Days":["90",90]}"#,
        r#"{"Days":["+90","90"]}"#,
        r#"{"Tiers":[{"Days":"90","Tier":5},{"Tier":"5","Days":90}]}"#,
        r#"{"Tiers":[{"Ratio":1.0},{"Ratio":"1"}]}"#,
        r#"{"Tiers":[{"Tier":true},{"Tier":"true"}]}"#,
    ] {
        let place = text.find('[').unwrap() + 1;
        assert_eq!(wrong(text), [format!("1:{place}: {equal}")], "{text}");
    }
    let many: Vec<String> = (0..40).map(|day| format!("\"{day}\"")).collect();
    let many = format!(r#"{{"Days":[{},39]}}"#, many.join(","));
    assert_eq!(
        wrong(&many),
        ["1:9: elements 39 and 40 are equal, and all have to differ"]
    );
    assert!(Gauge::from_json(r#"{"Days":["90",91],"Tiers":[{"Tier":"1.0"},{"Tier":1}]}"#).is_ok());
    // What is wrong besides does not hide it.
    assert_eq!(
        wrong(r#"{"Days":["90",90],"Count":"x"}"#),
        [
            format!("1:9: {equal}"),
            "1:27: `\"x\"` is not an integer".to_owned()
        ]
    );
    // As it stands there, and not as a double or an expanded one.
    assert_eq!(
        wrong(r#"{"Path":100.0}"#),
        ["1:9: `100.0` does not match the pattern `^[A-Z]`"]
    );
    assert_eq!(
        wrong(r#"{"Path":{"Fn::If":["C",1e300,"X"]}}"#),
        ["1:24: `1e300` does not match the pattern `^[A-Z]`"]
    );
    assert_eq!(wrong(r#"{"Kind":5.0,"Account":1234567890123}"#).len(), 1);
    assert!(Gauge::from_json(r#"{"Document":100.0,"Name":{"Fn::If":["C",1e300,"xyz"]}}"#).is_ok());
}

#[test]
fn numbers_of_yaml_are_judged_as_they_stand_there() {
    let wrong = |text: &str| {
        let found = Gauge::from_yaml(text).unwrap_err();
        let one = found.iter().next().unwrap().clone();
        (one.location().unwrap().to_string(), one.message())
    };
    assert_eq!(
        wrong("Path: 0x1F"),
        (
            "1:7".to_owned(),
            "`0x1F` does not match the pattern `^[A-Z]`".to_owned()
        )
    );
    assert_eq!(
        wrong("Name: on\nPath: Yes"),
        (
            "2:7".to_owned(),
            "`Yes`, which is `true` without quotes, does not match the pattern `^[A-Z]`".to_owned()
        )
    );
    assert_eq!(
        wrong("Days: [0x1F, 31]"),
        (
            "1:7".to_owned(),
            "elements 0 and 1 are equal, and all have to differ".to_owned()
        )
    );
}

#[test]
fn numbers_compare_as_numbers() {
    let number = |text: &str| text.parse::<Number>().unwrap();
    assert_eq!(Number::from_f64(80.0), Some(number("80")));
    assert_eq!(number("80.0"), number("8e1"));
    assert!(number("9007199254740993") > number("9007199254740992.5"));
}
