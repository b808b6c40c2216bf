//! Published words about updates: the file is what was decided, and what it says is reached.

use std::path::Path;
use std::{env, fs};

use formwork_specs::bundled;
use formwork_specs::curated::Paths;
use formwork_specs::curated::model::PublishedWord;
use serde_json::Value;

fn decisions() -> Vec<Value> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("curated/decisions.json");
    let text = fs::read_to_string(file).expect("it can be read");
    serde_json::from_str(&text).expect("it is a list")
}

fn words(name: &str) -> Vec<PublishedWord> {
    let resource = bundled::resource(name).expect(name).expect(name);
    let paths = Paths::of(&resource);
    for word in &resource.curated.words {
        let properties = paths.properties(&word.path);
        assert!(!properties.is_empty(), "{name} {:?}", word.path);
    }
    resource.curated.words
}

#[test]
fn every_decision_stands_in_the_published_words() {
    for decision in decisions() {
        let text = |key: &str| decision[key].as_str().unwrap_or_default();
        let property = text("property").rsplit('.').next().unwrap_or_default();
        let words = words(text("type"));
        let decided = words.iter().find(|word| {
            let is_about = word.path.0.last().is_some_and(|last| last == property);
            let evidence = word.decision.as_ref();
            is_about && evidence.is_some_and(|evidence| evidence.because == text("because"))
        });
        let decided = decided.unwrap_or_else(|| panic!("run `weigh`: {decision}"));
        let outcome = format!("{:?}", decided.outcome).to_lowercase();
        assert_eq!(outcome, text("outcome").replace(' ', ""), "{decision}");
    }
}

#[test]
fn a_decision_is_needed_only_where_the_guide_stands_alone() {
    for name in bundled::names() {
        for word in words(name) {
            let is_open = word.guide.as_deref() == Some("replacement") && word.registry.is_none();
            if word.decision.is_some() {
                assert!(is_open, "{name} {word:?}");
            }
        }
    }
}
