//! The flagship as the compiler sees it after all macros: the file that is kept of it is no other than what the macro
//! gives.

use std::fs;

use formwork_tests::expanded::{HEADER, fingerprint, path};

use crate::project::{project, succeed};

/// A program that has both.
const PROGRAM: &str = r##"
#[allow(warnings)]
mod kept {
    include!("kept.rs");
}

mod made {
    formwork::resource!("AWS::ApiGatewayV2::IntegrationResponse");
}

use formwork::Resource;

/// Compiles only if both have the same fields, of types that hold the same.
fn same_fields(made: made::IntegrationResponse) -> kept::IntegrationResponse {
    let made::IntegrationResponse {
        api_id,
        content_handling_strategy,
        integration_id,
        integration_response_key,
        response_parameters,
        response_templates,
        template_selection_expression,
    } = made;
    let strategy = content_handling_strategy.map(|strategy| {
        let strategy = strategy.into_literal().unwrap();
        kept::integration_response::ContentHandlingStrategy::from(strategy.as_str()).into()
    });
    kept::IntegrationResponse {
        api_id,
        content_handling_strategy: strategy,
        integration_id,
        integration_response_key,
        response_parameters,
        response_templates,
        template_selection_expression,
    }
}

fn main() {
    let good = r#"{ "ApiId": { "Ref": "Api" }, "IntegrationId": "i", "IntegrationResponseKey": "/400/",
        "ContentHandlingStrategy": "CONVERT_TO_TEXT", "ResponseTemplates": { "$default": "t" } }"#;
    let made = made::IntegrationResponse::from_json(good).unwrap();
    let kept = kept::IntegrationResponse::from_json(good).unwrap();
    assert_eq!(made.to_json(), kept.to_json());
    assert_eq!(format!("{made:?}"), format!("{kept:?}"));
    assert_eq!(same_fields(made.clone()), kept);
    assert_eq!(made.plan_update(&made).to_string(), kept.plan_update(&kept).to_string());
    let broken = r#"{ "ApiId": { "Fn::GetAtt": ["Api"] }, "ContentHandlingStrategy": "TO_TEXT", "Key": 1 }"#;
    let made = made::IntegrationResponse::from_json(broken).unwrap_err();
    let kept = kept::IntegrationResponse::from_json(broken).unwrap_err();
    assert_eq!(made.to_string(), kept.to_string());
    let built = kept::IntegrationResponse::builder()
        .integration_response_key("/400/")
        .integration_id("i")
        .api_id("a")
        .content_handling_strategy("CONVERT_TO_TEXT")
        .build();
    assert_eq!(built.validate(), Ok(()));
}
"##;

#[test]
fn the_kept_expansion_is_that_of_these_rows_and_macros() {
    let kept = fs::read_to_string(path()).unwrap();
    let first = kept.lines().next().unwrap();
    assert_eq!(
        first.strip_prefix(HEADER),
        Some(fingerprint().as_str()),
        "run `cargo run -p formwork-tests --bin expanded`, and read the diff"
    );
    let files = [("src/main.rs", PROGRAM), ("src/kept.rs", kept.as_str())];
    succeed(&project("expanded", "expanded", &files), &["run"]);
}
