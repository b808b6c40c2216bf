//! Templates that a program puts together.

use formwork::template::{Condition, TemplateRule};
use formwork::{
    DeletionPolicy, Handle, Output, Parameter, Rule, Template, Types, Value, Violations, sub,
};

formwork::resource! { "AWS::SQS::Queue", "AWS::SNS::Topic" }

fn template_with_queue() -> (Template, Handle<Queue>) {
    let mut template = Template::new();
    let queue = template
        .add("Jobs", Queue::builder().queue_name("jobs"))
        .unwrap();
    (template, queue)
}

fn at(template: &Template, pointer: &str) -> String {
    let value = template.get(pointer);
    value.map_or_else(|| "nothing".to_owned(), |value| value.to_string())
}

#[test]
fn sub_captures_names_attributes_and_values() {
    let (_, jobs) = template_with_queue();
    let call = |value: Value<String>| value.to_json().to_string();
    assert_eq!(call(sub!("${jobs}")), r#"{"Fn::Sub":"${Jobs}"}"#);
    assert_eq!(
        call(sub!("a-${jobs.Arn}-b")),
        r#"{"Fn::Sub":"a-${Jobs.Arn}-b"}"#
    );
    let arn = jobs.get_att(queue::ARN);
    assert_eq!(call(sub!("${arn}/*")), r#"{"Fn::Sub":"${Jobs.Arn}/*"}"#);
    let imported: Value<String> = Value::import_value("x");
    assert_eq!(
        call(sub!("${imported}!")),
        r#"{"Fn::Sub":["${imported}!",{"imported":{"Fn::ImportValue":"x"}}]}"#
    );
    let text = "t";
    assert_eq!(
        call(sub!("${text}")),
        r#"{"Fn::Sub":["${text}",{"text":"t"}]}"#
    );
    assert_eq!(
        call(sub!("${n}-${AWS::Region}-${!Kept}", n = 3)),
        r#"{"Fn::Sub":["${n}-${AWS::Region}-${!Kept}",{"n":"3"}]}"#
    );
    assert_eq!(call(sub!("")), r#"{"Fn::Sub":""}"#);
}

#[test]
fn sub_captures_what_a_function_was_given_by_reference() {
    fn texts(queue: &Handle<Queue>, arn: &Value<String>, name: &str) -> String {
        let owned = &name.to_owned();
        let text: Value<String> = sub!("${queue}-${queue.Arn}-${arn}-${name}-${owned}");
        text.to_json().to_string()
    }
    let (_, jobs) = template_with_queue();
    assert_eq!(
        texts(&jobs, &jobs.get_att(queue::ARN), "n"),
        r#"{"Fn::Sub":["${Jobs}-${Jobs.Arn}-${Jobs.Arn}-${name}-${owned}",{"name":"n","owned":"n"}]}"#
    );
}

#[test]
fn names_are_checked_and_each_is_taken_once() {
    let (mut template, _) = template_with_queue();
    let taken = template.add("Jobs", Topic::builder()).unwrap_err();
    assert_eq!(taken.iter().next().unwrap().rule(), Rule::UniqueItems);
    assert_eq!(taken.iter().next().unwrap().path(), "/Resources/Jobs");
    assert!(template.parameter("Jobs", Parameter::string()).is_err());
    // A condition may have the name of a resource.
    assert!(
        template
            .condition("Jobs", Condition::equals("a", "b"))
            .is_ok()
    );
    for name in ["", "My-Queue", "a/b", "é", "a\u{1b}[2J", &"x".repeat(256)] {
        let refused = template.add(name, Queue::builder()).unwrap_err();
        let violation = refused.iter().next().unwrap();
        assert_eq!(violation.rule(), Rule::Pattern, "{name}");
        assert!(!refused.to_string().contains('\u{1b}'), "{refused}");
    }
    assert!(template.add(&"x".repeat(255), Queue::builder()).is_ok());
    assert_eq!(template.resources().count(), 2);
}

#[test]
fn resources_are_replaced_with_their_attributes_kept_and_removed() {
    let (mut template, jobs) = template_with_queue();
    template
        .entry(&jobs)
        .deletion_policy(DeletionPolicy::Retain);
    let mut queue: Queue = template.resource("Jobs").unwrap().unwrap();
    queue.queue_name = Some("others".into());
    template.replace("Jobs", &queue).unwrap();
    assert_eq!(
        at(&template, "/Resources/Jobs/Properties/QueueName"),
        "\"others\""
    );
    assert_eq!(
        at(&template, "/Resources/Jobs/DeletionPolicy"),
        "\"Retain\""
    );
    let topic = template.replace(&jobs, Topic::builder()).unwrap();
    assert_eq!(at(&template, "/Resources/Jobs/Type"), "\"AWS::SNS::Topic\"");
    assert_eq!(at(&template, "/Resources/Jobs/Properties"), "{}");
    assert!(template.replace("Others", &queue).is_err());
    assert!(template.remove(&topic) && !template.remove("Jobs"));
    assert_eq!(template.resources().count(), 0);
}

#[test]
fn handles_come_from_templates_that_were_read_as_well() {
    let text = r#"{ "Resources": { "Jobs": { "Type": "AWS::SQS::Queue" } } }"#;
    let template: Template = text.parse().unwrap();
    let jobs: Handle<Queue> = template.handle("Jobs").unwrap();
    assert_eq!(
        jobs.get_att(queue::ARN).to_json().to_string(),
        r#"{"Fn::GetAtt":["Jobs","Arn"]}"#
    );
    assert!(template.handle::<Topic>("Jobs").is_none());
    assert!(template.handle::<Queue>("Others").is_none());
}

#[test]
fn overrides_reach_into_lists_and_new_objects() {
    let (mut template, jobs) = template_with_queue();
    template
        .entry(&jobs)
        .override_property("/Tags", vec!["x"])
        .override_property("/Tags/-", "y")
        .override_property("/Tags/0", "z")
        .override_property("/Tags/9", "lost")
        .override_property("/QueueName/Deep", "lost")
        .override_property("/New~1Name", 1);
    assert_eq!(
        at(&template, "/Resources/Jobs/Properties"),
        r#"{"QueueName":"jobs","Tags":["z","y"],"New/Name":1}"#
    );
    let found = template.violations(&Types::new());
    let found: Vec<_> = found.iter().map(formwork::Violation::message).collect();
    let nowhere = |pointer| format!("the pointer `{pointer}` leads nowhere in these properties");
    assert_eq!(found, [nowhere("/Tags/9"), nowhere("/QueueName/Deep")]);
}

#[test]
fn a_list_is_made_where_something_is_added_to_nothing() {
    let (mut template, jobs) = template_with_queue();
    template
        .entry(&jobs)
        .override_property("/Tags/-/Key", "a")
        .override_property("/New/-/-", 1);
    assert_eq!(
        at(&template, "/Resources/Jobs/Properties"),
        r#"{"QueueName":"jobs","Tags":[{"Key":"a"}],"New":[[1]]}"#
    );
}

#[test]
fn every_kind_of_part_is_written() -> Result<(), Violations> {
    let mut template = Template::new();
    template
        .format_version("2010-09-09")
        .metadata("Owner", "we");
    let size = Parameter::number()
        .default(1)
        .min_value(1)
        .max_value(9)
        .description("how many");
    let size = template.parameter("Size", size)?;
    let secret = Parameter::string()
        .no_echo()
        .min_length(8)
        .max_length(64)
        .allowed_pattern("[a-z]+");
    template.parameter("Secret", secret.constraint_description("small letters"))?;
    template.parameter("Vpc", Parameter::of_type("AWS::EC2::VPC::Id"))?;
    template.parameter("Image", Parameter::ssm("AWS::EC2::Image::Id"))?;
    let is_one = template.condition("IsOne", size.equals("1"))?;
    let odd = &is_one | Condition::equals("a", "b");
    template.condition("Odd", odd & !&is_one)?;
    template.rule(
        "Small",
        TemplateRule::new()
            .when(&is_one)
            .assert(Condition::equals("a", "a"), "so"),
    )?;
    let sizes = template.mapping("Sizes", [("a", [("n", 1)])])?;
    let delay: Value<i64> = sizes.find("a", "n");
    let jobs = template.add("Jobs", Queue::builder().delay_seconds(delay))?;
    template.output(
        "Jobs",
        Output::new(&jobs)
            .description("the queue")
            .condition(&is_one),
    )?;
    template.output("Size", &size)?;
    assert_eq!(
        at(&template, "/Conditions/Odd"),
        r#"{"Fn::And":[{"Fn::Or":[{"Condition":"IsOne"},{"Fn::Equals":["a","b"]}]},{"Fn::Not":[{"Condition":"IsOne"}]}]}"#
    );
    assert_eq!(
        at(&template, "/Parameters/Image/Type"),
        r#""AWS::SSM::Parameter::Value<AWS::EC2::Image::Id>""#
    );
    assert_eq!(
        at(&template, "/Resources/Jobs/Properties/DelaySeconds"),
        r#"{"Fn::FindInMap":["Sizes","a","n"]}"#
    );
    let again: Template = template.to_json().parse()?;
    assert_eq!(again, template);
    Ok(())
}

#[test]
fn a_handle_of_another_template_is_reported_by_the_check() {
    let (mut template, jobs) = template_with_queue();
    let (mut other, others) = template_with_queue();
    template.entry(&jobs).depends_on(&others);
    let problems = template.check(&Types::new().with::<Queue>()).unwrap_err();
    let found: Vec<_> = problems
        .iter()
        .map(|one| (one.path(), one.message()))
        .collect();
    let message = "the handle `Jobs` belongs to another template".to_owned();
    assert!(found.contains(&("/Resources/Jobs", message)), "{found:?}");
    other.entry(&others).deletion_policy(DeletionPolicy::Retain);
    assert!(other.check(&Types::new().with::<Queue>()).is_ok());
}
