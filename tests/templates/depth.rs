//! Values that a program nests too deep: nothing that a template does with them overflows the stack.

use formwork::{Json, Map, Template, Types};

formwork::resource! { "AWS::SQS::Queue" }

const DEEP: [usize; 2] = [5_000, 100_000];

fn with_little_stack(work: impl FnOnce() + Send + 'static) {
    let thread = std::thread::Builder::new().stack_size(2 << 20);
    thread.spawn(work).unwrap().join().unwrap();
}

fn nested(levels: usize, level: impl Fn(Json) -> Json) -> Json {
    (0..levels).fold(Json::from("x"), |inner, _| level(inner))
}

fn lists(levels: usize) -> Json {
    nested(levels, |inner| Json::Array(vec![inner]))
}

fn branches(levels: usize) -> Json {
    nested(levels, |inner| {
        let argument = Json::Array(vec!["C".into(), inner, "y".into()]);
        Json::Object(Map::from([("Fn::If", argument)]))
    })
}

#[test]
fn types_at_run_time_refuse_what_is_too_deep() {
    with_little_stack(|| {
        let queue = Types::catalog().get("AWS::SQS::Queue").unwrap();
        for levels in DEEP {
            for policy in [lists(levels), branches(levels)] {
                let properties = Json::Object(Map::from([("RedrivePolicy", policy)]));
                let found = queue.validate(&properties).unwrap_err().to_string();
                assert!(found.contains("more than 256 levels"), "{found}");
                assert!(queue.plan_update(&properties, &properties).is_empty());
                let none = Json::Object(Map::new());
                assert!(!queue.plan_update(&none, &properties).is_empty());
            }
        }
    });
}

const PATHS: [&str; 2] = ["/Metadata/Deep", "/Resources/Jobs/Properties/RedrivePolicy"];

#[test]
fn templates_are_written_checked_and_planned() {
    with_little_stack(|| {
        let types = Types::catalog();
        for levels in DEEP {
            for deep in [lists, branches] {
                let mut template = Template::new();
                template.metadata("Deep", deep(levels));
                let _ = template.condition("C", formwork::Value::equals("a", "b"));
                let queue = Queue::builder().redrive_policy(deep(levels)).build();
                template.add("Jobs", queue).unwrap();
                let mut other = template.clone();
                assert_eq!(other.to_json().len(), template.to_json().len());
                assert!(template.to_yaml().len() > levels);
                let found = template.check(&types).unwrap_err();
                let paths = found.iter().map(formwork::Violation::path);
                let is_there = |(path, start): (&str, &str)| path.starts_with(start);
                assert!(
                    found.len() == 2 && paths.zip(PATHS).all(is_there),
                    "{found}"
                );
                assert!(template.plan_update(&other, &types).is_empty());
                other.metadata("Deep", deep(levels + 1));
                assert!(template.plan_update(&other, &types).resources().is_empty());
            }
        }
    });
}
