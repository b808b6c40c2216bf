//! Parameters.

use super::{found, messages, nothing};

fn with(parameter: &str) -> String {
    format!("Parameters: {{P: {parameter}}}\nResources: {{A: {{Type: Custom::A}}}}\n")
}

#[test]
fn a_parameter_has_a_type_and_known_members() {
    for right in [
        "{Type: String}",
        "{Type: Number, Default: '5', MinValue: 1, MaxValue: '10'}",
        "{Type: CommaDelimitedList, Default: 'a, b', AllowedValues: [a, b]}",
        "{Type: List<Number>, Default: '1,2'}",
        "{Type: 'AWS::EC2::VPC::Id'}",
        "{Type: 'List<AWS::EC2::Subnet::Id>'}",
        "{Type: 'AWS::SSM::Parameter::Value<String>', Default: /a/b, AllowedValues: [x]}",
        "{Type: 'AWS::SSM::Parameter::Value<List<AWS::EC2::Subnet::Id>>', Default: /a}",
        "{Type: String, NoEcho: true, ConstraintDescription: c, Description: d, MinLength: '1'}",
        "{Type: String, NoEcho: 'true'}",
    ] {
        nothing(&with(right));
    }
    for (wrong, code, path) in [
        ("{Default: a}", "E2001", ""),
        ("{Type: String, Defualt: a}", "E2001", "/Defualt"),
        ("{Type: String, Default: [a]}", "E2001", "/Default"),
        ("{Type: String, Default: !Ref A}", "E2001", "/Default"),
        (
            "{Type: String, AllowedValues: a}",
            "E2001",
            "/AllowedValues",
        ),
        ("{Type: String, NoEcho: maybe}", "E2001", "/NoEcho"),
        ("{Type: Strings}", "E2002", "/Type"),
        ("{Type: Boolean}", "E2002", "/Type"),
        ("{Type: List<Strings>}", "E2002", "/Type"),
        (
            "{Type: String, MinLength: 5, MaxLength: 4}",
            "E2001",
            "/MaxLength",
        ),
        (
            "{Type: Number, MinValue: 1.5, MaxValue: 1}",
            "E2001",
            "/MaxValue",
        ),
        ("String", "E2001", ""),
    ] {
        assert_eq!(
            found(&with(wrong)),
            [format!("{code} 1 /Parameters/P{path}")],
            "{wrong}"
        );
    }
}

#[test]
fn a_type_that_is_newer_is_no_error() {
    let template = formwork::Template::from_yaml(&with("{Type: 'AWS::New::Thing::Id'}")).unwrap();
    assert_eq!(template.check(&formwork::Types::new()), Ok(()));
    assert_eq!(template.violations(&formwork::Types::new()).len(), 1);
}

#[test]
fn a_default_keeps_to_the_limits_of_its_parameter() {
    for right in [
        "{Type: String, Default: prod, AllowedValues: [dev, prod]}",
        "{Type: String, Default: 1, AllowedValues: ['1', '2']}",
        "{Type: Number, Default: 1.0, AllowedValues: [1, 2]}",
        "{Type: String, Default: abc, AllowedPattern: '[a-z]+'}",
        "{Type: String, Default: '', MinLength: 0}",
        "{Type: CommaDelimitedList, Default: '', AllowedValues: [a]}",
        // Patterns that Java reads in its own way are not judged.
        "{Type: String, Default: '1', AllowedPattern: '\\p{Alpha}'}",
        "{Type: String, Default: 'x', AllowedPattern: '[a-z&&[^x]]'}",
    ] {
        nothing(&with(right));
    }
    for wrong in [
        "{Type: String, Default: test, AllowedValues: [dev, prod]}",
        "{Type: String, Default: Prod, AllowedValues: [dev, prod]}",
        "{Type: String, Default: abc1, AllowedPattern: '[a-z]+'}",
        "{Type: String, Default: abc, MaxLength: 2}",
        "{Type: String, Default: '', MinLength: 1}",
        "{Type: Number, Default: five}",
        "{Type: Number, Default: 11, MaxValue: 10}",
        "{Type: Number, Default: '0', MinValue: 1}",
        "{Type: List<Number>, Default: '1,a'}",
        "{Type: CommaDelimitedList, Default: 'a,c', AllowedValues: [a, b]}",
    ] {
        assert_eq!(
            found(&with(wrong)),
            ["E2015 1 /Parameters/P/Default"],
            "{wrong}"
        );
    }
    let long = format!("{{Type: String, Default: {}}}", "a".repeat(4097));
    assert_eq!(
        messages(&with(&long)),
        ["the default has 4097 bytes where 4096 are allowed"]
    );
}
