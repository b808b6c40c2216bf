//! Times reading and checking of whole templates, beside parsing the same text alone.
//!
//! ```text
//! cargo run --release --manifest-path tests/measure/Cargo.toml --features templates --bin templates
//! ```
//!
//! Each figure is the least of all rounds, in which the ways take turns: whatever else runs on the machine only makes
//! a round longer. Types of the catalog are read when they are first met, which a round before the first one does.

use std::fmt::Write;
use std::hint::black_box;
use std::time::Instant;

use anyhow::{Result, ensure};
use clap::Parser;
use formwork::{Template, Types};
use formwork_measure::statistics::time;
use granit_parser::Parser as YamlParser;
use serde_json::Value;

#[derive(Parser)]
#[command(about = "Times reading and checking of whole templates.")]
struct Arguments {
    /// How many rounds.
    #[arg(long, default_value_t = 60)]
    rounds: usize,
}

fn main() -> Result<()> {
    let arguments = Arguments::parse();
    let types = Types::catalog();
    println!("| template | | text | parse | read | read and check |");
    println!("|---|---|---|---|---|---|");
    for resources in [10, 100, 500] {
        let title = format!("{resources} resources");
        row(&title, &of_resources(resources)?, &types, &arguments)?;
    }
    for conditions in [41, 82, 164] {
        let title = format!("74 parameters, {conditions} chained conditions");
        row(&title, &of_conditions(conditions)?, &types, &arguments)?;
    }
    Ok(())
}

fn row(title: &str, template: &Template, types: &Types, arguments: &Arguments) -> Result<()> {
    template.check(types)?;
    for (format, text) in [("JSON", template.to_json()), ("YAML", template.to_yaml())] {
        let is_json = format == "JSON";
        ensure!(
            text.parse::<Template>()? == *template,
            "the text is another template"
        );
        let read = |text: &str| {
            if is_json {
                Template::from_json(text)
            } else {
                Template::from_yaml(text)
            }
        };
        let [parse, read, check] = least(
            arguments.rounds,
            [
                &mut || {
                    if is_json {
                        drop(black_box(serde_json::from_str::<Value>(&text)));
                    } else {
                        black_box(
                            YamlParser::new_from_str(&text)
                                .filter(Result::is_ok)
                                .count(),
                        );
                    }
                },
                &mut || drop(black_box(read(&text))),
                &mut || {
                    drop(black_box(
                        read(&text).and_then(|template| template.check(types)),
                    ))
                },
            ],
        );
        println!(
            "| {title} | {format} | {} KB | 1.00 ({}) | {:.2} ({}) | {:.2} ({}) |",
            text.len() / 1000,
            time(parse),
            read / parse,
            time(read),
            check / parse,
            time(check),
        );
    }
    Ok(())
}

/// The least time of each way, which take turns.
fn least<const N: usize>(rounds: usize, mut ways: [&mut dyn FnMut(); N]) -> [f64; N] {
    let mut least = [f64::INFINITY; N];
    for _ in 0..=rounds {
        for (least, way) in least.iter_mut().zip(&mut ways) {
            let start = Instant::now();
            way();
            *least = least.min(start.elapsed().as_secs_f64());
        }
    }
    least
}

/// A template of so many resources that refer to each other: queues, topics, roles, functions and tables.
fn of_resources(count: usize) -> Result<Template> {
    let mut yaml = String::from(
        "Parameters:\n  Stage: {Type: String, Default: dev}\nConditions:\n  IsProd: !Equals [!Ref Stage, prod]\nResources:\n",
    );
    for number in 0..count {
        let group = number / 5;
        match number % 5 {
            0 => write!(
                yaml,
                "  Queue{group}:\n    Type: AWS::SQS::Queue\n    Properties:\n      QueueName: !Sub '${{Stage}}-jobs-{group}'\n      DelaySeconds: !If [IsProd, 0, 5]\n      Tags: [{{Key: stage, Value: !Ref Stage}}]\n"
            )?,
            1 => write!(
                yaml,
                "  Topic{group}:\n    Type: AWS::SNS::Topic\n    Properties:\n      DisplayName: news {group}\n      Subscription: [{{Protocol: sqs, Endpoint: !GetAtt Queue{group}.Arn}}]\n"
            )?,
            2 => write!(
                yaml,
                "  Role{group}:\n    Type: AWS::IAM::Role\n    Properties:\n      AssumeRolePolicyDocument: {{Version: '2012-10-17', Statement: [{{Effect: Allow, Principal: {{Service: lambda.amazonaws.com}}, Action: 'sts:AssumeRole'}}]}}\n      Policies:\n      - PolicyName: send\n        PolicyDocument: {{Version: '2012-10-17', Statement: [{{Effect: Allow, Action: 'sqs:SendMessage', Resource: !GetAtt Queue{group}.Arn}}]}}\n"
            )?,
            3 => write!(
                yaml,
                "  Function{group}:\n    Type: AWS::Lambda::Function\n    DependsOn: Topic{group}\n    Properties:\n      Role: !GetAtt Role{group}.Arn\n      Handler: index.handler\n      Runtime: nodejs22.x\n      MemorySize: 512\n      Code: {{ZipFile: 'exports.handler = async () => 1'}}\n      Environment: {{Variables: {{QUEUE: !Ref Queue{group}, TOPIC: !Ref Topic{group}, STAGE: !Ref Stage}}}}\n"
            )?,
            _ => write!(
                yaml,
                "  Table{group}:\n    Type: AWS::DynamoDB::Table\n    DeletionPolicy: Retain\n    UpdateReplacePolicy: Retain\n    Properties:\n      BillingMode: PAY_PER_REQUEST\n      AttributeDefinitions: [{{AttributeName: id, AttributeType: S}}]\n      KeySchema: [{{AttributeName: id, KeyType: HASH}}]\n      PointInTimeRecoverySpecification: {{PointInTimeRecoveryEnabled: true}}\n"
            )?,
        }
    }
    Ok(Template::from_yaml(&yaml)?)
}

/// A template of 74 parameters and so many conditions, each of which needs the one before it, as values and
/// references of resources depend on them: the shape that another validator is known to need a minute for.
fn of_conditions(count: usize) -> Result<Template> {
    let mut yaml = String::from("Parameters:\n");
    for number in 0..74 {
        write!(
            yaml,
            "  P{number}: {{Type: String, Default: '', Description: value {number} of the deployment}}\n"
        )?;
    }
    yaml.push_str("Conditions:\n  C0: !Not [!Equals [!Ref P0, '']]\n");
    for number in 1..count {
        let (before, parameter) = (number - 1, number % 74);
        write!(
            yaml,
            "  C{number}: !Or [!And [!Condition C{before}, !Not [!Equals [!Ref P{parameter}, '']]], !Not [!Condition C{before}]]\n"
        )?;
    }
    yaml.push_str("Resources:\n");
    for number in 0..count {
        let (before, parameter) = (number.saturating_sub(1), number % 74);
        write!(
            yaml,
            "  R{number}:\n    Type: AWS::SNS::Topic\n    Condition: C{number}\n    Properties:\n      DisplayName: !If [C{before}, !Ref P{parameter}, !If [C{number}, !Sub '${{P0}}-${{P{parameter}}}', !Ref AWS::NoValue]]\n      TopicName: !If [C{number}, !If [C{before}, a{number}, b{number}], c{number}]\n"
        )?;
    }
    Ok(Template::from_yaml(&yaml)?)
}
