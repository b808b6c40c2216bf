//! Curated facts that travel inside of a specification: what `formwork vendor` writes into the crate of a user.
//!
//! Below the keyword `formwork` of the root stand `curated`, the content of a curated file, `publishedWords`, the
//! words about the type, and `vendored`, where all of it came from.

use crate::curated::{lay_over, read, words};
use crate::model::ResourceType;
use crate::report::Report;
use crate::tree::Node;

/// The members of the keyword that are read here.
pub(crate) const MEMBERS: [&str; 3] = ["curated", "publishedWords", "vendored"];

/// Lays the facts over the type. What is wrong with them is reported where it stands.
pub(crate) fn lay(root: &Node<'_>, resource: &mut ResourceType, report: &mut Report) {
    let Some(extension) = root.get("formwork") else {
        return;
    };
    if extension.get("vendored").is_some() {
        // Published facts as they are: whoever vendors them cannot mend what could be read around.
        report.drop_warnings();
    }
    if let Some(node) = extension.get("curated") {
        let mut aside = Report::default();
        let mut facts = read::of_node(node, resource, &mut aside);
        report.push_new_below("/formwork/curated", aside);
        if let Some(node) = extension.get("publishedWords") {
            facts.words = of_words(node, resource, report);
        }
        lay_over(resource, facts);
    } else if let Some(node) = extension.get("publishedWords") {
        let words = of_words(node, resource, report);
        resource.curated.words.extend(words);
    }
}

fn of_words(
    node: &Node<'_>,
    resource: &ResourceType,
    report: &mut Report,
) -> Vec<crate::curated::model::PublishedWord> {
    let mut aside = Report::default();
    let words = words::of_node(node, resource, &mut aside);
    report.push_new_below("/formwork/publishedWords", aside);
    words
}
