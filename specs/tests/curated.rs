//! Curated facts: what their files may say, how it is read, and what is wrong with it.

use formwork_specs::curated::model::{
    Claim, Condition, Curated, Interruption, Outcome, Subject, Test,
};
use formwork_specs::curated::{lay_over, read};
use formwork_specs::facts;
use formwork_specs::model::{Additional, JsonType, Literal, ResourceType, Update};
use formwork_specs::{Problems, Severity, bundled};

const EVIDENCE: &str = r#""because":"b","source":"https://s.example","asOf":"2026-09-29""#;

fn garden() -> ResourceType {
    let schema = br##"{
        "typeName": "Acme::Garden::Bed",
        "properties": {
            "Name": {"type": "string"},
            "Size": {"type": "integer"},
            "Soil": {"type": "string"},
            "Plants": {"type": "array", "items": {"$ref": "#/definitions/Plant"}},
            "Labels": {"type": "object", "additionalProperties": {"type": "string"}},
            "Id": {"type": "string"}
        },
        "definitions": {
            "Plant": {
                "type": "object",
                "properties": {
                    "Kind": {"type": "string"},
                    "Count": {"type": "integer"},
                    "Care": {"type": "object", "properties": {"Water": {"type": "boolean"}}}
                },
                "additionalProperties": false
            }
        },
        "readOnlyProperties": ["/properties/Id"],
        "primaryIdentifier": ["/properties/Id"],
        "additionalProperties": false
    }"##;
    formwork_specs::read(schema)
        .expect("a good schema")
        .resources
        .remove(0)
}

fn file(rest: &str) -> String {
    format!(r#"{{"typeName":"Acme::Garden::Bed",{rest}}}"#)
}

fn rules(rules: &str) -> String {
    file(&format!(r#""rules":[{rules}]"#))
}

fn rule(rest: &str) -> String {
    rules(&format!("{{{rest},{EVIDENCE}}}"))
}

fn good(text: &str) -> Curated {
    read(text.as_bytes(), &garden()).unwrap_or_else(|problems| panic!("{text}\n{problems}"))
}

fn refused(text: &str) -> Problems {
    match read(text.as_bytes(), &garden()) {
        Ok(curated) => panic!("{text} is read as {curated:?}"),
        Err(problems) => problems,
    }
}

#[test]
fn a_rule_says_where_when_what_and_why() {
    let text = rule(
        r#""path":"/Soil","when":{"before":"present","after":{"equals":"sand"}},
           "unless":{"attribute":"/UpdatePolicy/Rake","after":{"equals":true}},
           "outcome":"replace","interruption":"possible""#,
    );
    let curated = good(&text);
    let [rule] = curated.rules.as_slice() else {
        panic!("one rule: {curated:?}");
    };
    assert_eq!(rule.path.0, ["Soil"]);
    assert_eq!(rule.outcome, Some(Outcome::Replace));
    assert_eq!(rule.evidence.source, "https://s.example");
    let sand = Test::OneOf(vec![Literal::String("sand".to_owned())]);
    assert_eq!(
        rule.when,
        Some(Condition::All(vec![
            Condition::Claim(Subject::Own, Claim::Before(Test::Present)),
            Condition::Claim(Subject::Own, Claim::After(sand)),
        ]))
    );
    let Some(Condition::Claim(Subject::Attribute(path), Claim::After(_))) = &rule.unless else {
        panic!("an attribute: {:?}", rule.unless);
    };
    assert_eq!(path.0, ["UpdatePolicy", "Rake"]);
}

/// Every member, word and form of a condition.
const CONDITIONS: &[&str] = &[
    r#"{"before":"absent"}"#,
    r#"{"after":["absent",{"equals":0}]}"#,
    r#"{"after":{"oneOf":["a",1,true,null,[1],{"a":"\"\n"}]}}"#,
    r#"{"after":{"startsWith":"aurora"}}"#,
    r#"{"after":{"not":{"equals":"a"}}}"#,
    r#"{"after":{"count":{"least":0,"most":1}},"property":"/Plants"}"#,
    r#"{"change":"none","property":"/Name"}"#,
    r#"{"change":"any"}"#,
    r#"{"change":"added"}"#,
    r#"{"change":"removed"}"#,
    r#"{"change":"edited"}"#,
    r#"{"size":"grows"}"#,
    r#"{"size":"shrinks","property":"/Size"}"#,
    r#"{"version":"later"}"#,
    r#"{"version":"earlier"}"#,
    r#"{"elements":{"key":["/Kind"],"added":{"least":2}},"property":"/Plants"}"#,
    r#"{"elements":{"removed":{"least":1,"most":3},"addedOrRemoved":{}},"property":"/Plants"}"#,
    r#"{"elements":{"edited":{"at":["/Count"]},"key":["/Kind"]},"property":"/Plants"}"#,
    r#"{"elements":{"edited":{"except":["/Care/Water"]}},"property":"/Plants"}"#,
    r#"{"elements":{"edited":{}},"property":"/Labels"}"#,
    r#"{"attribute":"/UpdatePolicy/EnableVersionUpgrade","after":{"equals":true}}"#,
    r#"{"besides":["/Name","/Size"]}"#,
    r#"{"anyOf":[{"change":"any"},{"allOf":[{"change":"any"},{"not":{"change":"none"}}]}]}"#,
];

#[test]
fn what_is_printed_is_read_back_the_same() {
    for condition in CONDITIONS {
        let text = rule(&format!(
            r#""path":"/Soil","when":{condition},"unless":{condition},"outcome":"in place""#
        ));
        let first = good(&text);
        let printed = facts::rules(&first.rules);
        let again = good(&file(&format!(r#""rules":{printed}"#)));
        assert_eq!(again, first, "{printed}");
    }
}

#[test]
fn a_list_of_paths_is_a_rule_each_and_an_empty_path_is_the_resource() {
    let text = rule(r#""path":["/Name","/Plants/*/Care/Water","/Labels/*"],"outcome":"refused""#);
    let paths: Vec<String> = good(&text)
        .rules
        .iter()
        .map(|rule| rule.path.0.join("/"))
        .collect();
    assert_eq!(paths, ["Name", "Plants/*/Care/Water", "Labels/*"]);
    let whole = good(&rule(r#""path":"","interruption":"certain""#));
    assert!(whole.rules[0].path.0.is_empty());
}

#[test]
fn a_star_means_the_element_that_the_rule_is_about() {
    let condition = |property: &str| {
        let text = format!(
            r#""path":"/Plants/*/Care","when":{{"property":"{property}","change":"any"}},"outcome":"refused""#
        );
        read(rule(&text).as_bytes(), &garden())
    };
    assert!(condition("/Plants/*/Kind").is_ok());
    let problems = condition("/Labels/*").expect_err("which label is not said");
    assert!(
        problems.first().message.contains("which element"),
        "{problems}"
    );
}

#[test]
fn everything_wrong_is_told_at_once_each_with_its_place() {
    let text = r#"{
  "typeName": "Acme::Garden::Bad",
  "rulez": [],
  "rules": [
    {"path": "/Sail", "outcome": "replaced", "because": "b", "source": "http://s", "asOf": "2026-13"},
    {"path": "/Plants/Kind", "because": " "},
    {"path": "Name", "outcome": "refused", "because": "b", "source": "s", "asOf": "2026-01", "wen": {}}
  ],
  "names": [{"path": "/Name", "because": "b", "source": "s", "asOf": "2026-01"}],
  "ref": {"returns": ["Nam"], "because": "b", "source": "s", "asOf": "2026-01"}
}"#;
    let problems = refused(text);
    let seen: Vec<(String, &str)> = problems
        .iter()
        .map(|problem| {
            assert_eq!(problem.severity, Severity::Error);
            let place = problem.location.map(|place| place.to_string());
            (place.expect("each has a place"), problem.message.as_str())
        })
        .collect();
    for (place, message) in [
        (
            "2:15",
            "the facts are about `Acme::Garden::Bad`, not about `Acme::Garden::Bed`",
        ),
        ("3:12", "`rulez` is not known here"),
        ("5:14", "there is no property `Sail` here"),
        ("5:34", "`replaced` is none of the words that stand here"),
        ("5:72", "`http://s` is a link without `https`"),
        ("5:92", "`2026-13` is no day of the calendar"),
        ("6:5", "the rule has no effect"),
        (
            "6:5",
            "`source` is missing: every fact says why, who says so and when",
        ),
        ("6:14", "there is no property `Kind` here"),
        ("7:14", "`Name` is no pointer"),
        ("7:101", "`wen` is not known here"),
        ("9:13", "`custom` is missing"),
        ("10:23", "the type has no property or attribute `Nam`"),
    ] {
        assert!(
            seen.contains(&(place.to_owned(), message)),
            "{place} {message}\n{problems}"
        );
    }
    let help = |word: &str| {
        let found = problems
            .iter()
            .find(|problem| problem.message.contains(word));
        found
            .and_then(|problem| problem.help.clone())
            .unwrap_or_default()
    };
    assert_eq!(help("rulez"), "did you mean `rules`?");
    assert_eq!(help("Sail"), "did you mean `Soil`?");
    assert_eq!(help("wen"), "did you mean `when`?");
}

#[test]
fn conditions_that_ask_for_nothing_or_too_much_are_refused() {
    for (condition, message) in [
        ("{}", "asks for nothing"),
        (r#"{"property":"/Name"}"#, "asks for nothing"),
        (r#"{"anyOf":[]}"#, "list of conditions is empty"),
        (r#"{"anyOf":{}}"#, "an array is due"),
        (r#"{"before":{}}"#, "a test is one word"),
        (r#"{"before":[]}"#, "a test is one word"),
        (
            r#"{"before":{"equals":1,"oneOf":[1]}}"#,
            "a test is one word",
        ),
        (r#"{"before":"gone"}"#, "`gone` is none of the words"),
        (r#"{"change":true}"#, "a string is due"),
        (
            r#"{"elements":{"key":["/Kind"]},"property":"/Plants"}"#,
            "nothing is counted",
        ),
        (
            r#"{"elements":{"key":["/Knd"],"added":{}},"property":"/Plants"}"#,
            "`Knd`",
        ),
        (
            r#"{"elements":{"added":{"least":2,"most":1}},"property":"/Plants"}"#,
            "that small",
        ),
        (
            r#"{"elements":{"added":{"least":-1}},"property":"/Plants"}"#,
            "a whole number is due",
        ),
        (
            r#"{"elements":{"edited":{"at":["/Kind"],"except":["/Kind"]}},"property":"/Plants"}"#,
            "side by side",
        ),
        (
            r#"{"property":"/Name","attribute":"/UpdatePolicy/A","change":"any"}"#,
            "not both",
        ),
        (
            r#"{"attribute":"/UpdatePolice/A","change":"any"}"#,
            "no attribute `UpdatePolice`",
        ),
        (r#"{"besides":["/Nme"]}"#, "`Nme`"),
        ("7", "an object is due"),
    ] {
        let text = rule(&format!(
            r#""path":"/Soil","when":{condition},"outcome":"in place""#
        ));
        let problems = refused(&text);
        assert!(
            problems.to_string().contains(message),
            "{condition}\n{problems}"
        );
    }
}

#[test]
fn what_is_wrong_with_the_condition_of_several_paths_is_told_once() {
    let condition = r#""when":{"chnge":"any"},"outcome":"in place""#;
    let problems = refused(&rule(&format!(r#""path":["/Name","/Soil"],{condition}"#)));
    let messages: Vec<&str> = problems.iter().map(|one| one.message.as_str()).collect();
    assert_eq!(
        messages,
        [
            "the condition asks for nothing",
            "`chnge` is not known here"
        ]
    );
    for paths in [String::new(), vec![r#""/Name""#; 65].join(",")] {
        let problems = refused(&rule(&format!(r#""path":[{paths}],"outcome":"in place""#)));
        assert!(
            problems.first().message.starts_with("the rule is about"),
            "{problems}"
        );
    }
}

#[test]
fn hostile_files_end_in_located_errors() {
    let deep = |open: &str, close: &str| {
        let condition = format!("{}{{}}{}", open.repeat(5000), close.repeat(5000));
        rule(&format!(
            r#""path":"/Soil","when":{condition},"outcome":"in place""#
        ))
    };
    for text in [
        String::new(),
        "[]".to_owned(),
        "{".to_owned(),
        "null".to_owned(),
        file(r#""rules":7"#),
        file(r#""rules":[7]"#),
        file(r#""names":[null]"#),
        file(r#""values":{"a":1}"#),
        file(r#""ref":[]"#),
        file(r#""attributes":"all""#),
        deep(r#"{"not":"#, "}"),
        deep(r#"{"anyOf":["#, "]}"),
        rule("\"path\":\"/So\u{202e}il\",\"outcome\":\"in place\""),
        rule(r#""path":"/So\u001b[31mil","outcome":"in place""#),
    ] {
        let problems = refused(&text);
        assert!(
            problems.iter().all(|problem| problem.location.is_some()),
            "{problems}"
        );
        let shown = problems.to_string();
        assert!(!shown.contains(['\u{1b}', '\u{202e}']), "{shown:?}");
    }
}

#[test]
fn demands_on_values_become_part_of_the_type() {
    let text = file(&format!(
        r#""values":[
            {{"path":"/Soil","schema":{{"enum":["sand","clay"],"minLength":1}},{EVIDENCE}}},
            {{"path":"/Plants/*/Count","schema":{{"minimum":1}},{EVIDENCE}}}
        ]"#
    ));
    let mut bed = garden();
    let plain = bed.clone();
    lay_over(&mut bed, good(&text));
    let soil = &bed.body.properties[2].schema.limits;
    assert_eq!(soil.allowed.len(), 2);
    assert_eq!(soil.min_length, Some(1));
    assert_eq!(soil.source.as_deref(), Some("https://s.example"));
    let plant = &bed.definitions[0].schema;
    let count = plant.properties.iter().find(|one| one.name == "Count");
    assert!(count.is_some_and(|count| count.schema.limits.minimum.is_some()));
    assert_eq!(bed.body.properties[0], plain.body.properties[0]);
}

#[test]
fn properties_that_are_attributes_as_well_become_such() {
    let names = |text: &str| {
        let mut bed = garden();
        lay_over(&mut bed, good(&file(text)));
        let attributes = bed.attributes.iter().map(|one| one.name.clone());
        attributes.collect::<Vec<_>>()
    };
    let some = format!(r#""attributes":{{"names":["Soil","Id"],{EVIDENCE}}}"#);
    assert_eq!(names(&some), ["Id", "Soil"]);
    let every = format!(r#""attributes":{{"every":true,{EVIDENCE}}}"#);
    assert_eq!(
        names(&every),
        ["Id", "Name", "Size", "Soil", "Plants", "Labels"]
    );
    let subnet = bundled::resource("AWS::EC2::Subnet")
        .expect("bundled")
        .expect("good");
    assert!(subnet.attributes.iter().any(|one| one.name == "CidrBlock"));
}

#[test]
fn an_unknown_keyword_of_a_value_is_an_error() {
    let text = file(&format!(
        r#""values":[{{"path":"/Soil","schema":{{"minLenght":1}},{EVIDENCE}}}]"#
    ));
    assert!(refused(&text).to_string().contains("minLenght"));
}

#[test]
fn facts_laid_over_later_go_first() {
    let one = good(&rule(r#""path":"/Soil","outcome":"in place""#));
    let two = good(&rule(r#""path":"/Soil","outcome":"refused""#));
    let mut bed = garden();
    lay_over(&mut bed, one);
    lay_over(&mut bed, two);
    let outcomes: Vec<_> = bed.curated.rules.iter().map(|rule| rule.outcome).collect();
    assert_eq!(outcomes, [Some(Outcome::Refused), Some(Outcome::InPlace)]);
}

#[test]
fn the_values_that_only_prose_states_hold_for_the_published_type() {
    let name = "AWS::ApiGatewayV2::IntegrationResponse";
    let published = bundled::find(name).expect("it is published");
    let mut resource = formwork_specs::read(published.as_bytes())
        .expect("a good schema")
        .resources
        .remove(0);
    let facts = bundled::find_curated(name).expect("it is curated");
    let facts = read(facts.as_bytes(), &resource).expect("good facts");
    lay_over(&mut resource, facts);
    let property = |name: &str| {
        let found = resource.body.properties.iter().find(|one| one.name == name);
        found.unwrap_or_else(|| panic!("{name}"))
    };
    assert_eq!(property("ApiId").update, Update::Immutable);
    assert_eq!(property("ApiId").schema.limits.min_length, Some(1));
    let strategy = &property("ContentHandlingStrategy").schema.limits;
    assert_eq!(strategy.allowed.len(), 2);
    assert_eq!(strategy.value_meanings.len(), 2);
    assert!(strategy.source.is_some());
    let parameters = &property("ResponseParameters").schema;
    assert_eq!(parameters.pattern_properties.len(), 1);
    assert_eq!(parameters.additional, Additional::Denied);
    // The page names a map, so the type is one: the registry would take text as well.
    assert_eq!(parameters.types, [JsonType::Object]);
    let returned = resource
        .curated
        .reference
        .map(|reference| reference.returns);
    assert_eq!(
        returned.as_deref(),
        Some(["IntegrationResponseId".to_owned()].as_slice())
    );
}

#[test]
fn words_name_each_source_and_the_worst_counts() {
    let word = |name: &str, path: &[&str]| {
        let resource = bundled::resource(name).expect(name).expect("a good type");
        let words = resource.curated.words.into_iter();
        let mut words = words.filter(|word| word.path.0 == path);
        words.next().unwrap_or_else(|| panic!("{name} {path:?}"))
    };
    let encrypted = word("AWS::EC2::Volume", &["Encrypted"]);
    assert_eq!(encrypted.outcome, Outcome::Refused);
    assert_eq!(encrypted.registry, None);
    assert_eq!(encrypted.specification, Some(Update::Mutable));
    assert_eq!(
        encrypted.guide.as_deref(),
        Some("updates are not supported")
    );
    let zones = word("AWS::RDS::DBCluster", &["AvailabilityZones"]);
    assert_eq!(zones.outcome, Outcome::Replace);
    assert_eq!(zones.registry, Some(Update::Conditional));
    let tags = word("AWS::AppConfig::Extension", &["Tags"]);
    assert_eq!(tags.outcome, Outcome::InPlace);
    assert!(tags.decision.is_some());
    let ingress = word("AWS::EC2::SecurityGroup", &["SecurityGroupIngress"]);
    assert_eq!(ingress.interruption, Some(Interruption::Possible));
    let nested = word("AWS::EMR::Cluster", &["Instances", "CoreInstanceGroup"]);
    assert_eq!(nested.outcome, Outcome::Replace);
}
