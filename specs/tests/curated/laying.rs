//! What the facts make of a type.

use formwork_specs::bundled;
use formwork_specs::curated::model::{Interruption, Outcome};
use formwork_specs::curated::{lay_over, read};
use formwork_specs::model::{Additional, JsonType, Update};

use super::{EVIDENCE, file, garden, good, rule};

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
