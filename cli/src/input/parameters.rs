//! Values of parameters, from a file in one of the forms that the tools of the field share.

use std::path::Path;

use formwork::Json;
use formwork::template::ParameterValues;

use super::text;
use crate::output::visible::named;
use crate::stop::Stop;

/// The values in a file, as those that the parameters have before and after an update, with the default
/// of each parameter that is not named.
pub(crate) fn of_deployment(path: &Path) -> Result<ParameterValues, Stop> {
    let mut values = ParameterValues::new().with_defaults();
    for (name, value) in read(path)? {
        values = values.both(name, value);
    }
    Ok(values)
}

/// The values in a file, JSON or YAML: an object of names and values, the same under `Parameters`, or
/// a list of objects with `ParameterKey` and `ParameterValue`.
pub(crate) fn read(path: &Path) -> Result<Vec<(String, String)>, Stop> {
    let input = text::read(path).map_err(Stop::Unusable)?;
    let json = input.text.parse::<Json>();
    let json = json
        .or_else(|_| Json::from_yaml(&input.text))
        .map_err(|error| Stop::unusable(format_args!("{} cannot be read: {error}", named(path))))?;
    values(&json).map_err(|why| {
        Stop::unusable(format_args!(
            "{} holds no values of parameters: {why}\n\
             help: written `{{\"Stage\": \"prod\"}}`, or as the list that the AWS CLI takes",
            named(path)
        ))
    })
}

fn values(json: &Json) -> Result<Vec<(String, String)>, String> {
    match json {
        Json::Array(items) => items
            .iter()
            .map(|item| {
                let name = item.get("ParameterKey").and_then(Json::as_str);
                let name = name.ok_or("an entry of the list has no `ParameterKey`")?;
                let value = item.get("ParameterValue");
                let value = value.ok_or_else(|| format!("`{name}` has no `ParameterValue`"))?;
                Ok((name.to_owned(), plain(name, value)?))
            })
            .collect(),
        Json::Object(members) => match members.get("Parameters") {
            Some(inner @ (Json::Object(_) | Json::Array(_))) => values(inner),
            _ => members
                .iter()
                .map(|(name, value)| Ok((name.to_owned(), plain(name, value)?)))
                .collect(),
        },
        _ => Err("it is neither an object nor a list".to_owned()),
    }
}

/// A value as CloudFormation takes it: a text, the elements of a list between commas.
fn plain(name: &str, value: &Json) -> Result<String, String> {
    match value {
        Json::String(text) => Ok(text.clone()),
        Json::Bool(flag) => Ok(flag.to_string()),
        Json::Number(number) => Ok(number.to_string()),
        Json::Array(items) => {
            let items: Result<Vec<String>, String> =
                items.iter().map(|item| plain(name, item)).collect();
            Ok(items?.join(","))
        }
        Json::Object(_) | Json::Null => Err(format!("the value of `{name}` is no text")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<Vec<(String, String)>, String> {
        values(&text.parse().unwrap())
    }

    #[test]
    fn all_usual_forms_are_read() {
        let expected = [
            ("A".to_owned(), "1".to_owned()),
            ("B".to_owned(), "x,y".to_owned()),
        ];
        for text in [
            r#"{"A": 1, "B": ["x", "y"]}"#,
            r#"{"Parameters": {"A": "1", "B": "x,y"}, "Tags": {}}"#,
            r#"[{"ParameterKey": "A", "ParameterValue": "1"}, {"ParameterKey": "B", "ParameterValue": "x,y"}]"#,
        ] {
            assert_eq!(read(text).as_deref(), Ok(expected.as_slice()), "{text}");
        }
        // A parameter may be called so, too.
        let own = [("Parameters".to_owned(), "p".to_owned())];
        assert_eq!(
            read(r#"{"Parameters": "p"}"#).as_deref(),
            Ok(own.as_slice())
        );
    }

    #[test]
    fn what_is_no_value_is_told() {
        for (text, said) in [
            ("7", "it is neither an object nor a list"),
            (r#"{"A": {"B": 1}}"#, "the value of `A` is no text"),
            (r#"{"A": null}"#, "the value of `A` is no text"),
            (
                r#"[{"ParameterValue": "1"}]"#,
                "an entry of the list has no `ParameterKey`",
            ),
            (
                r#"[{"ParameterKey": "A", "UsePreviousValue": true}]"#,
                "`A` has no `ParameterValue`",
            ),
        ] {
            assert_eq!(read(text), Err(said.to_owned()), "{text}");
        }
    }
}
