//! Curated facts: what their files may say, how it is read, and what is wrong with it.

mod laying;
mod reading;
mod refusals;

use formwork_specs::Problems;
use formwork_specs::curated::model::Curated;
use formwork_specs::curated::read;
use formwork_specs::model::ResourceType;

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
