//! What happens to a resource when it is created, updated and deleted.
//!
//! Source: the user guide's pages on the attributes `DeletionPolicy`, `UpdateReplacePolicy`, `CreationPolicy` and
//! `UpdatePolicy`.

use super::{Checker, anatomy};
use crate::facts::SpecCell;
use crate::json::call;
use crate::report::help::Help;
use crate::report::rule::Rule;
use crate::template::attributes::{DeletionPolicy, UpdateReplacePolicy, takes_snapshots};
use crate::text::pointer::Step;
use crate::text::suggest;
use crate::typed::describe;
use crate::typed::view::View;

/// The types whose creation may wait for a signal, or do more than create.
const WITH_CREATION_POLICY: [&str; 4] = [
    "AWS::AppStream::Fleet",
    "AWS::AutoScaling::AutoScalingGroup",
    "AWS::CloudFormation::WaitCondition",
    "AWS::EC2::Instance",
];

impl<'t> Checker<'t> {
    pub(super) fn deletion_policy(&mut self, view: View<'t>, type_name: &str) {
        let words = DeletionPolicy::VALUES.iter().map(|policy| policy.as_str());
        self.policy(
            view,
            type_name,
            Rule::DeletionPolicy,
            &words.collect::<Vec<_>>(),
        );
    }

    pub(super) fn update_replace_policy(&mut self, view: View<'t>, type_name: &str) {
        let words = UpdateReplacePolicy::VALUES
            .iter()
            .map(|policy| policy.as_str());
        self.policy(
            view,
            type_name,
            Rule::UpdateReplacePolicy,
            &words.collect::<Vec<_>>(),
        );
    }

    fn policy(&mut self, view: View<'t>, type_name: &str, rule: Rule, words: &[&str]) {
        if let Some((name, argument)) = call::of(view) {
            self.walk(view);
            if name == "Fn::If" {
                self.inside(Step::Name(name), |checker| {
                    for (index, branch) in argument.items().enumerate().skip(1) {
                        checker.inside(Step::Index(index), |checker| {
                            checker.policy_word(branch, type_name, rule, words);
                        });
                    }
                });
            }
            return;
        }
        self.policy_word(view, type_name, rule, words);
    }

    /// A policy that no function gives.
    fn policy_word(&mut self, view: View<'t>, type_name: &str, rule: Rule, words: &[&str]) {
        if call::of(view).is_some() || self.is_unjudged_here() {
            return;
        }
        let word = view.text().filter(|word| words.contains(word));
        let Some(word) = word else {
            return self.error(rule, view.node(), |_| {
                let message = describe::view(view) + " is not a policy";
                (
                    message,
                    format!("allowed: {}", suggest::listed(words)).into(),
                )
            });
        };
        if word == "Snapshot" && !may_have_snapshots(type_name) {
            let words = |_: &Self| {
                let ty = describe::name(type_name);
                let message = format!("no snapshot is taken of an `{ty}`");
                (message, "`Retain` keeps the resource itself".into())
            };
            // The old resource is deleted then, as the page says.
            if rule == Rule::UpdateReplacePolicy {
                self.warn(rule, view.node(), words);
            } else {
                self.error(rule, view.node(), words);
            }
        }
    }

    pub(super) fn creation_policy(&mut self, view: View<'t>, type_name: &str) {
        self.walk(view);
        if WITH_CREATION_POLICY.contains(&type_name) {
            self.anatomy(&anatomy::CREATION_POLICY, view, |_| {
                Some(Rule::CreationPolicy)
            });
        } else if is_published(type_name) {
            self.warn(Rule::CreationPolicy, view.node(), |_| {
                let ty = describe::name(type_name);
                (format!("an `{ty}` has no creation policy"), Help::None)
            });
        }
    }

    pub(super) fn update_policy(&mut self, view: View<'t>, type_name: &str) {
        self.walk(view);
        match update_policy_of(type_name) {
            Some(cell) => self.anatomy(cell, view, |_| Some(Rule::UpdatePolicy)),
            None if is_published(type_name) => self.error(Rule::UpdatePolicy, view.node(), |_| {
                let ty = describe::name(type_name);
                (format!("an `{ty}` has no update policy"), Help::None)
            }),
            None => {}
        }
    }
}

fn update_policy_of(type_name: &str) -> Option<&'static SpecCell> {
    match type_name {
        "AWS::AppStream::Fleet" => Some(&anatomy::FLEET_UPDATE_POLICY),
        "AWS::AutoScaling::AutoScalingGroup" => Some(&anatomy::GROUP_UPDATE_POLICY),
        "AWS::ElastiCache::ReplicationGroup" => Some(&anatomy::CACHE_UPDATE_POLICY),
        "AWS::Elasticsearch::Domain" | "AWS::OpenSearchService::Domain" => {
            Some(&anatomy::SEARCH_UPDATE_POLICY)
        }
        "AWS::Lambda::Alias" => Some(&anatomy::ALIAS_UPDATE_POLICY),
        _ => None,
    }
}

/// Whether it is known which attributes the type has.
fn is_published(type_name: &str) -> bool {
    let made_elsewhere = type_name == "AWS::CloudFormation::CustomResource"
        || type_name.starts_with("AWS::Serverless::");
    type_name.starts_with("AWS::") && !made_elsewhere
}

/// Whether a snapshot may be taken of a resource of the type.
fn may_have_snapshots(type_name: &str) -> bool {
    takes_snapshots(type_name) || !is_published(type_name)
}
