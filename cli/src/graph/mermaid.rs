//! A graph as Mermaid, which GitHub and GitLab draw.

use std::fmt::Write as _;

use super::Graph;

/// The text.
pub(crate) fn text(graph: &Graph) -> String {
    let mut text = String::from("flowchart LR\n");
    for (place, node) in graph.nodes.iter().enumerate() {
        let (id, type_name) = (escaped(&node.id), escaped(&node.type_name));
        let _infallible = writeln!(
            text,
            "    r{place}[\"{id}<br/><small>{type_name}</small>\"]"
        );
    }
    for edge in &graph.edges {
        let arrow = if edge.is_order_alone() { "-.->" } else { "-->" };
        let label = match edge.label() {
            label if label.is_empty() || edge.is_order_alone() => String::new(),
            label => format!("|\"{}\"|", escaped(&label)),
        };
        let _infallible = writeln!(text, "    r{} {arrow}{label} r{}", edge.from, edge.to);
    }
    text
}

/// A text between double quotes: everything that could be read as markup becomes its number.
fn escaped(text: &str) -> String {
    let mut escaped = String::new();
    for letter in text.chars() {
        if letter.is_alphanumeric() || matches!(letter, ':' | '.' | '-' | '_' | ' ' | ',') {
            escaped.push(letter);
        } else {
            let _infallible = write!(escaped, "#{};", u32::from(letter));
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
        assert!(text.starts_with(
            "flowchart LR\n    r0[\"Api<br/><small>AWS::ApiGatewayV2::Api</small>\"]\n"
        ));
        assert!(text.contains("    r5[\"Alone<br/><small>Custom::#34;Alone#34;</small>\"]\n"));
        assert!(text.contains("    r2 --> r0\n"));
        assert!(text.contains("    r2 -->|\"GetAtt Arn\"| r4\n"));
        assert!(text.contains("    r3 -.-> r2\n"));
    }
}
