//! The resources of a template, and which of them refers to which.
//!
//! | file | |
//! |---|---|
//! | `references` | finds the references |
//! | `mermaid`, `dot`, `svg` | draw them |
//! | `layout` | where they stand in a picture |

pub(crate) mod dot;
mod layout;
pub(crate) mod mermaid;
mod references;
pub(crate) mod svg;

use std::collections::BTreeMap;

use formwork::Template;

use references::Kind;

/// The resources of a template in its order, and the references between them.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct Graph {
    pub(crate) nodes: Vec<Node>,
    pub(crate) edges: Vec<Edge>,
}

/// A resource.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Node {
    pub(crate) id: String,
    pub(crate) type_name: String,
}

/// All references from one resource to another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Edge {
    /// The place of the resource that refers.
    pub(crate) from: usize,
    /// The place of the one that it refers to.
    pub(crate) to: usize,
    /// How: `Ref`, `GetAtt Arn`, `DependsOn`.
    pub(crate) labels: Vec<String>,
}

impl Edge {
    /// The labels on one line, `Ref` alone left out: it says no more than the arrow.
    pub(crate) fn label(&self) -> String {
        if self.labels == ["Ref"] {
            return String::new();
        }
        self.labels.join(", ")
    }

    /// Whether nothing but the order of work is asked for.
    pub(crate) fn is_order_alone(&self) -> bool {
        self.labels == ["DependsOn"]
    }
}

impl Graph {
    /// The graph of a template.
    pub(crate) fn of(template: &Template) -> Self {
        let nodes: Vec<Node> = template
            .resources()
            .map(|resource| Node {
                id: resource.logical_id().to_owned(),
                type_name: resource.type_name().to_owned(),
            })
            .collect();
        let places: BTreeMap<&str, usize> =
            nodes.iter().map(|node| node.id.as_str()).zip(0..).collect();
        let mut edges = Vec::new();
        for (from, resource) in template.resources().enumerate() {
            let mut found: BTreeMap<usize, Vec<String>> = BTreeMap::new();
            references::of(&resource, &mut |name, kind| {
                // What is no resource of the template is a parameter, or comes from a transform.
                let Some(to) = places.get(name) else { return };
                let label = match kind {
                    Kind::Ref => "Ref".to_owned(),
                    Kind::Attribute(attribute) => format!("GetAtt {attribute}"),
                    Kind::DependsOn => "DependsOn".to_owned(),
                };
                let labels = found.entry(*to).or_default();
                if !labels.contains(&label) {
                    labels.push(label);
                }
            });
            let found = found.into_iter();
            edges.extend(found.map(|(to, labels)| Edge { from, to, labels }));
        }
        Self { nodes, edges }
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    /// Every kind of reference, a circle, a resource that stands alone, and names that are none.
    pub(crate) const TEMPLATE: &str = r#"
Parameters: { Stage: { Type: String } }
Resources:
  Api:
    Type: AWS::ApiGatewayV2::Api
    Properties: { Name: !Sub 'chat-${Stage}', ProtocolType: WEBSOCKET }
  Table:
    Type: AWS::DynamoDB::Table
  Function:
    Type: AWS::Lambda::Function
    DependsOn: [Policy, Table]
    Properties:
      Environment:
        Variables:
          TABLE: !Ref Table
          STREAM: !GetAtt Table.StreamArn
          URL: !Sub 'https://${Api}.execute-api/${Stage}/${!Table}'
          KEY: { 'Fn::If': [C, { 'Fn::GetAtt': [Key, Arn] }, { 'Fn::Sub': ['${K}${Key.Arn}', { K: !Ref Api }] }] }
  Policy:
    Type: AWS::IAM::Policy
    DependsOn: Function
  Key:
    Type: AWS::KMS::Key
  Alone:
    Type: Custom::"Alone"
"#;

    #[test]
    fn every_kind_of_reference_is_found() {
        let graph = Graph::of(&Template::from_yaml(TEMPLATE).unwrap());
        let shown: Vec<String> = graph
            .edges
            .iter()
            .map(|edge| {
                let name = |place: usize| graph.nodes[place].id.as_str();
                format!(
                    "{} -> {}: {}",
                    name(edge.from),
                    name(edge.to),
                    edge.labels.join(", ")
                )
            })
            .collect();
        assert_eq!(
            shown,
            [
                "Function -> Api: Ref",
                "Function -> Table: DependsOn, Ref, GetAtt StreamArn",
                "Function -> Policy: DependsOn",
                "Function -> Key: GetAtt Arn",
                "Policy -> Function: DependsOn",
            ]
        );
        assert_eq!(graph.nodes.len(), 6);
    }
}
