//! Writing YAML as the author of a template would: block style, functions in short form, quotes
//! only where they are needed.
//!
//! What is written is read back as an equal document, by this crate and by any reader of YAML 1.1
//! or 1.2 that knows the short forms. Our own writer is less code than the adapter that a general
//! one would need: that one quotes by other rules, and does not know where a short form is illegal.

use crate::json::Json;

mod string;

/// The functions that have a short form: `Fn::Sub` is `!Sub`. Others are written in their long
/// form, which CloudFormation accepts for all.
///
/// Source: the user guide's page of each intrinsic function.
const SHORT: &[&str] = &[
    "And",
    "Base64",
    "Cidr",
    "Equals",
    "FindInMap",
    "GetAZs",
    "GetAtt",
    "If",
    "ImportValue",
    "Join",
    "Length",
    "Not",
    "Or",
    "Select",
    "Split",
    "Sub",
    "ToJsonString",
    "Transform",
];

/// The functions whose arguments are conditions, which may be named with `!Condition`.
const OF_CONDITIONS: &[&str] = &["And", "Not", "Or"];

/// The longest name that is written before its colon on one line: YAML allows 1,024 characters.
const LONGEST_NAME: usize = 1000;

/// The YAML text of `json`, with a line break at its end.
///
/// Calls itself once for each level, as everything that walks a [`Json`] does.
pub(crate) fn to_yaml(json: &Json) -> String {
    let mut writer = Writer { out: String::new() };
    writer.value(json, 0, Place::Start, false);
    writer.out
}

struct Writer {
    out: String,
}

/// What stands before a value on its line.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    /// Nothing, or the dash of a list: a list or mapping may start right here.
    Start,
    /// A name and its colon, or a tag: a list or mapping starts on the next line.
    After,
}

/// How a value is written.
enum Form<'j> {
    /// As it is.
    Plain,
    /// As a tag and an argument.
    Short {
        name: &'j str,
        argument: Argument<'j>,
    },
}

/// What follows the tag of a function.
enum Argument<'j> {
    Text(String),
    Value(&'j Json),
}

impl Writer {
    /// Writes `json` and a line break. Lines of its own start with `indent` spaces; `condition`
    /// says whether a condition is due here.
    fn value(&mut self, json: &Json, indent: usize, place: Place, condition: bool) {
        match form(json, condition) {
            Form::Short { name, argument } => {
                self.space(place);
                self.out.push('!');
                self.out.push_str(name);
                match argument {
                    Argument::Text(text) => self.text(&text, indent, Place::After),
                    Argument::Value(value) => {
                        let conditions = OF_CONDITIONS.contains(&name);
                        self.plain(value, indent, Place::After, conditions);
                    }
                }
            }
            Form::Plain => self.plain(json, indent, place, false),
        }
    }

    fn plain(&mut self, json: &Json, indent: usize, place: Place, conditions: bool) {
        match json {
            Json::Null => self.word("null", place),
            Json::Bool(value) => self.word(if *value { "true" } else { "false" }, place),
            Json::Number(number) => self.word(&number.to_string(), place),
            Json::String(text) => self.text(text, indent, place),
            Json::Array(items) if items.is_empty() => self.word("[]", place),
            Json::Object(members) if members.is_empty() => self.word("{}", place),
            Json::Array(items) => {
                for (index, item) in items.iter().enumerate() {
                    self.start_line(index, indent, place);
                    self.out.push_str("- ");
                    self.value(item, indent + 2, Place::Start, conditions);
                }
            }
            Json::Object(members) => {
                for (index, (name, value)) in members.iter().enumerate() {
                    self.start_line(index, indent, place);
                    self.name(name, indent);
                    let conditions = name.strip_prefix("Fn::").is_some_and(is_of_conditions);
                    match value {
                        // The list of conditions of a function in its long form.
                        Json::Array(_) if conditions => {
                            self.plain(value, indent + 2, Place::After, true);
                        }
                        _ => self.value(value, indent + 2, Place::After, false),
                    }
                }
            }
        }
    }

    /// Begins the line of an item or member; the first may stand on the line that has begun.
    fn start_line(&mut self, index: usize, indent: usize, place: Place) {
        if index == 0 && place == Place::Start {
            return;
        }
        if index == 0 {
            self.out.push('\n');
        }
        self.spaces(indent);
    }

    fn spaces(&mut self, count: usize) {
        self.out.extend(std::iter::repeat_n(' ', count));
    }

    fn space(&mut self, place: Place) {
        if place == Place::After {
            self.out.push(' ');
        }
    }

    /// Writes something that is one word on one line.
    fn word(&mut self, word: &str, place: Place) {
        self.space(place);
        self.out.push_str(word);
        self.out.push('\n');
    }

    /// Writes a string: as a block if it has lines, else on this line.
    fn text(&mut self, text: &str, indent: usize, place: Place) {
        self.space(place);
        if let Some(header) = string::block_header(text) {
            self.out.push_str(header);
            self.out.push('\n');
            // The lines of the outermost value need an indentation too.
            self.block(text, indent.max(2));
        } else {
            string::write_inline(text, &mut self.out);
            self.out.push('\n');
        }
    }

    fn block(&mut self, text: &str, indent: usize) {
        for line in text.strip_suffix('\n').unwrap_or(text).split('\n') {
            if !line.is_empty() {
                self.spaces(indent);
                self.out.push_str(line);
            }
            self.out.push('\n');
        }
    }

    /// Writes the name of a member and its colon.
    fn name(&mut self, name: &str, indent: usize) {
        let start = self.out.len();
        string::write_inline(name, &mut self.out);
        if self.out.len() - start > LONGEST_NAME {
            self.out.insert_str(start, "? ");
            self.out.push('\n');
            self.spaces(indent);
        }
        self.out.push(':');
    }
}

fn is_of_conditions(function: &str) -> bool {
    OF_CONDITIONS.contains(&function)
}

/// Whether `json` is a function that may be written in short form here, and how.
fn form(json: &Json, condition: bool) -> Form<'_> {
    short_form(json, condition).unwrap_or(Form::Plain)
}

fn short_form(json: &Json, condition: bool) -> Option<Form<'_>> {
    let members = json.as_object().filter(|members| members.len() == 1)?;
    let (key, argument) = members.iter().next()?;
    let name = match key {
        "Ref" => key,
        "Condition" if condition => key,
        _ => key
            .strip_prefix("Fn::")
            .filter(|name| SHORT.contains(name))?,
    };
    let argument = match argument {
        Json::Array(_) | Json::String(_) if name == "GetAtt" => attribute(argument)?,
        Json::String(text) => Argument::Text(text.clone()),
        // These two take nothing else.
        _ if matches!(name, "Ref" | "Condition") => return None,
        Json::Array(_) => Argument::Value(argument),
        // A short form may not stand directly in another.
        Json::Object(_) if matches!(form(argument, false), Form::Plain) => {
            Argument::Value(argument)
        }
        // A scalar after a tag is read as a string, so anything else is not written as one.
        _ => return None,
    };
    Some(Form::Short { name, argument })
}

/// The argument of `!GetAtt`, so that it is read as the same: `A.B` is the list of `A` and `B`.
/// Where a part is a function, only the long form is legal.
fn attribute(argument: &Json) -> Option<Argument<'_>> {
    match argument {
        Json::Array(items) => match items.as_slice() {
            [Json::String(resource), Json::String(attribute)] if !resource.contains('.') => {
                Some(Argument::Text(format!("{resource}.{attribute}")))
            }
            _ => None,
        },
        Json::String(text) if !text.contains('.') => Some(Argument::Text(text.clone())),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        document::{Document, random::Random},
        map::Map,
    };

    fn yaml(json: &str) -> String {
        to_yaml(&json.parse().unwrap())
    }

    /// What is read from `text`, with the order of members and the text of numbers.
    fn read(text: &str) -> String {
        match Document::from_yaml(text) {
            Ok(document) => {
                assert_eq!(document.problems(), [], "{text}");
                document.root().to_json().to_string()
            }
            Err(error) => panic!("{error}:\n{text}"),
        }
    }

    #[test]
    fn is_written_as_a_person_would() {
        let json = r##"{"Resources": {"NotFound": {
            "Type": "AWS::ApiGatewayV2::IntegrationResponse",
            "DependsOn": ["A", "B"],
            "Properties": {
                "ApiId": {"Ref": "Api"},
                "Endpoint": {"Fn::GetAtt": ["Api", "Endpoint.Address"]},
                "Key": {"Fn::Sub": "/${Code}/"},
                "Names": {"Fn::Join": [",", ["a", {"Ref": "AWS::Region"}]]},
                "Data": {"Fn::Base64": {"Fn::Sub": "#!/bin/sh\necho ${X}\n"}},
                "Tags": [{"Key": "yes", "Value": "012"}, {"Key": "k", "Value": "a: b"}],
                "Empty": {}, "None": [], "Count": 1.50, "On": true
            }}}}"##;
        let expected = "\
Resources:
  NotFound:
    Type: AWS::ApiGatewayV2::IntegrationResponse
    DependsOn:
      - A
      - B
    Properties:
      ApiId: !Ref Api
      Endpoint: !GetAtt Api.Endpoint.Address
      Key: !Sub /${Code}/
      Names: !Join
        - ','
        - - a
          - !Ref AWS::Region
      Data:
        Fn::Base64: !Sub |
          #!/bin/sh
          echo ${X}
      Tags:
        - Key: 'yes'
          Value: '012'
        - Key: k
          Value: 'a: b'
      Empty: {}
      None: []
      Count: 1.50
      'On': true
";
        assert_eq!(yaml(json), expected);
    }

    #[test]
    fn conditions_are_short_only_where_a_condition_is_due() {
        assert_eq!(
            yaml(r#"{"Fn::And": [{"Condition": "A"}, {"Fn::Not": [{"Condition": "B"}]}]}"#),
            "!And\n- !Condition A\n- !Not\n  - !Condition B\n"
        );
        assert_eq!(yaml(r#"{"a": {"Condition": "A"}}"#), "a:\n  Condition: A\n");
        assert_eq!(
            yaml(r#"{"Fn::Or": [{"Condition": "A"}], "x": 1}"#),
            "Fn::Or:\n  - !Condition A\nx: 1\n"
        );
    }

    #[test]
    fn functions_are_long_where_the_short_form_is_not_legal_or_not_the_same() {
        for (json, expected) in [
            (
                r#"{"Fn::GetAZs": {"Ref": "AWS::Region"}}"#,
                "Fn::GetAZs: !Ref AWS::Region\n",
            ),
            (
                r#"{"Fn::GetAtt": ["A", {"Ref": "B"}]}"#,
                "Fn::GetAtt:\n  - A\n  - !Ref B\n",
            ),
            (r#"{"Fn::GetAtt": "A.B"}"#, "Fn::GetAtt: A.B\n"),
            (
                r#"{"Fn::GetAtt": ["A.B", "C"]}"#,
                "Fn::GetAtt:\n  - A.B\n  - C\n",
            ),
            (r#"{"Fn::Length": 3}"#, "Fn::Length: 3\n"),
            (r#"{"Ref": ["A"]}"#, "Ref:\n  - A\n"),
            (r#"{"Ref": "A", "x": 1}"#, "Ref: A\nx: 1\n"),
            (r#"{"Fn::Foo": "x"}"#, "Fn::Foo: x\n"),
            (
                r#"{"Fn::Base64": {"Fn::Base64": {"Fn::Sub": "x"}}}"#,
                "!Base64\nFn::Base64: !Sub x\n",
            ),
        ] {
            assert_eq!(yaml(json), expected);
            assert_eq!(
                read(expected).parse::<Json>().unwrap(),
                json.parse::<Json>().unwrap()
            );
        }
    }

    #[test]
    fn what_was_written_is_read_as_the_same() {
        let mut random = Random::new(17);
        for _ in 0..1500 {
            let json = random.json(5);
            let text = to_yaml(&json);
            assert_eq!(read(&text), json.to_string(), "{text}");
        }
    }

    #[test]
    fn every_hard_string_is_read_as_the_same_in_every_place() {
        let mut random = Random::new(19);
        for _ in 0..1500 {
            let text = random.text();
            let json = Json::from(vec![
                Json::from(text.clone()),
                Map::from([(text.clone(), Json::from(text.clone()))]).into(),
                Map::from([("Fn::Sub", Json::from(text.clone()))]).into(),
                Map::from([("Fn::GetAtt", Json::from(vec!["A".to_owned(), text]))]).into(),
            ]);
            let text = to_yaml(&json);
            assert_eq!(read(&text), json.to_string(), "{text}");
        }
    }

    #[test]
    fn long_names_and_deep_values_are_read_as_the_same() {
        let long = Json::from(Map::from([("a".repeat(5000), Json::from("b"))]));
        let long = Json::from(Map::from([("x", Json::from(vec![long]))]));
        assert_eq!(read(&to_yaml(&long)), long.to_string());

        let deep = (0..500).fold(Json::from(1), |inner, level| match level % 2 {
            0 => vec![inner].into(),
            _ => Map::from([("a", inner)]).into(),
        });
        assert_eq!(read(&to_yaml(&deep)), deep.to_string());
    }
}
