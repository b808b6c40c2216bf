//! Sections, names and limits.

use super::{found, messages, nothing};
use formwork::{Template, Types};

#[test]
fn a_template_has_known_sections_of_the_right_kind() {
    nothing(
        "AWSTemplateFormatVersion: 2010-09-09\nDescription: d\nResources: {A: {Type: Custom::A}}\n",
    );
    let wrong = "AWSTemplateFormatVersion: 2010-09-10\nDescription: [d]\nParameter: {}\nMappings: []\n\
                 Outputs: x\nResources: {A: {Type: Custom::A}}\n";
    let expected = [
        "E1001 1 /AWSTemplateFormatVersion",
        "E1004 2 /Description",
        "E1001 3 /Parameter",
        "E1001 4 /Mappings",
        "E1001 5 /Outputs",
    ];
    assert_eq!(found(wrong), expected);
    assert_eq!(found("Description: d\n"), ["E1001 1 "]);
    assert_eq!(found("Resources: {}\n"), ["E1001 1 /Resources"]);
    assert_eq!(found("Resources: [A]\n"), ["E1001 1 /Resources"]);
    // A name beside it is near.
    let message = Template::from_yaml("Resource: {}\n")
        .unwrap()
        .check(&Types::new())
        .unwrap_err();
    assert!(
        message.to_string().contains("help: there is `Resources`"),
        "{message}"
    );
}

#[test]
fn a_loop_is_a_resource_and_defaults_need_their_transform() {
    nothing(
        "Transform: AWS::LanguageExtensions\n\
         Resources:\n  Fn::ForEach::L: [X, [a, b], {'T${X}': {Type: 'AWS::SNS::Topic'}}]\n",
    );
    nothing(
        "Transform: AWS::Serverless-2016-10-31\nGlobals: {}\nResources: {A: {Type: Custom::A}}\n",
    );
    assert_eq!(
        found("Globals: {}\nResources: {A: {Type: Custom::A}}\n"),
        ["E1001 1 /Globals"]
    );
}

#[test]
fn descriptions_are_short_texts() {
    let with = |length| {
        format!(
            "Description: {}\nResources: {{A: {{Type: Custom::A}}}}\n",
            "é".repeat(length)
        )
    };
    nothing(&with(512));
    assert_eq!(found(&with(513)), ["E1003 1 /Description"]);
    let output = |length| {
        format!(
            "Resources: {{A: {{Type: Custom::A}}}}\nOutputs: {{O: {{Value: x, Description: {}}}}}\n",
            "d".repeat(length)
        )
    };
    nothing(&output(1024));
    assert_eq!(found(&output(1025)), ["E1003 2 /Outputs/O/Description"]);
}

#[test]
fn names_are_letters_and_digits() {
    let text = "Parameters: {a-b: {Type: String}}\nMappings: {a_b: {k: {v: x}}}\n\
                Conditions: {'A&B': !Equals [a, b]}\n\
                Resources: {a.b: {Type: Custom::A}}\nOutputs: {'a b': {Value: x}}\n";
    let expected = [
        "E2003 1 /Parameters/a-b",
        "E7001 2 /Mappings/a_b",
        "E3001 4 /Resources/a.b",
        "E6004 5 /Outputs/a b",
    ];
    assert_eq!(found(text), expected);
    let long = |length| {
        format!(
            "Resources: {{{}: {{Type: Custom::A}}}}\n",
            "A".repeat(length)
        )
    };
    nothing(&long(255));
    assert_eq!(found(&long(256)).len(), 1);
    assert!(found(&long(256))[0].starts_with("E3011 1 "));
}

#[test]
fn there_may_be_so_many_of_each() {
    let entries = |count: usize, value: &str| {
        let entries = (0..count).map(|number| format!("  N{number}: {value}\n"));
        entries.collect::<String>()
    };
    for (section, value, most, code) in [
        ("Resources", "{Type: Custom::A}", 500, "E3010"),
        ("Parameters", "{Type: String}", 200, "E2010"),
        ("Mappings", "{k: {v: x}}", 200, "E7010"),
        ("Outputs", "{Value: x}", 200, "E6010"),
    ] {
        let rest = if section == "Resources" {
            ""
        } else {
            "Resources: {A: {Type: Custom::A}}\n"
        };
        nothing(&format!("{rest}{section}:\n{}", entries(most, value)));
        let all = found(&format!("{rest}{section}:\n{}", entries(most + 1, value)));
        assert_eq!(all.len(), 1, "{all:?}");
        assert!(
            all[0].starts_with(code) && all[0].ends_with(section),
            "{all:?}"
        );
    }
    let keys = entries(201, "{v: x}");
    let keys = keys.replace("  N", "    N");
    let all = found(&format!(
        "Resources: {{A: {{Type: Custom::A}}}}\nMappings:\n  M:\n{keys}"
    ));
    assert_eq!(all, ["E7010 3 /Mappings/M"]);
}

#[test]
fn a_template_is_at_most_a_megabyte() {
    let text = |length: usize| {
        let start = "Resources: {A: {Type: Custom::A}}\n#";
        format!("{start}{}", "x".repeat(length - start.len()))
    };
    nothing(&text(1_000_000));
    assert_eq!(found(&text(1_000_001)), ["E1002 1 "]);
}

#[test]
fn mappings_are_two_levels_deep() {
    let with = |mapping: &str| {
        format!("Resources: {{A: {{Type: Custom::A}}}}\nMappings: {{M: {mapping}}}\n")
    };
    nothing(&with(
        "{k: {s: x, n: 1, b: true, l: [a, 1]}, '012345678901': {v: x}}",
    ));
    for (mapping, path) in [
        ("{}", ""),
        ("[k]", ""),
        ("{k: x}", "/k"),
        ("{k: {}}", "/k"),
        ("{k: {v: {w: x}}}", "/k/v"),
        ("{k: {v: [{w: x}]}}", "/k/v"),
        ("{k: {v: !Ref A}}", "/k/v"),
    ] {
        assert_eq!(
            found(&with(mapping)),
            [format!("E7001 2 /Mappings/M{path}")],
            "{mapping}"
        );
    }
    nothing(&with(
        "{'Fn::Transform': {Name: 'AWS::Include', Parameters: {Location: s3://a/b}}}",
    ));
}

#[test]
fn outputs_have_values_that_are_texts() {
    let with =
        |output: &str| format!("Resources: {{A: {{Type: Custom::A}}}}\nOutputs: {{O: {output}}}\n");
    for right in [
        "{Value: x}",
        "{Value: 1}",
        "{Value: true}",
        "{Value: !Ref A}",
        "{Value: !GetAtt A.B}",
        "{Value: x, Export: {Name: !Sub '${AWS::StackName}-o'}}",
        "{Value: x, Description: d}",
        "{Value: x, Condition: {'Fn::Transform': {Name: Mine}}}",
        "{Value: x, Description: {'Fn::Transform': {Name: Mine}}}",
    ] {
        nothing(&with(right));
    }
    for (output, code, path) in [
        ("{Export: {Name: n}}", "E6002", ""),
        ("{Value: [a]}", "E6101", "/Value"),
        ("{Value: {a: b}}", "E6101", "/Value"),
        ("{Value: null}", "E6001", "/Value"),
        ("{Value: x, Descriptoin: d}", "E6001", "/Descriptoin"),
        ("{Value: x, Export: n}", "E6001", "/Export"),
        (
            "{Value: x, Export: {Name: !Ref A}}",
            "E1020",
            "/Export/Name/Ref",
        ),
        (
            "{Value: x, Export: {Name: !GetAtt A.B}}",
            "E1010",
            "/Export/Name/Fn::GetAtt",
        ),
        ("{Value: x, Condition: C}", "E6005", "/Condition"),
        ("{Value: x, Condition: !Ref C}", "E6005", "/Condition"),
        (
            "{Value: x, Condition: !If [C, a, b]}",
            "E6005",
            "/Condition",
        ),
        ("{Value: x, Condition: !Condition C}", "E6001", "/Condition"),
        ("{Value: x, Condition: [C]}", "E6001", "/Condition"),
        ("{Value: x, Description: !Ref A}", "E1004", "/Description"),
        ("{Value: !Ref AWS::NoValue}", "E1020", "/Value/Ref"),
        ("x", "E6001", ""),
    ] {
        let all = found(&with(output));
        assert!(
            all.contains(&format!("{code} 2 /Outputs/O{path}")),
            "{output}: {all:?}"
        );
    }
    // One mistake is one report.
    for output in [
        "{Value: x, Condition: !Ref A}",
        "{Value: x, Condition: {a: b}}",
    ] {
        assert_eq!(found(&with(output)).len(), 1, "{output}");
    }
}

#[test]
fn an_export_is_made_once() {
    let text = "Parameters: {P: {Type: String}}\nConditions: {C: !Equals [!Ref P, a]}\n\
        Resources: {A: {Type: Custom::A}}\nOutputs:\n  A: {Value: x, Export: {Name: n}}\n  \
        B: {Value: y, Export: {Name: n}}\n";
    assert_eq!(found(text), ["E6102 6 /Outputs/B/Export/Name"]);
    assert_eq!(
        messages(text),
        ["the output `A` exports the name `n` already"]
    );
    // Only one of two may be there under conditions.
    nothing(&text.replace("{Value: y", "{Condition: C, Value: y"));
}

#[test]
fn the_report_names_the_file_and_shows_the_line() {
    let text = "Resources:\n  A:\n    Type: AWS::SNS::Topic\n    Properties: {TopicNaem: t}\n";
    let template = Template::from_yaml(text).unwrap().in_file("topic.yaml");
    let found = template.check(&Types::catalog()).unwrap_err();
    let report = found.to_string();
    assert!(
        report.contains("topic.yaml:4:18 (/Resources/A/Properties/TopicNaem)"),
        "{report}"
    );
    assert!(
        report.contains("4 |     Properties: {TopicNaem: t}"),
        "{report}"
    );
    assert_eq!(found.file(), Some("topic.yaml"));
    // A template that was built has no places.
    let mut template = Template::new();
    template.entry("A").attribute("Type", "Nonsense");
    let found = template.check(&Types::new()).unwrap_err();
    let places: Vec<_> = found
        .iter()
        .map(|one| (one.path(), one.location()))
        .collect();
    assert_eq!(places, [("/Resources/A/Type", None)]);
}

#[test]
fn a_name_without_a_blank_after_its_colon_is_told_so() {
    let help = |yaml: &str| {
        let all = super::violations(yaml);
        let first = all.iter().next().unwrap();
        first.help().unwrap_or_default()
    };
    for (yaml, cure) in [
        (
            "Resources:\n  A:\n    Type:AWS::SNS::Topic\n",
            "`Type: AWS::SNS::Topic`",
        ),
        (
            "Resources:\n  A:\n    Type: AWS::SNS::Topic\n    Properties:\n      TopicName:x\n",
            "`TopicName: x`",
        ),
        (
            "Parameters:\n  P:\n    Type:String\nResources:\n  A:\n    Type: Custom::A\n",
            "`Type: String`",
        ),
        ("Resources:\n  Type:Custom\n", "`Type: Custom`"),
    ] {
        assert_eq!(
            help(yaml),
            format!("a blank follows the colon: {cure}"),
            "{yaml}"
        );
    }
    for yaml in [
        "Resources:\n  A: AWS::SNS::Topic\n",
        "Resources:\n  A: https://x\n",
    ] {
        assert_eq!(help(yaml), "", "{yaml}");
    }
}
