//! What people read who made a common mistake: the message, and the cure with their own value in it.

use formwork::{Resource, Violations};

formwork::resource! {
    "AWS::Lambda::Function", "AWS::Logs::LogGroup", "AWS::S3::Bucket", "AWS::SNS::Topic", "AWS::SSM::Parameter",
    "AWS::ApiGatewayV2::IntegrationResponse",
}

/// Each violation on one line: its message, and its cure behind an arrow.
fn said(found: &Violations) -> Vec<String> {
    let line = |one: &formwork::Violation| match one.help() {
        Some(help) => format!("{} -> {help}", one.message()),
        None => one.message(),
    };
    found.iter().map(line).collect()
}

#[track_caller]
fn says<R: Resource>(text: &str, expected: &[&str]) {
    let found = R::check_yaml(text);
    assert_eq!(said(&found), expected, "{text}\n{found}");
}

#[test]
fn values_that_are_not_allowed_lead_to_the_newest_or_to_the_whole_list() {
    says::<Function>(
        "{Runtime: nodejs99.x, Handler: h, Role: !Ref R, Code: {ZipFile: x}}",
        &[
            "`\"nodejs99.x\"` is not one of the allowed values -> near: `nodejs26.x`, `nodejs24.x` and `nodejs22.x`",
        ],
    );
    let found = said(&LogGroup::check_yaml("RetentionInDays: 8"));
    assert!(
        found[0].contains("-> allowed: `1`, `3`, `5`, `7`, `14`,"),
        "{found:?}"
    );
}

#[test]
fn the_right_form_is_shown_with_the_own_value() {
    says::<Topic>(
        "Tags: {Name: x}",
        &["an object is not a list -> written `[{\"Key\": \"Name\", \"Value\": \"x\"}]`"],
    );
    says::<Parameter>(
        "{Type: String, Value: a, Tags: [{Key: a, Value: b}]}",
        &["a list is not an object -> written as a map: `{\"a\": \"b\"}`"],
    );
    says::<Bucket>(
        "Tags: x",
        &["`\"x\"` is not a list -> a list of one element is written `[\"x\"]`"],
    );
    says::<Bucket>(
        "BucketName: !Sub ['${A}']",
        &[
            "`Fn::Sub` takes a text alone, or a list of a text and a map of variables -> write the text without brackets: `!Sub '${A}'`",
        ],
    );
    let found = said(&Bucket::check_yaml("BucketName: AWS::NoValue"));
    assert!(
        found
            .iter()
            .all(|line| line.ends_with("write `{\"Ref\": \"AWS::NoValue\"}`")),
        "{found:?}"
    );
}

#[test]
fn a_call_stands_alone() {
    says::<Bucket>(
        "BucketName: {Ref: X, Note: 1}",
        &["an object is not a string -> a call stands alone: take out `Note`, or `Ref`"],
    );
    let found = said(&Bucket::check_yaml("Tags: [{Fn::If: [a, b, c], Value: c}]"));
    let line =
        "`\"Fn::If\"` is not a property -> a call stands alone, without other members beside it";
    assert!(found.iter().any(|one| one == line), "{found:?}");
}

#[test]
fn what_stands_elsewhere_is_told_where() {
    says::<Bucket>(
        "{DependsOn: X, DeletionPolicy: Retain}",
        &[
            "`\"DependsOn\"` is not a property -> `DependsOn` stands beside `Properties`, not in it",
            "`\"DeletionPolicy\"` is not a property -> `DeletionPolicy` stands beside `Properties`, not in it",
        ],
    );
    let found = said(&Bucket::check_yaml(
        "{Type: AWS::S3::Bucket, Properties: {}}",
    ));
    assert!(
        found[1].ends_with("this is a whole resource: give what stands below `Properties`"),
        "{found:?}"
    );
    let found = said(&Bucket::check_yaml("Resources: {}"));
    assert!(found[0].contains("a section of a template"), "{found:?}");
    // A type of the specification may have a property of that name.
    assert!(Parameter::from_yaml("{Type: String, Value: a}").is_ok());
    let found = said(&Function::check_yaml(
        "{Code: ./src, Handler: h, Runtime: python3.13, Role: !Ref R}",
    ));
    assert!(found[0].contains("package the template first"), "{found:?}");
}

#[test]
fn a_misspelt_required_property_is_one_mistake() {
    let text = "{ApiID: x, IntegrationId: i, IntegrationResponseKey: /400/}";
    says::<IntegrationResponse>(
        text,
        &["`\"ApiID\"` is not a property -> a property named `ApiId` exists"],
    );
    assert_eq!(IntegrationResponse::from_yaml(text).unwrap_err().len(), 1);
    // Another name is another mistake.
    assert_eq!(
        IntegrationResponse::check_yaml("{Other: x, IntegrationId: i, IntegrationResponseKey: k}")
            .len(),
        2
    );
}

#[test]
fn what_is_due_is_told_in_words() {
    says::<Topic>(
        "KmsMasterKeyId: aws/sns",
        &[
            "none of the alternatives holds -> one of these is due: the ARN of a KMS key; the id of a KMS key; the alias of a KMS key, `alias/…`",
        ],
    );
    let found = said(&Function::check_yaml(
        "{Role: my-role, Handler: h, Runtime: python3.13, Code: {ZipFile: x}}",
    ));
    assert!(
        found[0].ends_with("an ARN of `iam` is due, as `Fn::GetAtt` gives it: `arn:aws:iam:…`"),
        "{found:?}"
    );
}

#[test]
fn an_empty_document_has_no_properties() {
    for text in ["", "# nothing\n", "null", "~"] {
        says::<Bucket>(
            text,
            &["there are no properties: the document is empty -> write `{}` to set none"],
        );
    }
}
