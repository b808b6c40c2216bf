//! Programs as people write them: every way to build, read, edit, check and plan that the documentation shows, and
//! what is near to it.

use std::collections::BTreeMap;
use std::error::Error;

use formwork::template::{
    Condition, ParameterValues, ResourcePlan, TemplateRule, UpdateReplacePolicy,
};
use formwork::{
    DeletionPolicy, Handle, Json, Outcome, Output, Parameter, Severity, Template, TemplatePlan,
    Types, Value, Violation, Violations, sub,
};
use serde_json::json;

formwork::resource! {
    "AWS::ApiGatewayV2::Api",
    "AWS::ApiGatewayV2::Integration",
    "AWS::ApiGatewayV2::IntegrationResponse",
    "AWS::CloudFormation::Stack",
    "AWS::DynamoDB::Table",
    "AWS::EC2::Subnet",
    "AWS::EC2::VPC" as Vpc,
    "AWS::S3::Bucket",
    "AWS::SNS::Topic",
    "AWS::SQS::Queue",
}

#[derive(Clone, Debug, PartialEq, formwork::Resource)]
#[resource("AWS::SQS::Queue")]
struct Jobs {
    queue_name: Option<Value<String>>,
    delay_seconds: Option<i64>,
}

fn at(template: &Template, pointer: &str) -> String {
    let value = template.get(pointer);
    value.map_or_else(|| "nothing".to_owned(), |value| value.to_string())
}

fn json(text: &str) -> Json {
    text.parse().unwrap()
}

/// The chat, up to the points where it is read again.
fn chat() -> Result<Template, Violations> {
    let mut template = Template::new();
    template.description("A chat over WebSockets");
    let stage = template.parameter(
        "Stage",
        Parameter::string()
            .default("prod")
            .allowed_values(["dev", "prod"]),
    )?;
    let is_prod = template.condition("IsProd", stage.equals("prod"))?;
    let api = template.add(
        "Api",
        Api::builder()
            .name("chat")
            .protocol_type("WEBSOCKET")
            .route_selection_expression("$request.body.action"),
    )?;
    let key = table::KeySchemaItem::builder()
        .attribute_name("id")
        .key_type("HASH");
    let definition = table::AttributeDefinition::builder()
        .attribute_name("id")
        .attribute_type("S");
    let table = template.add(
        "Connections",
        Table::builder()
            .billing_mode("PAY_PER_REQUEST")
            .key_schema([key.build()])
            .attribute_definitions([definition.build()]),
    )?;
    template
        .entry(&table)
        .deletion_policy(DeletionPolicy::Retain)
        .condition(&is_prod)
        .depends_on(&api);
    let integration = template.add(
        "Integration",
        Integration::builder().api_id(&api).integration_type("MOCK"),
    )?;
    template.add(
        "NotFound",
        IntegrationResponse::builder()
            .api_id(&api)
            .integration_id(integration.reference())
            .integration_response_key("/400/"),
    )?;
    template.output(
        "Endpoint",
        Output::new(api.get_att(api::API_ENDPOINT)).export("chat-endpoint"),
    )?;
    template.output(
        "Url",
        sub!("https://${api}.execute-api.${AWS::Region}.amazonaws.com/${stage}"),
    )?;
    Ok(template)
}

#[test]
fn a_template_is_built_written_read_edited_checked_and_planned() -> Result<(), Violations> {
    let built = chat()?;
    let types = Types::catalog();
    built.check(&types)?;
    assert_eq!(Template::from_json(&built.to_json())?, built);
    assert_eq!(
        at(&built, "/Resources/NotFound/Properties/ApiId"),
        r#"{"Ref":"Api"}"#
    );
    assert_eq!(
        at(&built, "/Outputs/Url/Value"),
        r#"{"Fn::Sub":"https://${Api}.execute-api.${AWS::Region}.amazonaws.com/${Stage}"}"#
    );

    let text = built.to_yaml();
    let mut template = Template::from_yaml(&text)?;
    assert_eq!(template, built);
    let response: Option<IntegrationResponse> = template.resource("NotFound")?;
    let mut names = Vec::new();
    for resource in template.resources() {
        names.push((resource.logical_id(), resource.type_name()));
        assert!(resource.properties().as_object().is_some());
    }
    assert_eq!(
        names[3],
        ("NotFound", "AWS::ApiGatewayV2::IntegrationResponse")
    );
    let mut response = response.unwrap();
    response.integration_response_key = "/404/".into();
    template.replace("NotFound", &response)?;
    assert_eq!(template.to_text(), text.replace("/400/", "/404/"));

    let plan: TemplatePlan = built.plan_update(&template, &types);
    assert_eq!(plan.outcome(), Some(Outcome::InPlace));
    assert_eq!(plan.resource("NotFound").unwrap().changes().len(), 1);
    Ok(())
}

#[test]
fn types_come_from_programs_specifications_and_the_catalog() -> Result<(), Violations> {
    let text = r#"{ "typeName": "Acme::Garden::Pond", "properties": { "Depth": { "type": "integer" } },
        "additionalProperties": false }"#;
    let types = Types::new().with::<Bucket>().with_specification(text)?;
    let bucket = types.get("AWS::S3::Bucket").unwrap();
    assert!(bucket.check_json(r#"{ "BucketName": "logs" }"#).is_empty());
    let pond = types.get("Acme::Garden::Pond").unwrap();
    assert!(pond.from_json(r#"{ "Deep": 1 }"#).is_err());
    assert!(
        types.get("AWS::SQS::Queue").is_none() && Types::catalog().get("AWS::SQS::Queue").is_some()
    );
    Ok(())
}

#[test]
fn parameters_have_every_type_and_limit() -> Result<(), Violations> {
    let mut template = Template::new();
    let delay = Parameter::number().default(3).min_value(1).max_value(10);
    let delay = template.parameter("Delay", delay)?;
    let name = Parameter::string()
        .min_length(1)
        .max_length(20)
        .allowed_pattern("[a-z]*")
        .constraint_description("small letters")
        .description("what it is called")
        .default("jobs");
    let name = template.parameter("Name", name)?;
    template.parameter("Half", Parameter::number().default(0.5).min_value(0.25))?;
    template.parameter(
        "Kind",
        Parameter::string().allowed_values(vec!["a".to_owned()]),
    )?;
    template.parameter(
        "Count",
        Parameter::number().allowed_values([1, 2]).default(1),
    )?;
    template.parameter("Secret", Parameter::string().no_echo())?;
    let names = template.parameter("Names", Parameter::comma_delimited_list().default("a,b"))?;
    template.parameter("Ports", Parameter::list_of_numbers().default("1,2"))?;
    let vpc = template.parameter("Vpc", Parameter::of_type("AWS::EC2::VPC::Id"))?;
    template.parameter("Subnets", Parameter::of_type("List<AWS::EC2::Subnet::Id>"))?;
    template.parameter(
        "Image",
        Parameter::ssm("AWS::EC2::Image::Id").default("/images/a"),
    )?;

    let queue = Queue::builder().delay_seconds(&delay).queue_name(&name);
    template.add("Queue", queue)?;
    let queue = Queue::builder()
        .delay_seconds(delay.reference())
        .queue_name(name.reference());
    template.add("Other", queue)?;
    let subnet = Subnet::builder()
        .vpc_id(&vpc)
        .cidr_block(Value::select(0, &names));
    template.add("Subnet", subnet)?;
    template.output("Names", Output::new(Value::<String>::join(",", &names)))?;
    template.output("Name", &name)?;
    template.output("Delay", Output::new(delay.reference::<String>()))?;
    template.check(&Types::catalog())?;
    assert_eq!(
        at(&template, "/Outputs/Names/Value"),
        r#"{"Fn::Join":[",",{"Ref":"Names"}]}"#
    );
    assert_eq!(
        at(&template, "/Resources/Subnet/Properties/CidrBlock"),
        r#"{"Fn::Select":[0,{"Ref":"Names"}]}"#
    );
    Ok(())
}

#[test]
fn conditions_are_combined_by_operators_methods_and_lists() -> Result<(), Violations> {
    let mut template = Template::new();
    let stage = template.parameter("Stage", Parameter::string())?;
    let prod = template.condition("Prod", stage.equals("prod"))?;
    let dev = template.condition("Dev", !&prod)?;
    template.condition("A", &prod & &dev)?;
    template.condition("B", prod.and(&dev))?;
    template.condition("C", Condition::all([&prod, &dev]))?;
    let (and, same) = (
        at(&template, "/Conditions/A"),
        r#"{"Fn::And":[{"Condition":"Prod"},{"Condition":"Dev"}]}"#,
    );
    assert_eq!(and, same);
    assert_eq!(
        (
            at(&template, "/Conditions/B"),
            at(&template, "/Conditions/C")
        ),
        (and.clone(), and)
    );
    template.condition("D", (&prod | &dev) & !&dev)?;
    template.condition("E", prod.or(&dev).and(Condition::not(&dev)))?;
    assert_eq!(
        at(&template, "/Conditions/D"),
        at(&template, "/Conditions/E")
    );
    template.condition("F", Condition::any([&prod, &dev, &prod]))?;
    template.condition("G", !stage.equals("a") | stage.equals("b"))?;
    template.condition("H", prod.clone() & !dev.clone())?;
    template.condition("I", prod.not())?;
    template.condition(
        "J",
        Condition::equals(Value::reference("AWS::Region"), "eu-west-1"),
    )?;
    template.condition("K", Condition::equals(sub!("${stage}-x"), "prod-x"))?;
    template.condition("L", &prod)?;

    let queue = Queue::builder()
        .delay_seconds(prod.if_(10, 1))
        .queue_name(prod.if_(sub!("${stage}-jobs"), Value::no_value()))
        .fifo_queue(prod.if_(true, false))
        .tags(prod.if_(
            [queue::Tag::builder().key("a").value(&stage).build()],
            Value::no_value(),
        ));
    template.add("Queue", queue)?;
    template.output(
        "Stage",
        Output::new(prod.if_::<String>("yes", &stage)).condition(&dev),
    )?;
    template.check(&Types::catalog())?;
    assert_eq!(
        at(&template, "/Resources/Queue/Properties/QueueName"),
        r#"{"Fn::If":["Prod",{"Fn::Sub":"${Stage}-jobs"},{"Ref":"AWS::NoValue"}]}"#
    );
    Ok(())
}

#[test]
fn mappings_rules_metadata_and_transforms_are_added() -> Result<(), Violations> {
    let mut template = Template::new();
    let stage = template.parameter("Stage", Parameter::string().default("dev"))?;
    let sizes = template.mapping("Sizes", [("dev", [("Delay", 1)]), ("prod", [("Delay", 9)])])?;
    let lists = BTreeMap::from([("eu-west-1", BTreeMap::from([("Zones", vec!["a", "b"])]))]);
    template.mapping("Lists", lists)?;
    let queue = Queue::builder().delay_seconds(sizes.find(&stage, "Delay"));
    template.add("Queue", queue)?;
    let rule = TemplateRule::new()
        .when(stage.equals("prod"))
        .assert(!stage.equals("dev"), "production is not for development");
    template.rule("Stages", rule)?;
    template
        .format_version("2010-09-09")
        .metadata(
            "AWS::CloudFormation::Interface",
            json!({ "ParameterGroups": [] }),
        )
        .transform("AWS::LanguageExtensions");
    let topic = || Topic::builder().display_name(Value::sub("news of ${Name}"));
    template.for_each("Topics", "Name", ["Sport", "Art"], "Topic${Name}", topic())?;
    template.check(&Types::catalog())?;
    assert_eq!(
        at(&template, "/Resources/Queue/Properties/DelaySeconds"),
        r#"{"Fn::FindInMap":["Sizes",{"Ref":"Stage"},"Delay"]}"#
    );
    let refused = template.for_each("Topics", "Name", ["A"], "Topic${Name}", topic());
    assert!(refused.is_err(), "the name is taken");
    let refused = template
        .for_each("Others", "Name", ["A"], "Topic", topic())
        .unwrap_err();
    assert_eq!(
        refused.iter().next().unwrap().message(),
        "the logical id `Topic` is the same in every round: it has no `${Name}`"
    );
    Ok(())
}

#[test]
fn outputs_take_whatever_stands_for_a_text() -> Result<(), Violations> {
    let mut template = Template::new();
    let stage = template.parameter("Stage", Parameter::string())?;
    let prod = template.condition("Prod", stage.equals("prod"))?;
    let jobs = template.add("Jobs", Queue::builder())?;
    let export = sub!("${AWS::StackName}-jobs");
    let output = Output::new(jobs.get_att(queue::ARN))
        .condition(&prod)
        .description("d");
    template.output("A", output.export(export))?;
    template.output("B", &jobs)?;
    template.output("C", jobs.get_att(queue::ARN))?;
    template.output("D", jobs.reference())?;
    template.output("E", "text")?;
    template.output("F", String::from("text"))?;
    template.output("G", Output::new("text").export(&stage))?;
    template.output(
        "H",
        Output::new(sub!("${jobs.Arn}")).export(String::from("h")),
    )?;
    template.output("I", Value::<String>::import_value("x"))?;
    template.output("J", Value::<String>::join("-", ["a", "b"]))?;
    template.check(&Types::catalog())?;
    assert_eq!(
        at(&template, "/Outputs/C/Value"),
        r#"{"Fn::GetAtt":["Jobs","Arn"]}"#
    );
    Ok(())
}

#[test]
fn what_has_no_specification_is_added_and_overridden() -> Result<(), Violations> {
    let mut template = Template::new();
    let bucket = template.add("Bucket", Bucket::builder())?;
    let token = "arn:aws:lambda:eu-west-1:123456789012:function:f";
    let properties = json!({ "ServiceToken": token, "Size": 3 });
    let thing = template.untyped("Thing", "Custom::Thing", properties)?;
    let queue = Queue::builder().queue_name(thing.get_att("Name"));
    template.add("Queue", queue)?;
    template.add("Named", Topic::builder().display_name(&thing))?;
    template.output("Answer", Output::new(thing.get_att::<String>("Answer")))?;
    template
        .entry(&bucket)
        .override_property("/NewThing/Size", 3)
        .override_property("/Tags/-", json!({ "Key": "a", "Value": "b" }))
        .update_replace_policy(UpdateReplacePolicy::Retain)
        .metadata(json!({ "why": "it is new" }));
    template.entry("Queue").attribute("Description", "the jobs");
    assert_eq!(
        at(&template, "/Resources/Bucket/Properties/NewThing"),
        r#"{"Size":3}"#
    );
    let problems = template.check(&Types::catalog()).unwrap_err();
    let paths: Vec<&str> = problems.iter().map(Violation::path).collect();
    assert_eq!(paths, ["/Resources/Bucket/Properties/NewThing"]);
    Ok(())
}

#[test]
fn a_struct_of_ones_own_gives_a_handle_as_a_generated_one_does() -> Result<(), Violations> {
    let mut template = Template::new();
    let jobs = Jobs {
        queue_name: Some("jobs".into()),
        delay_seconds: Some(3),
    };
    let jobs: Handle<Jobs> = template.add("Jobs", jobs)?;
    let arn = jobs.get_att(Jobs::ARN);
    template.output("Arn", arn)?;
    template.output("Url", sub!("${jobs}"))?;
    template.check(&Types::new().with::<Jobs>())?;
    let read: Jobs = template.resource("Jobs")?.unwrap();
    assert_eq!(read.delay_seconds, Some(3));
    Ok(())
}

#[test]
fn networks_nest_and_divide() -> Result<(), Violations> {
    let mut template = Template::new();
    let vpc = template.add("Vpc", Vpc::builder().cidr_block("10.0.0.0/16"))?;
    let block = Value::cidr(vpc.get_att(vpc::CIDR_BLOCK), 4, 8);
    let subnet = Subnet::builder()
        .vpc_id(&vpc)
        .cidr_block(Value::select(0, block))
        .availability_zone(Value::select(0, Value::get_azs("")));
    template.add("Subnet", subnet)?;
    let parameters: Value<formwork::Map<Value<Json>>> =
        Value::Literal(formwork::Map::from([("VpcId", Value::from(&vpc))]));
    let stack = Stack::builder()
        .template_url("https://example.com/a.yaml")
        .parameters(parameters);
    let nested = template.add("Nested", stack)?;
    let other = Subnet::builder()
        .vpc_id(nested.get_att_named("Outputs.VpcId"))
        .cidr_block("10.1.0.0/24");
    template.add("Other", other)?;
    template
        .entry(&nested)
        .depends_on(&vpc)
        .depends_on("Subnet");
    template.check(&Types::catalog())?;
    assert_eq!(
        at(&template, "/Resources/Nested/DependsOn"),
        r#"["Vpc","Subnet"]"#
    );
    assert_eq!(
        at(&template, "/Resources/Subnet/Properties/AvailabilityZone"),
        r#"{"Fn::Select":[0,{"Fn::GetAZs":""}]}"#
    );
    Ok(())
}

#[test]
fn a_template_that_was_read_is_gone_through() -> Result<(), Box<dyn Error>> {
    let yaml = "Parameters: {P: {Type: String}}\nResources:\n  Jobs:\n    Type: AWS::SQS::Queue # here\n    DependsOn: [Topic]\n    Properties: {QueueName: a}\n  Topic: {Type: AWS::SNS::Topic}\n";
    let template: Template = yaml.parse()?;
    assert_eq!(template, Template::from_yaml(yaml)?.in_file("jobs.yaml"));
    assert_eq!(template.to_text(), yaml);
    let jobs = template.resources().next().unwrap();
    let typed: Queue = jobs.typed()?;
    assert_eq!(typed.queue_name, Some("a".into()));
    assert_eq!((jobs.depends_on(), jobs.condition()), (vec!["Topic"], None));
    assert_eq!(jobs.location().unwrap().line, 3);
    let name = jobs.properties();
    assert_eq!(name.get("QueueName").and_then(Json::as_str), Some("a"));
    for (id, queue) in template.resources_of::<Queue>() {
        assert_eq!((id, queue?.queue_name), ("Jobs", Some("a".into())));
    }
    assert_eq!(template.parameters().next().unwrap().name(), "P");
    let handle: Handle<Queue> = template.handle("Jobs").unwrap();
    assert_eq!(
        handle.get_att(queue::ARN).to_json(),
        json(r#"{"Fn::GetAtt":["Jobs","Arn"]}"#)
    );
    let found = template.violations(&Types::catalog());
    assert!(
        found
            .into_iter()
            .all(|one| one.severity() == Severity::Warning)
    );
    Ok(())
}

#[test]
fn a_plan_is_asked_in_every_way() -> Result<(), Violations> {
    let text = "Parameters: {Name: {Type: String, Default: a}}\nResources: {Jobs: {Type: AWS::SQS::Queue, Properties: {QueueName: !Ref Name}}}";
    let template = Template::from_yaml(text)?;
    let types = Types::catalog();
    assert!(template.plan_update(&template, &types).is_empty());
    let values = ParameterValues::new()
        .before("Name", "a")
        .after("Name", "b")
        .with_defaults();
    let plan = template.plan_update_with(&template, &types, &values);
    let replaced: Vec<&str> = plan.replaced().map(ResourcePlan::logical_id).collect();
    assert_eq!(replaced, ["Jobs"]);
    let counts = [
        plan.added().count(),
        plan.removed().count(),
        plan.renamed().count(),
        plan.changed().count(),
    ];
    assert_eq!(counts, [0, 0, 0, 1]);
    assert!(
        plan.to_string().contains("Jobs  AWS::SQS::Queue  replaced"),
        "{plan}"
    );
    assert!(
        plan.to_markdown()
            .contains("| `Jobs` | `AWS::SQS::Queue` | **replaced"),
        "{}",
        plan.to_markdown()
    );
    assert!(plan.to_mermaid().starts_with("flowchart LR\n"));
    assert_eq!(
        plan.to_json().get("outcome").and_then(Json::as_str),
        Some("replace")
    );
    Ok(())
}
