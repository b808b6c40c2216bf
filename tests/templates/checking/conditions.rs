//! Conditions, and what stands under them.

use super::{found, messages, nothing, violations};

const START: &str = "Parameters:\n  Stage: {Type: String}\n  Kind: {Type: String, AllowedValues: [a, b]}\n  Other: {Type: String}\nConditions:\n  \
    IsProd: !Equals [!Ref Stage, prod]\n  IsDev: !Equals [!Ref Stage, dev]\n  NotProd: !Not [!Condition IsProd]\n  \
    IsA: !Equals [a, !Ref Kind]\n  Both: !And [!Condition IsProd, !Condition IsA]\n  IsOther: !Equals [!Ref Other, x]\nResources:\n";

fn with(lines: &str) -> String {
    format!("{START}{lines}")
}

#[test]
fn conditions_are_made_of_their_functions() {
    let with = |condition: &str| {
        format!(
            "Parameters: {{P: {{Type: String}}}}\nMappings: {{M: {{k: {{v: x}}}}}}\nConditions:\n  A: !Equals [!Ref P, x]\n  C: {condition}\nResources: {{R: {{Type: Custom::R}}}}\n"
        )
    };
    for right in [
        "!And [!Condition A, !Not [{Condition: A}]]",
        "!Or [!Equals [a, b], !Condition A]",
        "{Condition: A}",
        "!Equals [!FindInMap [M, !Ref P, v], !Sub '${AWS::Region}']",
        "!Equals [!Select [0, !Split [',', !Ref P]], !Join ['', [a, b]]]",
    ] {
        nothing(&with(right));
    }
    for (wrong, code, path) in [
        ("true", "E8001", ""),
        ("!Ref P", "E8001", "/Ref"),
        ("!And [!Condition A]", "E8004", "/Fn::And"),
        ("!Not [!Condition A, !Condition A]", "E8005", "/Fn::Not"),
        ("!Or [A, !Condition A]", "E8001", "/Fn::Or/0"),
        ("!Equals [a]", "E8003", "/Fn::Equals"),
        ("!Condition B", "E8002", "/Condition"),
        ("!Equals [!Ref R, x]", "E1020", "/Fn::Equals/0/Ref"),
        (
            "!Equals [!GetAtt R.X, x]",
            "E1010",
            "/Fn::Equals/0/Fn::GetAtt",
        ),
        ("!Equals [!Ref Q, x]", "E1020", "/Fn::Equals/0/Ref"),
        (
            "!Equals [!Ref AWS::NoValue, x]",
            "E1020",
            "/Fn::Equals/0/Ref",
        ),
        ("!Condition C", "E3004", ""),
    ] {
        let line = 5;
        assert_eq!(
            found(&with(wrong)),
            [format!("{code} {line} /Conditions/C{path}")],
            "{wrong}"
        );
    }
    assert_eq!(messages(&with("!Condition C")), ["`C` needs itself"]);
}

#[test]
fn what_names_a_condition_names_one_that_is_there() {
    let text = with(
        "  A:\n    Type: Custom::A\n    Condition: IsProdd\n    Properties:\n      X: !If [IsTest, a, b]\nOutputs:\n  O: {Value: x, Condition: IsTest}\n",
    );
    let expected = [
        "E3015 15 /Resources/A/Condition",
        "E8002 17 /Resources/A/Properties/X/Fn::If/0",
        "E6005 19 /Outputs/O/Condition",
    ];
    assert_eq!(found(&text), expected);
    // The name of a property is no condition.
    nothing(&with(
        "  A:\n    Type: Custom::A\n    Properties: {Statement: [{Condition: {StringEquals: {a: b}}}], Condition: x}\n",
    ));
}

#[test]
fn a_reference_to_what_may_not_be_there_is_a_warning_where_that_is_sure() {
    let refer = |condition: &str, value: &str| {
        with(&format!(
            "  Made: {{Type: Custom::Made, Condition: IsProd}}\n  User:\n    Type: Custom::User\n    {condition}\n    Properties: {{X: {value}}}\n"
        ))
    };
    let none = "DependsOn: []";
    for (condition, value) in [
        (none, "!Ref Made"),
        (none, "!GetAtt Made.Arn"),
        (none, "!Sub '${Made.Arn}'"),
        (none, "!If [IsProd, x, !Ref Made]"),
        (none, "!If [NotProd, !Ref Made, x]"),
        (none, "!If [IsDev, !Ref Made, x]"),
        (none, "!If [IsA, !Ref Made, x]"),
        ("Condition: IsDev", "!Ref Made"),
        ("Condition: NotProd", "!Ref Made"),
        ("Condition: IsA", "!Ref Made"),
    ] {
        let all = violations(&refer(condition, value));
        assert_eq!(all.len(), 1, "{condition} {value}: {all}");
        assert_eq!(all.iter().next().unwrap().rule().code(), "W1001");
    }
    for (condition, value) in [
        ("Condition: IsProd", "!Ref Made"),
        ("Condition: Both", "!Ref Made"),
        (none, "!If [IsProd, !Ref Made, x]"),
        (none, "!If [NotProd, x, !Ref Made]"),
        (none, "!If [Both, !Ref Made, x]"),
        ("Condition: Both", "!If [IsOther, !Ref Made, x]"),
    ] {
        nothing(&refer(condition, value));
    }
}

#[test]
fn what_conditions_say_together_is_followed_as_far_as_it_is_sure() {
    let output = |condition: &str, value: &str| {
        format!(
            "Parameters:\n  P: {{Type: String}}\n  Q: {{Type: String}}\n  One: {{Type: String, AllowedValues: [a]}}\n\
             Mappings: {{M: {{k: {{v: yes}}}}}}\nConditions:\n  A: !Equals [!Ref P, x]\n  B: !Equals [!Ref Q, y]\n  \
             Mapped: !Equals ['True', !FindInMap [M, k, v]]\n  Always: !Equals [a, !Ref One]\n  \
             Either: !Or [!Condition A, !Condition B]\n  Both: !And [!Condition A, !Condition B]\n  \
             Tangled: !And [!Condition A, !Not [!Condition A]]\n\
             Resources: {{R: {{Type: Custom::R, Condition: {condition}}}}}\nOutputs: {{O: {{Value: {value}}}}}\n"
        )
    };
    for (condition, value) in [
        ("A", "!Ref R"),
        ("Mapped", "!Ref R"),
        ("Either", "!Ref R"),
        ("Both", "!Ref R"),
        ("Tangled", "!Ref R"),
        ("Both", "!If [A, !Ref R, x]"),
        ("A", "!If [Either, !Ref R, x]"),
        ("Either", "!If [Both, x, !Ref R]"),
    ] {
        assert_eq!(
            found(&output(condition, value)).len(),
            1,
            "{condition} {value}"
        );
    }
    for (condition, value) in [
        ("Always", "!Ref R"),
        ("A", "!If [Both, !Ref R, x]"),
        ("A", "!If [Either, x, !If [A, !Ref R, x]]"),
        // Whether the two go together is not known here.
        ("Mapped", "!If [A, !Ref R, x]"),
    ] {
        let all = found(&output(condition, value));
        assert!(
            !all.iter().any(|one| one.starts_with("W1001")),
            "{condition} {value}: {all:?}"
        );
    }
}

#[test]
fn a_branch_that_is_never_taken_is_said_and_not_judged() {
    let topic = |value: &str| {
        with(&format!(
            "  T:\n    Type: AWS::SNS::Topic\n    Properties:\n      DisplayName: {value}\n"
        ))
    };
    for value in [
        "!If [IsProd, !If [IsProd, a, [wrong]], b]",
        "!If [IsProd, !If [IsDev, [wrong], a], b]",
        "!If [IsProd, !If [NotProd, !Ref Nothing, a], b]",
        "!If [Both, !If [IsProd, a, [wrong]], b]",
    ] {
        let all = violations(&topic(value));
        let codes: Vec<&str> = all.iter().map(|one| one.rule().code()).collect();
        assert_eq!(codes, ["W1028"], "{value}: {all}");
    }
    // Where both are possible, both are judged.
    let all = found(&topic("!If [IsProd, !If [IsA, a, [wrong]], b]"));
    assert_eq!(
        all,
        ["E3012 16 /Resources/T/Properties/DisplayName/Fn::If/1/Fn::If/2"]
    );
}

#[test]
fn rules_are_assertions_about_parameters() {
    let with = |rule: &str| {
        format!(
            "Parameters: {{P: {{Type: 'AWS::EC2::VPC::Id'}}}}\nRules: {{R: {rule}}}\nResources: {{A: {{Type: Custom::A}}}}\n"
        )
    };
    nothing(&with(
        "{RuleCondition: !Equals [!Ref P, x], Assertions: [{Assert: {'Fn::Contains': [[a, b], !Ref P]}, AssertDescription: d}, {Assert: {'Fn::EachMemberIn': [{'Fn::ValueOfAll': ['AWS::EC2::Subnet::Id', VpcId]}, {'Fn::RefAll': 'AWS::EC2::VPC::Id'}]}}]}",
    ));
    for (rule, code, path) in [
        ("{RuleCondition: !Equals [a, b]}", "E1700", ""),
        (
            "{Assertions: [{AssertDescription: d}]}",
            "E1700",
            "/Assertions/0",
        ),
        (
            "{Assertions: [{Assert: x}]}",
            "E1701",
            "/Assertions/0/Assert",
        ),
        (
            "{RuleCondition: !Ref P, Assertions: [{Assert: !Equals [a, b]}]}",
            "E1702",
            "/RuleCondition",
        ),
        (
            "{Assertions: [{Assert: !Equals [!Ref A, b]}]}",
            "E1020",
            "/Assertions/0/Assert/Fn::Equals/0/Ref",
        ),
    ] {
        assert_eq!(
            found(&with(rule)),
            [format!("{code} 2 /Rules/R{path}")],
            "{rule}"
        );
    }
}
