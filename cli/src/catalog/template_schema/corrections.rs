//! What the template schema leaves out or narrows, though the transform takes it. As of 2026-05.

use formwork_specs::tree::{self, Member, Node, Value};

use crate::catalog::node::member;

/// A property as it is, whatever the template schema says of it.
struct Correction {
    /// The definition, with its module where several modules have one of that name.
    definition: &'static str,
    property: &'static str,
    /// As the template schema would write it.
    schema: &'static str,
    /// Where it is stated.
    #[cfg_attr(
        not(test),
        expect(dead_code, reason = "a fact is written with its source")
    )]
    source: &'static str,
}

const ANYTHING: &str = "{}";
const TEXT: &str = r#"{"type": "string"}"#;
const TEXTS_OR_TEXT: &str =
    r#"{"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]}"#;

/// The developer guide.
macro_rules! guide {
    ($page:literal) => {
        concat!(
            "https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/",
            $page,
            ".html"
        )
    };
}

/// The transform itself.
macro_rules! transform {
    ($file:literal) => {
        concat!(
            "https://github.com/aws/serverless-application-model/blob/develop/samtranslator/model/",
            $file
        )
    };
}

const fn correction(
    definition: &'static str,
    property: &'static str,
    schema: &'static str,
    source: &'static str,
) -> Correction {
    Correction {
        definition,
        property,
        schema,
        source,
    }
}

const FUNCTION_RULE: &str = "aws_serverless_function__EventBridgeRuleEventProperties";
const FUNCTION_CLOUDWATCH: &str = "aws_serverless_function__CloudWatchEventProperties";
const MACHINE_RULE: &str = "aws_serverless_statemachine__EventBridgeRuleEventProperties";
const MACHINE_CLOUDWATCH: &str = "aws_serverless_statemachine__CloudWatchEventProperties";
const PUSH: &str = transform!("eventsources/push.py");
const PULL: &str = transform!("eventsources/pull.py");
const MACHINE: &str = transform!("stepfunctions/events.py");

/// One row per property.
#[rustfmt::skip]
const CORRECTIONS: &[Correction] = &[
    correction(FUNCTION_RULE, "State", TEXT, guide!("sam-property-function-eventbridgerule")),
    correction(FUNCTION_CLOUDWATCH, "DeadLetterConfig", r##"{"$ref": "#/definitions/samtranslator__internal__schema_source__aws_serverless_function__DeadLetterConfig"}"##, PUSH),
    correction(FUNCTION_CLOUDWATCH, "InputTransformer", ANYTHING, PUSH),
    correction(FUNCTION_CLOUDWATCH, "RetryPolicy", ANYTHING, PUSH),
    correction(FUNCTION_CLOUDWATCH, "RuleName", ANYTHING, PUSH),
    correction(FUNCTION_CLOUDWATCH, "Target", ANYTHING, PUSH),
    correction(MACHINE_RULE, "State", TEXT, guide!("sam-property-statemachine-statemachineeventbridgerule")),
    correction(MACHINE_CLOUDWATCH, "DeadLetterConfig", r##"{"$ref": "#/definitions/samtranslator__internal__schema_source__aws_serverless_statemachine__DeadLetterConfig"}"##, MACHINE),
    correction(MACHINE_CLOUDWATCH, "InputTransformer", ANYTHING, MACHINE),
    correction(MACHINE_CLOUDWATCH, "RetryPolicy", ANYTHING, MACHINE),
    correction(MACHINE_CLOUDWATCH, "RuleName", ANYTHING, MACHINE),
    correction(MACHINE_CLOUDWATCH, "State", TEXT, MACHINE),
    correction(MACHINE_CLOUDWATCH, "Target", ANYTHING, MACHINE),
    correction("SelfManagedKafkaEventProperties", "DestinationConfig", ANYTHING, guide!("sam-property-function-selfmanagedkafka")),
    correction("SNSEventProperties", "RedrivePolicy", ANYTHING, guide!("sam-property-function-sns")),
    correction("SQSEventProperties", "ProvisionedPollerConfig", ANYTHING, guide!("sam-property-function-sqs")),
    // Beside what is handed on, the transform reads the type of the destination.
    correction("MSKEventProperties", "DestinationConfig", ANYTHING, PULL),
    correction("AuthConfig", "PayloadFormatVersion", TEXT, guide!("sam-property-websocketapi-authconfiguration")),
    correction("aws_serverless_websocketapi__Properties", "FailOnWarnings", ANYTHING, guide!("sam-resource-websocketapi")),
    correction("CognitoAuthorizer", "UserPoolArn", TEXTS_OR_TEXT, transform!("apigateway.py")),
    // Both spellings, though not at once.
    correction("EndpointConfiguration", "VpcEndpointIds", ANYTHING, transform!("api/api_generator.py")),
    // One value, where the property that it becomes is a list.
    correction("EndpointConfiguration", "Type", TEXT, guide!("sam-property-api-endpointconfiguration")),
    // `String`, `Number` and `Binary`, where the property that it becomes has `S`, `N` and `B`.
    correction("PrimaryKey", "Type", TEXT, guide!("sam-property-simpletable-primarykeyobject")),
    // Names, or what gives one.
    correction("DeploymentPreference", "Alarms", r#"{"type": "array", "items": {}}"#, guide!("sam-property-function-deploymentpreference")),
    correction("aws_serverless_api__ResourcePolicy", "CustomStatements", ANYTHING, guide!("sam-property-api-resourcepolicystatement")),
    correction("aws_serverless_function__ResourcePolicy", "CustomStatements", ANYTHING, guide!("sam-property-function-resourcepolicystatement")),
    correction("aws_serverless_statemachine__ResourcePolicy", "CustomStatements", ANYTHING, guide!("sam-property-statemachine-resourcepolicystatement")),
];

/// Writes them into the definitions of a template schema.
pub(super) fn apply(root: &mut Node<'_>) {
    let Some(definitions) = members(root, "definitions") else {
        return;
    };
    for definition in definitions {
        let corrections: Vec<_> = of(&definition.key).collect();
        let Some(properties) = members(&mut definition.node, "properties") else {
            continue;
        };
        for (name, schema) in corrections {
            match properties.iter_mut().find(|known| known.key == name) {
                Some(known) => known.node = schema,
                None => properties.push(member(name, schema)),
            }
        }
    }
}

/// The members of the object that a member of that name is.
fn members<'n, 't>(node: &'n mut Node<'t>, key: &str) -> Option<&'n mut Vec<Member<'t>>> {
    let Value::Object(all) = &mut node.value else {
        return None;
    };
    let found = all.iter_mut().find(|member| member.key == key)?;
    match &mut found.node.value {
        Value::Object(members) => Some(members),
        _ => None,
    }
}

/// The corrected properties of a definition, each with its schema.
fn of(definition: &str) -> impl Iterator<Item = (&'static str, Node<'static>)> {
    let is_it = |correction: &&Correction| {
        let rest = definition.strip_suffix(correction.definition);
        rest.is_some_and(|module| module.is_empty() || module.ends_with("__"))
    };
    CORRECTIONS.iter().filter(is_it).filter_map(|correction| {
        let schema = tree::parse(correction.schema, &|_, _| true).ok()?;
        Some((correction.property, schema))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_correction_can_be_read_and_says_where_it_is_from() {
        for correction in CORRECTIONS {
            assert!(tree::parse(correction.schema, &|_, _| true).is_ok());
            assert!(correction.source.starts_with("https://"));
            let corrected = of(correction.definition);
            assert!(
                corrected
                    .map(|(name, _)| name)
                    .any(|name| name == correction.property)
            );
        }
    }

    #[test]
    fn a_definition_is_told_from_those_of_other_modules() {
        let module = "samtranslator__internal__schema_source__aws_serverless_function";
        let count = |name: &str| of(name).count();
        assert_eq!(
            count(&format!("{module}__EventBridgeRuleEventProperties")),
            1
        );
        assert_eq!(count("EventBridgeRuleEventProperties"), 0);
        assert_eq!(count("MyPrimaryKey"), 0);
    }
}
