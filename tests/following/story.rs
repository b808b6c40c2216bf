//! The Rust of the README's story of a specification that changes; its commands are tested with the command.

use formwork::{Outcome, Resource};

mod page {
    formwork::resource!(spec = "../specs/schemas/aws-apigatewayv2-integrationresponse.json");
}

mod registry {
    formwork::resource!("AWS::ApiGatewayV2::IntegrationResponse");
}

#[test]
fn the_rust_says_what_the_readme_says() {
    fn outcome<R: Resource>() -> Option<Outcome> {
        let read = |api: &str| {
            let text = format!(
                r#"{{ "ApiId": "{api}", "IntegrationId": "d4e5f6", "IntegrationResponseKey": "/404/" }}"#
            );
            R::from_json(&text).unwrap()
        };
        read("a1b2c3").plan_update(&read("g7h8i9")).outcome()
    }
    assert_eq!(
        outcome::<page::IntegrationResponse>(),
        Some(Outcome::InPlace)
    );
    assert_eq!(
        outcome::<registry::IntegrationResponse>(),
        Some(Outcome::Replace)
    );
    let readme = include_str!("../../README.md");
    assert!(readme.contains("`Some(InPlace)`, with") && readme.contains("it is `Some(Replace)`"));
}
