//! What the README says its examples print.

use formwork::Resource;
use formwork::apigatewayv2::IntegrationResponse;

const README: &str = include_str!("../../README.md");

/// What the registry publishes of the type.
mod published {
    formwork::resource!("AWS::ApiGatewayV2::IntegrationResponse");
}

/// The first block of the README that is fenced as such.
fn block(fence: &str) -> &'static str {
    first_block(README, fence)
}

fn first_block<'t>(text: &'t str, fence: &str) -> &'t str {
    let (_, rest) = text.split_once(&format!("```{fence}\n")).unwrap();
    rest.split_once("```").unwrap().0
}

/// The first example, with what it prints kept.
#[allow(
    clippy::unwrap_used,
    missing_docs,
    reason = "the program as it stands in the README"
)]
mod first {
    use std::cell::RefCell;

    thread_local! {
        pub(super) static PRINTED: RefCell<String> = const { RefCell::new(String::new()) };
    }

    macro_rules! println {
        ($($printed:tt)*) => {
            PRINTED.with_borrow_mut(|all| {
                all.push_str(&format!($($printed)*));
                all.push('\n');
            })
        };
    }

    include!("../corpus/readme/first.rs");

    pub(super) fn run() -> Result<(), formwork::Violations> {
        main()
    }
}

#[test]
fn the_first_example_prints_what_stands_below_it() -> Result<(), formwork::Violations> {
    assert_eq!(block("rust"), include_str!("../corpus/readme/first.rs"));
    first::run()?;
    let printed = first::PRINTED.take();
    assert_eq!(block("text"), printed);
    Ok(())
}

#[test]
fn a_specification_that_changes_prints_what_stands_below_it() {
    let (_, section) = README
        .split_once("## When a specification changes")
        .unwrap();
    let mut texts = first_block(section, "rust").split("r#\"").skip(1);
    let mut next = || texts.next().unwrap().split_once("\"#").unwrap().0;
    let (old, new) = (next(), next());
    let then = plan::<IntegrationResponse>(old, new);
    let now = plan::<published::IntegrationResponse>(old, new);
    assert_eq!(first_block(section, "text"), format!("{then}\n\n{now}\n"));
}

fn plan<R: Resource>(old: &str, new: &str) -> String {
    let [old, new] = [old, new].map(|text| R::from_json(text).unwrap());
    old.plan_update(&new).to_string()
}
