//! A graph in the language of Graphviz.

use std::fmt::Write as _;

use super::Graph;

/// The text.
pub(crate) fn text(graph: &Graph) -> String {
    let mut text = String::from("digraph template {\n    rankdir=LR;\n    node [shape=box];\n");
    for (place, node) in graph.nodes.iter().enumerate() {
        let label = format!("{}\\n{}", escaped(&node.id), escaped(&node.type_name));
        let _infallible = writeln!(text, "    r{place} [label=\"{label}\"];");
    }
    for edge in &graph.edges {
        let look = if edge.is_order_alone() {
            " [style=dashed]".to_owned()
        } else {
            match edge.label() {
                label if label.is_empty() => String::new(),
                label => format!(" [label=\"{}\"]", escaped(&label)),
            }
        };
        let _infallible = writeln!(text, "    r{} -> r{}{look};", edge.from, edge.to);
    }
    text.push_str("}\n");
    text
}

/// A text between double quotes.
fn escaped(text: &str) -> String {
    let mut escaped = String::new();
    for letter in text.chars() {
        match letter {
            '"' | '\\' => escaped.extend(['\\', letter]),
            _ if letter.is_control() => escaped.push(' '),
            _ => escaped.push(letter),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::graph::tests::TEMPLATE;
    use formwork::Template;

    #[test]
    fn a_graph_is_drawn() {
        let graph = Graph::of(&Template::from_yaml(TEMPLATE).unwrap());
        let text = text(&graph);
        assert!(text.contains("    r5 [label=\"Alone\\nCustom::\\\"Alone\\\"\"];\n"));
        assert!(text.contains("    r2 -> r0;\n"));
        assert!(text.contains("    r2 -> r4 [label=\"GetAtt Arn\"];\n"));
        assert!(text.contains("    r3 -> r2 [style=dashed];\n"));
        assert!(text.ends_with("}\n"));
    }
}
