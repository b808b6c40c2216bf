//! A graph as a picture.

use std::fmt::Write as _;

use super::layout::{Layout, Stop};
use super::{Edge, Graph};

/// Sizes in pixels.
const LETTER: usize = 7;
const HEIGHT: usize = 44;
const GAP: usize = 18;
const BETWEEN: usize = 110;
const MARGIN: usize = 20;
/// How high the place of an arrow that goes through is.
const BEND: usize = 14;
/// Names longer than this are cut: the picture is to be seen as a whole.
const LONGEST: usize = 44;

const STYLE: &str = "\
rect{fill:#f6f8fa;stroke:#57606a}text{font:12px ui-monospace,monospace;fill:#1f2328}\
.type{font-size:10px;fill:#57606a}.label{font-size:9px;fill:#57606a}\
path{fill:none;stroke:#57606a}.order{stroke-dasharray:4 3}#arrow path{fill:#57606a;stroke:none}\
@media(prefers-color-scheme:dark){rect{fill:#161b22}text{fill:#e6edf3}.type,.label{fill:#8b949e}}";

/// The whole picture.
pub(crate) fn text(graph: &Graph) -> String {
    let layout = Layout::of(graph);
    let columns = columns(graph, &layout);
    let places = places(&layout, &columns);
    let width = columns.last().map_or(0, |column| column.x + column.width) + MARGIN;
    let height = places
        .iter()
        .flatten()
        .map(|place| place.y + place.height)
        .max();
    let height = height.unwrap_or_default() + MARGIN;
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\">\n\
         <style>{STYLE}</style>\n\
         <defs><marker id=\"arrow\" viewBox=\"0 0 8 8\" refX=\"8\" refY=\"4\" markerWidth=\"8\" markerHeight=\"8\" orient=\"auto-start-reverse\">\
         <path d=\"M0 0L8 4L0 8z\"/></marker></defs>\n"
    );
    for (edge, route) in graph.edges.iter().zip(&layout.routes) {
        let stops = route.iter();
        let stops: Vec<&Place> = stops
            .filter_map(|(layer, at)| places.get(*layer)?.get(*at))
            .collect();
        arrow(&mut svg, edge, &stops, graph);
    }
    for place in places.iter().flatten() {
        let Stop::Node(node) = place.stop else {
            continue;
        };
        let Some(node) = graph.nodes.get(node) else {
            continue;
        };
        let (x, y, width) = (place.x, place.y, place.width);
        let _infallible = writeln!(
            svg,
            "<g><title>{title}</title><rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{HEIGHT}\" rx=\"5\"/>\
             <text x=\"{left}\" y=\"{first}\">{id}</text><text class=\"type\" x=\"{left}\" y=\"{second}\">{type_name}</text></g>",
            title = escaped(&format!("{} ({})", node.id, node.type_name)),
            left = x + 10,
            first = y + 19,
            second = y + 35,
            id = escaped(&cut(&node.id)),
            type_name = escaped(&cut(&node.type_name)),
        );
    }
    svg.push_str("</svg>\n");
    svg
}

/// A layer.
struct Column {
    x: usize,
    width: usize,
}

struct Place {
    stop: Stop,
    x: usize,
    y: usize,
    width: usize,
    height: usize,
}

/// Each layer is as wide as its longest name.
fn columns(graph: &Graph, layout: &Layout) -> Vec<Column> {
    let mut x = MARGIN;
    let mut columns = Vec::new();
    for layer in &layout.layers {
        let nodes = layer.iter().filter_map(|stop| match stop {
            Stop::Node(node) => graph.nodes.get(*node),
            Stop::Bend => None,
        });
        let letters = nodes.map(|node| letters(&node.id).max(letters(&node.type_name) * 6 / 7));
        let width = letters.max().unwrap_or_default() * LETTER + 24;
        columns.push(Column { x, width });
        x += width + BETWEEN;
    }
    columns
}

fn letters(name: &str) -> usize {
    cut(name).chars().count()
}

fn cut(name: &str) -> String {
    let mut letters = name.chars();
    let start: String = letters.by_ref().take(LONGEST).collect();
    if letters.next().is_some() {
        start + "…"
    } else {
        start
    }
}

/// Layers are centred, as far as whole pixels go.
fn places(layout: &Layout, columns: &[Column]) -> Vec<Vec<Place>> {
    let height = |stop: &Stop| match stop {
        Stop::Node(_) => HEIGHT,
        Stop::Bend => BEND,
    };
    let heights: Vec<usize> = layout
        .layers
        .iter()
        .map(|layer| layer.iter().map(|stop| height(stop) + GAP).sum())
        .collect();
    let most = heights.iter().copied().max().unwrap_or_default();
    let layers = layout.layers.iter().zip(columns).zip(heights);
    let places = layers.map(|((layer, column), own)| {
        let mut y = MARGIN + (most - own) / 2;
        let places = layer.iter().map(|stop| {
            let place = Place {
                stop: *stop,
                x: column.x,
                y,
                width: column.width,
                height: height(stop),
            };
            y += height(stop) + GAP;
            place
        });
        places.collect()
    });
    places.collect()
}

/// A curve through all stops, from the right side of one to the left side of the next.
fn arrow(svg: &mut String, edge: &Edge, stops: &[&Place], graph: &Graph) {
    let mut path = String::new();
    for pair in stops.windows(2) {
        let [from, to] = pair else { continue };
        let (x1, y1) = (from.x + from.width, from.y + from.height / 2);
        let (x2, y2) = (to.x, to.y + to.height / 2);
        let middle = usize::midpoint(x1, x2);
        if path.is_empty() {
            let _infallible = write!(path, "M{x1} {y1}");
        } else {
            let _infallible = write!(path, "H{x1}");
        }
        let _infallible = write!(path, "C{middle} {y1} {middle} {y2} {x2} {y2}");
    }
    let (Some(first), Some(second)) = (stops.first(), stops.get(1)) else {
        return;
    };
    // One that was turned around to break a circle points the other way.
    let is_turned = first.stop != Stop::Node(edge.from);
    let end = if is_turned {
        "marker-start"
    } else {
        "marker-end"
    };
    let class = if edge.is_order_alone() {
        " class=\"order\""
    } else {
        ""
    };
    let name = |place: usize| graph.nodes.get(place).map_or("", |node| node.id.as_str());
    let title = format!(
        "{} → {}: {}",
        name(edge.from),
        name(edge.to),
        edge.labels.join(", ")
    );
    let _infallible = writeln!(
        svg,
        "<g><title>{}</title><path{class} d=\"{path}\" {end}=\"url(#arrow)\"/></g>",
        escaped(&title),
    );
    let label = edge.label();
    if !label.is_empty() && !edge.is_order_alone() {
        let x = first.x + first.width + 6;
        let y = usize::midpoint(first.y + first.height / 2, second.y + second.height / 2);
        let y = y.saturating_sub(4);
        let label = escaped(&cut(&label));
        let _infallible = writeln!(
            svg,
            "<text class=\"label\" x=\"{x}\" y=\"{y}\">{label}</text>"
        );
    }
}

fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            _ if letter.is_control() => escaped.push('\u{fffd}'),
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
    fn a_picture_has_every_resource_and_arrow() {
        let graph = Graph::of(&Template::from_yaml(TEMPLATE).unwrap());
        let svg = text(&graph);
        assert_eq!(svg.matches("<rect ").count(), graph.nodes.len());
        assert_eq!(svg.matches("url(#arrow)").count(), graph.edges.len());
        assert_eq!(svg.matches("class=\"order\"").count(), 2);
        assert!(svg.contains("Custom::&quot;Alone&quot;"));
        assert_eq!(text(&graph), svg);
        assert!(text(&Graph::default()).ends_with("</svg>\n"));
    }
}
