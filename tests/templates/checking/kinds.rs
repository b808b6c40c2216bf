//! What kind of value a reference gives.

use super::{found, messages, nothing};

const START: &str = "Parameters:
  Name: {Type: String}
  Names: {Type: CommaDelimitedList}
  Subnets: {Type: 'List<AWS::EC2::Subnet::Id>'}
  Stored: {Type: 'AWS::SSM::Parameter::Value<List<String>>'}
Conditions:
  C: !Equals [!Ref Name, x]
Resources:
  Vpc: {Type: AWS::EC2::VPC, Properties: {CidrBlock: 10.0.0.0/16}}
  Subnet: {Type: AWS::EC2::Subnet, Properties: {CidrBlock: 10.0.0.0/24, VpcId: !Ref Vpc}}
  Group: {Type: AWS::EC2::SecurityGroup, Properties: {GroupDescription: d, VpcId: !GetAtt Vpc.VpcId}}
  Role: {Type: AWS::IAM::Role, Properties: {AssumeRolePolicyDocument: {}}}
  Zone: {Type: AWS::Route53::HostedZone, Properties: {Name: a.b}}
  Custom: {Type: Custom::Thing}
";

fn with(resource: &str) -> String {
    format!("{START}  R: {resource}\n")
}

fn subnet(vpc: &str) -> String {
    with(&format!(
        "{{Type: AWS::EC2::Subnet, Properties: {{CidrBlock: 10.0.1.0/24, VpcId: {vpc}}}}}"
    ))
}

fn function(role: &str) -> String {
    with(&format!(
        "{{Type: AWS::Lambda::Function, Properties: {{Runtime: python3.12, Handler: a.b, Code: {{ZipFile: x}}, Role: {role}}}}}"
    ))
}

#[test]
fn the_id_of_one_thing_is_not_that_of_another() {
    for right in [
        "!Ref Vpc",
        "!GetAtt Vpc.VpcId",
        "!GetAtt Subnet.VpcId",
        "!Ref Name",
        "!ImportValue vpc",
        "!GetAtt Custom.Id",
        "!Ref Custom",
        "!If [C, !Ref Vpc, vpc-123]",
        "!Select [0, !Split [',', !Ref Name]]",
    ] {
        nothing(&subnet(right));
    }
    for (wrong, code, path) in [
        ("!Ref Subnet", "E1041", "/Ref"),
        ("!Ref Group", "E1041", "/Ref"),
        ("!Ref Role", "E1041", "/Ref"),
        ("!If [C, !Ref Vpc, !Ref Subnet]", "E1041", "/Fn::If/2/Ref"),
        ("!GetAtt Subnet.SubnetId", "E1040", "/Fn::GetAtt"),
    ] {
        let expected = format!("{code} 15 /Resources/R/Properties/VpcId{path}");
        assert_eq!(found(&subnet(wrong)), [expected], "{wrong}");
    }
    assert_eq!(
        messages(&subnet("!Ref Subnet")),
        ["this gives the `SubnetId` of an `AWS::EC2::Subnet` where `AWS::EC2::VPC.Id` is due"]
    );
    let groups = |list: &str| {
        with(&format!(
            "{{Type: AWS::Lambda::Function, Properties: {{Runtime: python3.12, Handler: a.b, Code: {{ZipFile: x}}, Role: !GetAtt Role.Arn, VpcConfig: {{SubnetIds: [!Ref Subnet], SecurityGroupIds: {list}}}}}}}"
        ))
    };
    nothing(&groups("[!Ref Group, !GetAtt Group.GroupId, sg-12345678]"));
    nothing(&groups("!Ref Names"));
    let all = found(&groups("[!Ref Group, !Ref Vpc]"));
    assert_eq!(
        all,
        ["E1041 15 /Resources/R/Properties/VpcConfig/SecurityGroupIds/1/Ref"]
    );
    // A name may be any text.
    nothing(&with(
        "{Type: AWS::EC2::Instance, Properties: {ImageId: ami-12345678, SecurityGroupIds: [!Ref Vpc]}}",
    ));
}

#[test]
fn a_name_is_no_arn_where_only_arns_match() {
    nothing(&function("!GetAtt Role.Arn"));
    nothing(&function("!Ref Name"));
    nothing(&function(
        "!Sub 'arn:aws:iam::${AWS::AccountId}:role/${Role}'",
    ));
    assert_eq!(
        found(&function("!Ref Role")),
        ["E1041 15 /Resources/R/Properties/Role/Ref"]
    );
    let template = formwork::Template::from_yaml(&function("!Ref Role")).unwrap();
    let all = template.violations(&formwork::Types::catalog());
    assert_eq!(
        all.iter().next().unwrap().help().as_deref(),
        Some("`Fn::GetAtt` of `Arn` gives the ARN")
    );
}

#[test]
fn a_list_is_no_text_and_a_text_is_no_list() {
    let topic = |name: &str| {
        with(&format!(
            "{{Type: AWS::SNS::Topic, Properties: {{DisplayName: {name}}}}}"
        ))
    };
    for right in [
        "!Ref Name",
        "!Join [',', !Ref Names]",
        "!Join [',', !GetAtt Zone.NameServers]",
        "!Select [0, !Ref Names]",
        "!GetAtt Custom.List",
    ] {
        nothing(&topic(right));
    }
    for (wrong, code, path) in [
        ("!Ref Names", "E1020", "/Ref"),
        ("!Ref Subnets", "E1020", "/Ref"),
        ("!Ref Stored", "E1020", "/Ref"),
        ("!GetAtt Zone.NameServers", "E1010", "/Fn::GetAtt"),
        ("!Sub '${Names}'", "E1019", "/Fn::Sub"),
        ("!Join ['', [a, !Ref Names]]", "E1022", "/Fn::Join/1/1/Ref"),
        ("!If [C, a, !Ref Names]", "E1020", "/Fn::If/2/Ref"),
    ] {
        let expected = format!("{code} 15 /Resources/R/Properties/DisplayName{path}");
        assert_eq!(found(&topic(wrong)), [expected], "{wrong}");
    }
    let policy = |topics: &str| {
        with(&format!(
            "{{Type: AWS::SNS::TopicPolicy, Properties: {{PolicyDocument: {{}}, Topics: {topics}}}}}"
        ))
    };
    nothing(&policy("!Ref Names"));
    nothing(&policy("[!Ref Name]"));
    nothing(&policy("!Split [',', !Ref Name]"));
    assert_eq!(
        found(&policy("!Ref Name")),
        ["E1020 15 /Resources/R/Properties/Topics/Ref"]
    );
    assert_eq!(
        found(&policy("[!Ref Names]")),
        ["E1020 15 /Resources/R/Properties/Topics/0/Ref"]
    );
}

#[test]
fn outputs_and_conditions_take_texts() {
    let output = |value: &str| format!("{START}Outputs: {{O: {{Value: {value}}}}}\n");
    nothing(&output("!Join [',', !Ref Names]"));
    assert_eq!(
        found(&output("!Ref Names")),
        ["E6101 15 /Outputs/O/Value/Ref"]
    );
    assert_eq!(
        found(&output("!GetAtt Zone.NameServers")),
        ["E6101 15 /Outputs/O/Value/Fn::GetAtt"]
    );
    let condition = START.replace("!Equals [!Ref Name, x]", "!Equals [!Ref Names, x]");
    assert_eq!(
        found(&condition),
        ["E1020 7 /Conditions/C/Fn::Equals/0/Ref"]
    );
}

#[test]
fn an_arn_that_may_be_left_out_is_not_asked_for() {
    let text = "Resources:
  Bus: {Type: AWS::Events::EventBus, Properties: {Name: bus}}
  Rule:
    Type: AWS::Events::Rule
    Properties: {EventBusName: !Ref Bus, EventPattern: {source: [a]}}
";
    nothing(text);
    nothing(&text.replace("!Ref Bus", "!GetAtt Bus.Name"));
    nothing(&text.replace("!Ref Bus", "!GetAtt Bus.Arn"));
}
