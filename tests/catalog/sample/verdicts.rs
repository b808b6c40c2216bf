//! Recorded documents as structs: read strictly, and judged as what they were read into.

use std::collections::BTreeSet;

use formwork::{Resource, Rule, Violations};
use formwork_tests::VERDICTS;

use super::types;

type Problems = BTreeSet<String>;

/// Which rules are broken where.
fn problems(verdict: Result<(), Violations>) -> Problems {
    let violations = verdict.err();
    let found = violations.iter().flat_map(Violations::iter);
    found
        .map(|one| format!("{} {}", one.path(), one.rule()))
        .collect()
}

/// Asks one document of the type.
fn ask<R: Resource>(document: &str, recorded: &Problems) {
    assert_eq!(
        problems(R::from_json_strict(document).map(drop)),
        *recorded,
        "{document}"
    );
    // What is only wrong because of its type is coerced without strictness, and may be right then.
    let coerces = recorded
        .iter()
        .any(|problem| problem.ends_with(&format!(" {}", Rule::Type)));
    if !coerces && let Ok(filled) = serde_json::from_str::<R>(document) {
        assert_eq!(problems(filled.validate()), *recorded, "{document}");
    }
}

macro_rules! ask_all {
    ($($resource:ident)*) => {
        let mut asked = BTreeSet::new();
        for line in VERDICTS.lines() {
            let (name, document, recorded): (String, serde_json::Value, Problems) =
                serde_json::from_str(line).unwrap();
            let document = document.to_string();
            match name.as_str() {
                $(types::$resource::TYPE_NAME => ask::<types::$resource>(&document, &recorded),)*
                _ => continue,
            }
            asked.insert(name);
        }
        assert_eq!(asked.len(), [$(types::$resource::TYPE_NAME),*].len());
    };
}

#[test]
fn structs_are_judged_like_documents() {
    ask_all! {
        Index Theme ComputationModel RuleGroup MailManagerRelay VerifiedPolicy DataProvider BatchScramSecret
        IdentityPoolRoleAttachment FindingsFilter IamPolicy ResourcePolicy SecurityControl UserPoolDomain
        NetworkAclEntry Subnet LambdaAlias DynamoTable RealtimeLogConfig DataTableAttribute
        ConfigurationSetEventDestination Nodegroup
    }
}
