//! `Value` by itself.

use formwork::{Json, Map, Value};

#[test]
fn literals_convert() {
    let text: Value<String> = "a".into();
    assert_eq!(text, Value::Literal("a".to_owned()));
    let number: Value<i64> = 5.into();
    assert_eq!(number.as_literal(), Some(&5));
    let list: Value<Vec<Value<String>>> = ["a", "b"].into();
    assert_eq!(list.as_literal().unwrap().len(), 2);
    let list: Value<Vec<Value<i64>>> = (1..4).collect();
    assert_eq!(list.to_json().to_string(), "[1,2,3]");
    let map: Value<Map<Value<String>>> = [("a", "b")].into();
    assert_eq!(map.to_json().to_string(), r#"{"a":"b"}"#);
}

#[test]
fn literals_and_calls_are_told_apart() {
    let mut value: Value<i64> = 1.into();
    *value.as_literal_mut().unwrap() += 1;
    assert!(value.is_literal() && !value.is_intrinsic());
    assert_eq!(value.into_literal(), Some(2));
    let call = Value::<i64>::get_att("A", "B");
    assert_eq!(
        call.as_intrinsic().unwrap().argument().to_string(),
        r#"["A","B"]"#
    );
    assert_eq!(format!("{call:?}"), r#"{"Fn::GetAtt":["A","B"]}"#);
    assert!(Value::<bool>::no_value().is_no_value());
}

#[test]
fn free_json_keeps_order_and_numbers() {
    let text = r#"{"b":1.10,"a":123456789012345678901234567890}"#;
    assert_eq!(text.parse::<Json>().unwrap().to_string(), text);
}

/// As `derive` would have it: whatever the literal is, also what is borrowed.
#[test]
fn values_of_anything_are_compared_and_taken_apart() {
    #[derive(Clone, Debug, PartialEq)]
    struct Holder<T> {
        value: Value<T>,
        others: Vec<Value<T>>,
    }

    fn is_same<T: PartialEq>(left: &Value<T>, right: &Value<T>) -> bool {
        left == right
    }

    let text = String::from("a b");
    let mut words = text.split(' ').map(Value::from);
    let (one, other): (Value<&str>, Value<&str>) = (words.next().unwrap(), words.next().unwrap());
    assert!(is_same(&one, &one.clone()) && !is_same(&one, &other));
    assert!(!is_same(&one, &Value::reference("a")));
    assert_eq!(one.as_literal(), Some(&"a"));
    let holder = Holder {
        value: one,
        others: vec![other],
    };
    assert_eq!(holder, holder.clone());
    assert_eq!(holder.value.into_literal(), Some("a"));
}

/// What stands in the place of a literal takes no room that the literal has not.
#[test]
fn a_value_is_as_large_as_its_literal_or_two_words() {
    const TWO_WORDS: usize = 2 * size_of::<usize>();
    assert_eq!(size_of::<Value<String>>(), size_of::<String>());
    assert_eq!(
        size_of::<Value<Vec<Value<String>>>>(),
        size_of::<Vec<String>>()
    );
    assert_eq!(size_of::<Value<f64>>(), TWO_WORDS);
    assert_eq!(size_of::<Value<i64>>(), TWO_WORDS);
    assert_eq!(size_of::<Value<bool>>(), TWO_WORDS);
    assert_eq!(size_of::<Value<Box<String>>>(), TWO_WORDS);
}
