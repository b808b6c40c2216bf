//! Documents with their verdicts, for a test that needs no other validator.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::Result;
use serde_json::json;

use crate::summary::Case;

/// One type of so many is recorded.
const EVERY: usize = 48;

/// Types that make demands that few others make.
const ALWAYS: [&str; 6] = [
    "AWS::ApiGatewayV2::IntegrationResponse",
    "AWS::CloudWatch::Alarm",
    "AWS::DynamoDB::Table",
    "AWS::EC2::Subnet",
    "AWS::RTBFabric::LinkRoutingRule",
    "AWS::RDS::DBCluster",
];

/// Longer documents are not recorded.
const LONGEST: usize = 400;

/// So many documents of one type that were made in the same way.
const MOST: usize = 1;

/// What is recorded.
#[derive(Default)]
pub(crate) struct Record {
    lines: String,
    met: BTreeMap<(String, String), usize>,
}

impl Record {
    /// Whether documents of the type with that number are recorded.
    pub(crate) fn wants(number: usize, type_name: &str) -> bool {
        number.is_multiple_of(EVERY) || ALWAYS.contains(&type_name)
    }

    /// Records a document on whose verdict both agree.
    pub(crate) fn add(&mut self, case: &Case<'_>) {
        if case.document.to_string().len() > LONGEST {
            return;
        }
        let way = (case.type_name.to_owned(), case.made_by.to_owned());
        let met = self.met.entry(way).or_default();
        *met += 1;
        if *met <= MOST {
            let problems = case
                .ours
                .iter()
                .map(|(path, rule)| format!("{path} {rule}"));
            let problems: Vec<String> = problems.collect();
            self.lines += &json!([case.type_name, case.document, problems]).to_string();
            self.lines.push('\n');
        }
    }

    pub(crate) fn write(&self, path: &Path) -> Result<()> {
        Ok(fs::write(path, &self.lines)?)
    }
}
