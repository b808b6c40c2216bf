//! From text to a template, and what is found in it.

use formwork::template::UpdateReplacePolicy;
use formwork::{DeletionPolicy, Json, Template, Violations};

formwork::resource!("AWS::ApiGatewayV2::IntegrationResponse");

const CHAT: &str = r"# A chat.
AWSTemplateFormatVersion: 2010-09-09
Outputs:
  Url: {Value: !Sub 'wss://${Api}.${AWS::URLSuffix}'}
Resources:
  Api: {Type: AWS::ApiGatewayV2::Api}
  NotFound:
    Type: AWS::ApiGatewayV2::IntegrationResponse
    DependsOn: Api
    Properties:
      ApiId: !Ref Api
      IntegrationId: !GetAtt Integration.Id.Of.It
      IntegrationResponseKey: /404/
  Wrong:
    Type: AWS::ApiGatewayV2::IntegrationResponse
    Condition: IsProd
    DependsOn: [Api, NotFound]
    Properties:
      ApiId: !Ref Api
      IntegrationId: [i]
  Bare:
    Type: AWS::ApiGatewayV2::IntegrationResponse
  'Fn::ForEach::Topics': [Name, [A, B], {'Topic${Name}': {Type: AWS::SNS::Topic}}]
Macros: kept
";

fn chat() -> Template {
    Template::from_yaml(CHAT).unwrap()
}

fn lines(found: &Violations) -> Vec<String> {
    let line = |one: &formwork::Violation| {
        let place = one
            .location()
            .map_or("-".to_owned(), |place| place.to_string());
        format!("{} {place} {}", one.rule().code(), one.path())
    };
    found.iter().map(line).collect()
}

#[test]
fn json_is_tried_first_then_yaml() {
    // Tabs are white space of JSON alone.
    let template: Template = "{\t\"Resources\": {}}".parse().unwrap();
    assert_eq!(template.resources().count(), 0);
    let template = Template::from_text(CHAT).unwrap();
    assert_eq!(template, chat());
    let error = Template::from_text("{\"Resources\": {} \"A\": 1}").unwrap_err();
    assert_eq!(
        error.iter().next().unwrap().location().unwrap().to_string(),
        "1:18"
    );
    let error = Template::from_text("Resources:\n\tApi: 1\n").unwrap_err();
    assert_eq!(error.iter().next().unwrap().location().unwrap().line, 2);
}

#[test]
fn what_is_no_template_is_refused_with_its_place() {
    for (text, message) in [
        ("[]", "a list is not a template"),
        (" \"x\"", "`\"x\"` is not a template"),
        ("null", "`null` is not a template"),
    ] {
        let error = Template::from_json(text).unwrap_err();
        let violation = error.iter().next().unwrap();
        assert_eq!((violation.message().as_str(), error.len()), (message, 1));
        assert!(violation.location().is_some());
    }
    let twice = "{\"Resources\": {\"A\": 1,\n \"A\": 2},\n\"Resources\": {}}";
    let error = Template::from_json(twice).unwrap_err();
    assert_eq!(
        lines(&error),
        ["E0000 2:2 /Resources/A", "E0000 3:1 /Resources"]
    );
}

#[test]
fn nothing_is_lost_and_sections_are_written_in_documented_order() {
    let template = chat();
    let json = template.to_json_value();
    let names: Vec<&str> = json.as_object().unwrap().keys().collect();
    assert_eq!(
        names,
        ["AWSTemplateFormatVersion", "Resources", "Outputs", "Macros"]
    );
    assert_eq!(
        json.pointer("/Resources/NotFound/Properties/IntegrationId")
            .unwrap()
            .to_string(),
        r#"{"Fn::GetAtt":["Integration","Id.Of.It"]}"#
    );
    for again in [
        Template::from_json(&template.to_json()).unwrap(),
        Template::from_yaml(&template.to_yaml()).unwrap(),
    ] {
        assert_eq!(again, template);
        assert_eq!(again.to_json(), template.to_json());
    }
    assert_eq!(template.to_text(), CHAT);
}

#[test]
fn resources_are_met_in_order_and_loops_are_none() {
    let template = chat();
    let ids: Vec<&str> = template.resources().map(|one| one.logical_id()).collect();
    assert_eq!(ids, ["Api", "NotFound", "Wrong", "Bare"]);
    let wrong = template.resources().nth(2).unwrap();
    assert_eq!(wrong.type_name(), "AWS::ApiGatewayV2::IntegrationResponse");
    assert_eq!(wrong.depends_on(), ["Api", "NotFound"]);
    assert_eq!(wrong.condition(), Some("IsProd"));
    assert_eq!(wrong.location().unwrap().to_string(), "14:3");
    assert_eq!(
        wrong.properties().get("IntegrationId").unwrap().to_string(),
        "[\"i\"]"
    );
    let api = template.resources().next().unwrap();
    assert_eq!(
        (api.properties().to_string(), api.depends_on().len()),
        ("{}".to_owned(), 0)
    );
    let output = template.outputs().next().unwrap();
    assert_eq!((output.name(), output.location().unwrap().line), ("Url", 4));
}

#[test]
fn a_resource_is_read_with_the_places_of_the_template() {
    let template = chat().in_file("chat.yaml");
    let response = template
        .resource::<IntegrationResponse>("NotFound")
        .unwrap()
        .unwrap();
    assert_eq!(
        response.integration_response_key.as_literal().unwrap(),
        "/404/"
    );
    assert_eq!(
        template.resource::<IntegrationResponse>("Absent").unwrap(),
        None
    );

    let found = template
        .resource::<IntegrationResponse>("Wrong")
        .unwrap_err();
    let expected = [
        "E3003 19:7 /Resources/Wrong/Properties",
        "E3012 20:22 /Resources/Wrong/Properties/IntegrationId",
    ];
    assert_eq!(lines(&found), expected);
    assert!(
        found
            .to_string()
            .contains("--> chat.yaml:20:22 (/Resources/Wrong/Properties/IntegrationId)")
    );
    assert!(found.to_string().contains("20 |       IntegrationId: [i]"));

    let found = template
        .resource::<IntegrationResponse>("Bare")
        .unwrap_err();
    assert_eq!(found.len(), 3);
    assert!(
        lines(&found)
            .iter()
            .all(|line| line == "E3003 22:5 /Resources/Bare/Properties")
    );

    let found = template.resource::<IntegrationResponse>("Api").unwrap_err();
    assert_eq!(lines(&found), ["E3012 6:15 /Resources/Api/Type"]);
    let message = "`Api` is of the type `AWS::ApiGatewayV2::Api`, not `AWS::ApiGatewayV2::IntegrationResponse`";
    assert_eq!(found.iter().next().unwrap().message(), message);
}

#[test]
fn resources_of_one_type_are_read_one_by_one() {
    let template = chat();
    let read: Vec<(&str, bool)> = template
        .resources_of::<IntegrationResponse>()
        .map(|(id, read)| (id, read.is_ok()))
        .collect();
    assert_eq!(
        read,
        [("NotFound", true), ("Wrong", false), ("Bare", false)]
    );
}

#[test]
fn attributes_are_set_and_the_rest_stays() {
    let mut template = chat();
    template
        .entry("NotFound")
        .deletion_policy(DeletionPolicy::RetainExceptOnCreate)
        .update_replace_policy(UpdateReplacePolicy::Snapshot)
        .depends_on("Api")
        .depends_on("Bare".to_owned())
        .condition("IsProd")
        .metadata(Json::from(1));
    template.entry("Wrong").depends_on("Bare").depends_on("Api");
    let attribute = |id: &str, name: &str| {
        template
            .get(&format!("/Resources/{id}/{name}"))
            .unwrap()
            .to_string()
    };
    assert_eq!(attribute("NotFound", "DependsOn"), r#"["Api","Bare"]"#);
    assert_eq!(
        attribute("NotFound", "DeletionPolicy"),
        r#""RetainExceptOnCreate""#
    );
    assert_eq!(
        attribute("NotFound", "UpdateReplacePolicy"),
        r#""Snapshot""#
    );
    assert_eq!(attribute("NotFound", "Condition"), r#""IsProd""#);
    assert_eq!(
        attribute("Wrong", "DependsOn"),
        r#"["Api","NotFound","Bare"]"#
    );
    assert_eq!(attribute("Wrong", "Condition"), r#""IsProd""#);
    assert_ne!(template, chat());
    assert_eq!(Template::from_text(&template.to_text()).unwrap(), template);
    // What was read keeps its places.
    let found = template
        .resource::<IntegrationResponse>("Wrong")
        .unwrap_err();
    assert_eq!(
        lines(&found)[1],
        "E3012 20:22 /Resources/Wrong/Properties/IntegrationId"
    );
}

#[test]
fn a_resource_that_is_made_in_memory_is_read_without_places() {
    let mut template = Template::new();
    let properties = r#"{"ApiId": "a", "IntegrationId": 1, "Keys": 2}"#.parse::<Json>().unwrap();
    template
        .entry("Made")
        .attribute("Type", "AWS::ApiGatewayV2::IntegrationResponse")
        .attribute("Properties", properties);
    let found = template
        .resource::<IntegrationResponse>("Made")
        .unwrap_err();
    let expected = [
        "E3003 - /Resources/Made/Properties",
        "E3002 - /Resources/Made/Properties/Keys",
    ];
    assert_eq!(lines(&found), expected);
    template.entry("Other").attribute("Type", "Custom::Thing");
    let found = template
        .resource::<IntegrationResponse>("Other")
        .unwrap_err();
    assert_eq!(lines(&found), ["E3012 - /Resources/Other/Type"]);
}
