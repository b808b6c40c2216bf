//! Lists that a specification also takes in an older form, an object: they have the type of the list, and the
//! object is kept as it was written.

use formwork::{Json, Resource, Value, Violations};

formwork::resource!(spec = "corpus/specs/forms.json");

use forms::{Key, KeyKind};

fn kept(text: &str) -> Forms {
    let read = Forms::from_json(text).unwrap();
    let expected: serde_json::Value = serde_json::from_str(text).unwrap();
    assert_eq!(read.to_value(), expected);
    assert_eq!(Forms::from_json(&read.to_json()).unwrap(), read);
    assert_eq!(Forms::from_yaml(&read.to_yaml()).unwrap(), read);
    assert_eq!(serde_json::from_value::<Forms>(expected).unwrap(), read);
    assert_eq!(read.validate(), Ok(()));
    assert!(Forms::check_json(text).is_empty());
    assert!(format!("{read:?}").contains("Keys"));
    read
}

fn refused(text: &str) -> Vec<String> {
    let said = |found: &Violations| {
        let found = found.iter();
        found
            .map(|one| format!("{} {}", one.rule().code(), one.path()))
            .collect::<Vec<_>>()
    };
    let found = said(&Forms::from_json(text).unwrap_err());
    assert_eq!(said(&Forms::check_json(text)), found);
    assert!(serde_json::from_str::<Forms>(text).is_err());
    found
}

#[test]
fn the_list_is_typed() {
    let built = Forms::builder()
        .keys([Key::builder().name("a").kind(KeyKind::Hash).build()])
        .names(["a", "b"])
        .old([1, 2])
        .build();
    assert_eq!(built.validate(), Ok(()));
    let read = kept(r#"{"Keys":[{"Name":"a","Kind":"HASH"}],"Names":["a","b"],"Old":[1,2]}"#);
    assert_eq!(read, built);
    assert_eq!(read.keys.as_literal().unwrap().len(), 1);
    let free = kept(r#"{"Keys":[{"Name":"a"}],"Free":[1,{"a":2}],"Either":{"A":"a"}}"#);
    assert!(matches!(free.free, Some(Value::Literal(Json::Array(_)))));
    assert!(matches!(free.either, Some(Value::Literal(Json::Object(_)))));
}

#[test]
fn the_older_form_is_kept_as_it_was_written() {
    let old =
        kept(r#"{"Keys":{"HashKeyElement":{"AttributeName":"a"}},"Names":{},"Old":{"a":[1]}}"#);
    assert!(old.keys.as_literal().is_none());
    let held = old.keys.as_intrinsic().unwrap();
    assert_eq!(held.name(), None, "it is no call");
    let key = held.as_json().get("HashKeyElement").unwrap();
    assert_eq!(key.get("AttributeName").and_then(Json::as_str), Some("a"));
    kept(r#"{"Keys":"{\"HashKeyElement\":{}}"}"#);
    kept(r#"{"Keys":{"Ref":"Keys"},"Names":{"Fn::If":["C",["a"],{"b":1}]}}"#);
    kept(r#"{"Keys":[{"Name":"a"}],"Lists":[[1],{"a":1},[2]],"Map":{"a":{"b":1},"c":[3]}}"#);
    kept(r#"{"Keys":[{"Name":"a"}],"Deep":{"Deep":{"Old":{"a":1}},"Old":[1]}}"#);
}

/// `items` speaks of the elements after those that have a schema for their place.
#[test]
fn a_list_that_the_specification_takes_without_what_the_struct_needs_is_kept_too() {
    let whole = kept(r#"{"Keys":[{"Name":"a"}],"Places":[{"Name":"a","Kind":"HASH"}]}"#);
    assert_eq!(whole.places.unwrap().as_literal().unwrap().len(), 1);
    let partly = kept(r#"{"Keys":[{"Name":"a"}],"Places":[{"Kind":"HASH"},{"Name":"b"}]}"#);
    assert!(partly.places.unwrap().as_literal().is_none());
    assert_eq!(
        refused(r#"{"Keys":[{"Name":"a"}],"Places":[{"Kind":"RANGE"}]}"#).len(),
        1
    );
    assert_eq!(
        refused(r#"{"Keys":[{"Name":"a"}],"Places":[{"Kind":"HASH"},{"Kind":"HASH"}]}"#).len(),
        1
    );
}

#[test]
fn what_is_right_in_no_form_is_refused() {
    assert_eq!(refused(r#"{"Keys":[5]}"#).len(), 1);
    assert_eq!(
        refused(r#"{"Keys":[{"Name":"a"}],"Names":[["a"]]}"#).len(),
        1
    );
    assert_eq!(refused(r#"{"Keys":[{"Name":"a"}],"Names":"a"}"#).len(), 1);
    assert_eq!(
        refused(r#"{"Keys":[{"Name":"a"}],"Lists":[[1],"a"]}"#).len(),
        1
    );
    assert_eq!(
        refused(r#"{"Keys":[{"Name":"a"}],"Map":{"a":[1],"b":["c"]}}"#).len(),
        1
    );
    assert_eq!(
        refused(r#"{"Keys":[{"Name":"a"}],"Deep":{"Deep":{"Old":true}}}"#).len(),
        1
    );
}

#[test]
fn updates_compare_the_forms() {
    let read = |old: &str| {
        let text = format!(r#"{{"Keys":[{{"Name":"a"}}],"Old":{old}}}"#);
        Forms::from_json(&text).unwrap()
    };
    let paths = |old: &str, new: &str| {
        let plan = read(old).plan_update(&read(new));
        let changes = plan.changes().iter();
        changes
            .map(|one| format!("{} {:?}", one.path(), one.outcome()))
            .collect::<Vec<_>>()
    };
    assert_eq!(paths(r#"{"a":1,"b":2}"#, r#"{"b":2,"a":1}"#), [""; 0]);
    assert_eq!(paths(r#"{"a":1}"#, r#"{"a":2}"#), ["/Old Replace"]);
    assert_eq!(paths(r#"{"a":1}"#, "[1]"), ["/Old Replace"]);
    assert_eq!(paths("[1]", "[1]"), [""; 0]);
}

/// A struct of one's own can hold the older form where it holds functions.
#[derive(Clone, Debug, PartialEq, formwork::Resource)]
#[resource(spec = "corpus/specs/forms.json")]
struct Own {
    keys: Value<Vec<Value<Key>>>,
    old: Option<Vec<i64>>,
}

#[test]
fn a_struct_of_ones_own_keeps_it_or_says_that_it_cannot() {
    let own = Own::from_json(r#"{"Keys":{"a":1},"Old":[1]}"#).unwrap();
    assert_eq!(own.to_value()["Keys"]["a"], 1);
    let found = Own::from_json(r#"{"Keys":{"a":1},"Old":{"a":1}}"#).unwrap_err();
    assert_eq!(found.len(), 1, "{found}");
    assert!(found.iter().all(|one| one.path() == "/Old"));
}
