//! What a check says when values of parameters are given.

use formwork::template::ParameterValues;
use formwork::{Template, Types};

const TEMPLATE: &str = r#"
Parameters:
  Stage: { Type: String, AllowedValues: [dev, prod] }
  Delay: { Type: Number, Default: 5, MinValue: 1, MaxValue: 5000 }
  Names: { Type: CommaDelimitedList, Default: "a,b" }
  Secret: { Type: String, NoEcho: true, Default: abcdefgh, AllowedPattern: "[a-z]+" }
  Key: { Type: String, Default: "" }
Conditions:
  IsProd: !Equals [!Ref Stage, prod]
  HasKey: !Not [!Equals [!Ref Key, ""]]
Mappings:
  Delays: { dev: { Delay: 3 }, prod: { Delay: 1000 } }
Resources:
  Jobs:
    Type: AWS::SQS::Queue
    Properties:
      DelaySeconds: !Ref Delay
      QueueName: !If [IsProd, !Sub "jobs-${Delay}.x", jobs]
      KmsMasterKeyId: !If [HasKey, !Ref Key, !Ref AWS::NoValue]
      Tags:
        - !If [IsProd, !Ref AWS::NoValue, { Key: a, Value: b }]
        - { Key: !Ref Key, Value: !Ref Stage }
  Mapped:
    Type: AWS::SQS::Queue
    Condition: IsProd
    Properties: { DelaySeconds: !FindInMap [Delays, !Ref Stage, Delay] }
"#;

/// Code, line, path and message of each finding.
#[track_caller]
fn found(values: &[(&str, &str)]) -> Vec<String> {
    let template = match Template::from_yaml(TEMPLATE) {
        Ok(template) => template,
        Err(found) => panic!("{found}"),
    };
    let types = Types::catalog();
    assert!(template.violations(&types).is_empty());
    let given = |all: ParameterValues, (name, value): &(&str, &str)| all.after(*name, *value);
    let values = values.iter().fold(ParameterValues::new(), given);
    let all = template.violations_with(&types, &values.with_defaults());
    let line = |one: &formwork::Violation| {
        let line = one.location().map_or(0, |place| place.line);
        format!("{} {line} {}: {}", one.code(), one.path(), one.message())
    };
    all.iter().map(line).collect()
}

#[test]
fn values_that_fit_are_not_reported() {
    assert_eq!(found(&[("Stage", "dev"), ("Key", "alias/x")]), [""; 0]);
}

#[test]
fn properties_take_what_the_values_make_of_them() {
    let found = found(&[("Stage", "prod"), ("Delay", "901"), ("Key", "aws:x")]);
    assert_eq!(
        found,
        [
            "E3034 17 /Resources/Jobs/Properties/DelaySeconds: with the values given: \
             `\"901\"` is outside the range: at least 0, at most 900",
            "E3017 19 /Resources/Jobs/Properties/KmsMasterKeyId/Fn::If/1: with the values given: \
             none of the alternatives holds",
            "E3034 26 /Resources/Mapped/Properties/DelaySeconds: with the values given: \
             `1000` is outside the range: at least 0, at most 900",
        ]
    );
}

/// The tag's key is the empty default, which no call hides any more.
#[test]
fn defaults_count_where_no_value_is_given() {
    assert_eq!(
        found(&[("Stage", "dev")]),
        [
            "E3033 22 /Resources/Jobs/Properties/Tags/1/Key: with the values given: \
          `\"\"` has 0 characters where 1 to 128 are allowed"
        ]
    );
}

#[test]
fn parameters_take_the_values() {
    let found = found(&[
        ("Stage", "test"),
        ("Delay", "0"),
        ("Secret", "S3CRET"),
        ("Stge", "x"),
        ("Key", "alias/x"),
    ]);
    assert_eq!(
        found,
        [
            "E2900 3 /Parameters: a value is given for `Stge`, which is no parameter",
            "E2900 3 /Parameters/Stage: the value given `\"test\"` is not among the `AllowedValues`",
            "E2900 4 /Parameters/Delay: the value given 0 is outside of the parameter's `MinValue` and `MaxValue`",
            "E2900 6 /Parameters/Secret: the value given **** does not match `[a-z]+`",
        ]
    );
}

#[test]
fn a_parameter_without_default_needs_a_value() {
    assert_eq!(
        found(&[("Key", "alias/x")]),
        ["E2900 3 /Parameters/Stage: no value is given for `Stage`"]
    );
}
