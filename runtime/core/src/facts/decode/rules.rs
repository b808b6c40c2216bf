//! What is curated about updates.

use super::{Reader, is, name, update};
use crate::document::{Content, NodeRef};
use crate::facts::{
    ChangeKind, Claim, Condition, Count, CustomName, Elements, Interruption, Outcome, Path, Places,
    PublishedWord, Reason, Subject, Test, Trend, UpdateRule, UpdateTree,
};

/// The keys of a condition that are claims about its subject.
const CLAIMS: [&str; 6] = ["before", "after", "change", "size", "version", "elements"];

impl<'d> Reader<'d> {
    pub(super) fn update_rules(&self, node: Option<NodeRef<'d>>) -> Vec<UpdateRule> {
        let rules = node.into_iter().flat_map(NodeRef::items);
        let condition = |node: Option<NodeRef<'d>>| node.map(|node| self.condition(node));
        rules
            .map(|node| UpdateRule {
                path: self.text(node.get("path")),
                outcome: outcome(node.get("outcome")),
                interruption: interruption(node.get("interruption")),
                reason: self.reason(node),
                when: condition(node.get("when")),
                unless: condition(node.get("unless")),
            })
            .collect()
    }

    pub(super) fn update_tree(
        &self,
        words: Option<NodeRef<'d>>,
        published: Option<NodeRef<'d>>,
        rules: &'static [UpdateRule],
    ) -> UpdateTree {
        let mut tree = UpdateTree::new();
        for (path, word) in self.members(words) {
            tree.add_word(names(path), update(Some(word)));
        }
        for (path, node) in self.members(published) {
            let outcome = outcome(node.get("outcome")).unwrap_or(Outcome::InPlace);
            // What may replace may do less and interrupt, as where the specification says so.
            let unsaid = match outcome {
                Outcome::MayReplace => Interruption::Possible,
                Outcome::InPlace | Outcome::Replace | Outcome::Refused => Interruption::None,
            };
            let word = PublishedWord {
                outcome,
                interruption: interruption(node.get("interruption")).unwrap_or(unsaid),
                reason: self.reason(node),
            };
            tree.add_published(names(path), word);
        }
        for rule in rules {
            tree.add_rule(names(rule.path), rule);
        }
        tree
    }

    pub(super) fn custom_names(&self, node: Option<NodeRef<'d>>) -> Vec<CustomName> {
        self.members(node)
            .map(|(path, node)| CustomName {
                path: names(path).collect(),
                custom: is(node.get("custom"), true),
                reason: self.reason(node),
            })
            .collect()
    }

    fn reason(&self, node: NodeRef<'d>) -> Reason {
        Reason::new(
            self.text(node.get("because")),
            self.text(node.get("source")),
            self.text(node.get("asOf")),
        )
    }

    /// The depth is that of the curated file, which its reader limits.
    fn condition(&self, node: NodeRef<'d>) -> Condition {
        let all = |node: NodeRef<'d>| node.items().map(|node| self.condition(node)).collect();
        if let Some(conditions) = node.get("allOf") {
            return Condition::All(all(conditions));
        }
        if let Some(conditions) = node.get("anyOf") {
            return Condition::Any(all(conditions));
        }
        if let Some(condition) = node.get("not") {
            return Condition::Not(Box::new(self.condition(condition)));
        }
        if let Some(properties) = node.get("besides") {
            return Condition::Besides(self.paths(Some(properties)));
        }
        let path = |node| names(self.text(Some(node))).collect();
        let claims = node.members().filter(|member| CLAIMS.contains(&member.key));
        let claims = claims.filter_map(|member| {
            let subject = match (node.get("property"), node.get("attribute")) {
                (Some(property), _) => Subject::Property(path(property)),
                (None, Some(attribute)) => Subject::Attribute(path(attribute)),
                (None, None) => Subject::Own,
            };
            let claim = self.claim(member.key, member.value)?;
            Some(Condition::Claim(subject, claim))
        });
        Condition::All(claims.collect())
    }

    fn claim(&self, key: &str, node: NodeRef<'d>) -> Option<Claim> {
        Some(match key {
            "before" => Claim::Before(self.test(node)),
            "after" => Claim::After(self.test(node)),
            "change" => Claim::Change(match node.text()? {
                "none" => ChangeKind::None,
                "added" => ChangeKind::Added,
                "removed" => ChangeKind::Removed,
                "edited" => ChangeKind::Edited,
                _ => ChangeKind::Any,
            }),
            "size" => Claim::Size(trend(node)),
            "version" => Claim::Version(trend(node)),
            "elements" => Claim::Elements(self.elements(node)),
            _ => return None,
        })
    }

    fn test(&self, node: NodeRef<'d>) -> Test {
        if let Content::Array(_) = node.content() {
            return Test::Any(node.items().map(|node| self.test(node)).collect());
        }
        let values = |node: NodeRef<'d>| node.items().map(NodeRef::to_json).collect();
        match node
            .members()
            .next()
            .map(|member| (member.key, member.value))
        {
            Some(("equals", value)) => Test::OneOf(vec![value.to_json()]),
            Some(("oneOf", list)) => Test::OneOf(values(list)),
            Some(("startsWith", text)) => Test::StartsWith(self.text(Some(text))),
            Some(("count", node)) => Test::Count(count(node)),
            Some(("not", node)) => Test::Not(Box::new(self.test(node))),
            _ if node.text() == Some("absent") => Test::Absent,
            _ => Test::Present,
        }
    }

    fn elements(&self, node: NodeRef<'d>) -> Elements {
        let edited = node.get("edited");
        let at = edited.and_then(|edited| edited.get("at"));
        let except = edited.and_then(|edited| edited.get("except"));
        Elements {
            key: self.paths(node.get("key")),
            added: node.get("added").map(count),
            removed: node.get("removed").map(count),
            added_or_removed: node.get("addedOrRemoved").map(count),
            edited: edited.map(count),
            edited_where: match (at, except) {
                (Some(_), _) => Places::At(self.paths(at)),
                (None, Some(_)) => Places::Except(self.paths(except)),
                (None, None) => Places::Anywhere,
            },
        }
    }

    fn paths(&self, list: Option<NodeRef<'d>>) -> Vec<Path> {
        let paths = self.texts(list).into_iter();
        paths.map(|path| names(path).collect()).collect()
    }
}

/// The names of a pointer.
fn names(pointer: &'static str) -> impl Iterator<Item = &'static str> {
    pointer.split('/').skip(1).map(name)
}

fn outcome(node: Option<NodeRef<'_>>) -> Option<Outcome> {
    Some(match node?.text()? {
        "in place" => Outcome::InPlace,
        "may replace" => Outcome::MayReplace,
        "replace" => Outcome::Replace,
        _ => Outcome::Refused,
    })
}

fn interruption(node: Option<NodeRef<'_>>) -> Option<Interruption> {
    Some(match node?.text()? {
        "none" => Interruption::None,
        "possible" => Interruption::Possible,
        _ => Interruption::Certain,
    })
}

fn trend(node: NodeRef<'_>) -> Trend {
    match node.text() {
        Some("shrinks" | "earlier") => Trend::Down,
        _ => Trend::Up,
    }
}

fn count(node: NodeRef<'_>) -> Count {
    let number = |key| match node.get(key)?.content() {
        Content::Number(text) => text.parse().ok(),
        _ => None,
    };
    Count {
        least: number("least").unwrap_or(1),
        most: number("most"),
    }
}
