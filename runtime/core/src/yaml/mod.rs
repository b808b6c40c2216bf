//! Writing YAML as the author of a template would: block style, functions in short form, quotes
//! only where they are needed.
//!
//! What is written is read back as an equal document, by this crate and by any reader of YAML 1.1
//! or 1.2 that knows the short forms. Our own writer is less code than the adapter that a general
//! one would need: that one quotes by other rules, and does not know where a short form is illegal.

use crate::document::DEPTH_LIMIT;
use crate::json::Json;

mod short;
mod string;

use short::{Argument, Form, form};

/// The functions whose arguments are conditions, which may be named with `!Condition`.
const OF_CONDITIONS: &[&str] = &["And", "Not", "Or"];

/// The longest name that is written before its colon on one line: YAML allows 1,024 characters.
const LONGEST_NAME: usize = 1000;

/// How far lines are indented that are nested as deep as a document may be.
const DEEPEST: usize = 2 * DEPTH_LIMIT;

/// The YAML text of `json`, with a line break at its end.
pub(crate) fn to_yaml(json: &Json) -> String {
    let mut writer = Writer { out: String::new() };
    writer.value(json, 0, Place::Start, false);
    writer.out
}

impl Json {
    /// Writes YAML text, functions in their short form where there is one.
    #[must_use]
    pub fn to_yaml(&self) -> String {
        to_yaml(self)
    }
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
            // Nobody reads it so deep, and it need not be indented for that.
            Json::Array(_) | Json::Object(_) if indent > DEEPEST => {
                self.word(&json.to_string(), place);
            }
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Document, random::Random};
    use crate::json::map::Map;

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
            (r#"{"!Foo": "x"}"#, "!Foo x\n"),
            (r#"{"!Foo": {"Ref": "A"}}"#, "!Foo\nRef: A\n"),
            (r#"{"!Foo": [{"!Bar": 1}]}"#, "!Foo\n- '!Bar': 1\n"),
            (r#"{"Fn::Sub": {"!Foo": "x"}}"#, "Fn::Sub: !Foo x\n"),
            (r#"{"!Foo": "x", "z": 1}"#, "'!Foo': x\nz: 1\n"),
            (r#"{"!=": "x"}"#, "'!=': x\n"),
            (
                r#"{"Fn::GetStackOutput": {"StackName": "s", "OutputName": {"Ref": "A"}}}"#,
                "!GetStackOutput\nStackName: s\nOutputName: !Ref A\n",
            ),
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

        let deep = (0..250).fold(Json::from(1), |inner, level| match level % 2 {
            0 => vec![inner].into(),
            _ => Map::from([("a", inner)]).into(),
        });
        assert_eq!(read(&to_yaml(&deep)), deep.to_string());

        let levels = 5_000;
        let list = (0..levels).fold(Json::from(1), |inner, _| vec![inner].into());
        assert_eq!(
            to_yaml(&list).matches('[').count(),
            levels - DEPTH_LIMIT - 1
        );
        let calls = (0..levels).fold(Json::from("x"), |inner, _| {
            Map::from([("Fn::Base64", inner)]).into()
        });
        assert_eq!(to_yaml(&calls).matches("Base64").count(), levels);
    }

    #[test]
    fn of_calls_in_each_other_every_second_one_is_short() {
        let nested = |levels| {
            (0..levels).fold(Json::from("x"), |inner, _| {
                Map::from([("Fn::Base64", inner)]).into()
            })
        };
        for levels in 1..40_usize {
            let text = to_yaml(&nested(levels));
            assert_eq!(read(&text), nested(levels).to_string(), "{text}");
            assert_eq!(text.matches("!Base64").count(), levels.div_ceil(2));
        }
    }
}
