//! A program of three types, each from its vendored file and from the catalog: their facts and plans.

use std::fmt::Write as _;

use formwork::Resource;

mod vendored {
    formwork::resource!(spec = "specs/aws-dynamodb-table.json");
    formwork::resource!(spec = "specs/aws-ec2-eip.json");
    formwork::resource!(spec = "specs/aws-sqs-queue.json");
}

mod bundled {
    formwork::resource! { types = ["AWS::DynamoDB::Table", "AWS::EC2::EIP", "AWS::SQS::Queue"] }
}

fn facts<R: Resource>() -> String {
    let spec = R::spec();
    let mut out = format!(
        "{spec:?} {:?} {:?}\n",
        spec.primary_identifier, spec.ref_returns
    );
    for one in spec.properties {
        writeln!(
            out,
            "{one:?} {:?} {:?} {}",
            one.update, one.constraints, one.write_only
        )
        .unwrap();
    }
    writeln!(out, "{:?}\n{:#?}", spec.attributes, spec.update_rules).unwrap();
    out
}

fn plan<R: Resource>(old: &str, new: &str) -> String {
    let read = |text: &str| R::from_json(text).unwrap_or_else(|found| panic!("{found}"));
    let plan = read(old).plan_update(&read(new));
    let mut out = format!("{:?}, {:?}", plan.outcome(), plan.interruption());
    for change in plan.changes() {
        write!(
            out,
            "\n  {} {:?} {:?}",
            change.path(),
            change.outcome(),
            change.reasons()
        )
        .unwrap();
    }
    out
}

fn both<V: Resource, B: Resource>(updates: &[(&str, &str)]) {
    println!(
        "{}: facts {}",
        V::spec().type_name,
        if facts::<V>() == facts::<B>() {
            "alike"
        } else {
            "differ"
        }
    );
    for (old, new) in updates {
        let (ours, theirs) = (plan::<V>(old, new), plan::<B>(old, new));
        let word = if ours == theirs { "alike" } else { "differ" };
        println!("  {}: {word}", ours.lines().next().unwrap());
    }
}

fn main() {
    let _built: formwork::Value<i64> = 5.into();
    let queue = vendored::Queue::builder().delay_seconds(5).build();
    assert!(queue.validate().is_ok());
    let table = |billing: &str, index: &str| {
        format!(
            r#"{{
        "TableName": "t", "KeySchema": [{{ "AttributeName": "a", "KeyType": "HASH" }}],
        "AttributeDefinitions": [{{ "AttributeName": "a", "AttributeType": "{index}" }}], "BillingMode": "{billing}" }}"#
        )
    };
    both::<vendored::Table, bundled::Table>(&[
        (&table("PAY_PER_REQUEST", "S"), &table("PROVISIONED", "S")),
        (
            &table("PAY_PER_REQUEST", "S"),
            &table("PAY_PER_REQUEST", "N"),
        ),
    ]);
    both::<vendored::EIP, bundled::EIP>(&[
        (r#"{ "InstanceId": "i-1" }"#, r#"{ "InstanceId": "i-2" }"#),
        (r#"{ "Domain": "vpc" }"#, r#"{ "Domain": "standard" }"#),
    ]);
    both::<vendored::Queue, bundled::Queue>(&[
        (r#"{ "DelaySeconds": 1 }"#, r#"{ "DelaySeconds": 2 }"#),
        (
            r#"{ "QueueName": "q", "FifoQueue": false }"#,
            r#"{ "QueueName": "q", "FifoQueue": true }"#,
        ),
    ]);
}
