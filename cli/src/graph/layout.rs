//! Where the resources of a drawing stand: in layers from left to right, so that arrows lead to the
//! right wherever no circle keeps them from it.
//!
//! The usual four steps: circles are broken, each node goes behind the last that leads to it, layers
//! are sorted so that few arrows cross, and places are given out. An arrow over several layers gets a
//! place of its own in each, so that it goes around what stands between.
//!
//! Why no library: of the published crates `rust-sugiyama` 0.4 comes nearest. It gives places for nodes but no
//! ways for arrows, fails on a resource that names itself, and takes seconds for the 500 resources that a
//! template may have.

use std::collections::BTreeMap;

use super::Graph;

/// How often the layers are sorted after their neighbours, in both directions.
const SWEEPS: usize = 6;

/// Arrows that cross more layers than this in all are drawn straight: a picture of so many is not read.
const MOST_BENDS: usize = 20_000;

/// The layers, each from top to bottom.
#[derive(Debug, PartialEq)]
pub(super) struct Layout {
    pub(super) layers: Vec<Vec<Stop>>,
    /// For each edge of the graph, the stops that it passes, in the direction of the layers, as layer
    /// and place in it.
    pub(super) routes: Vec<Vec<(usize, usize)>>,
}

/// What stands at a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stop {
    /// A resource.
    Node(usize),
    /// An arrow that goes through.
    Bend,
}

impl Layout {
    /// Lays a graph out.
    pub(super) fn of(graph: &Graph) -> Self {
        let count = graph.nodes.len();
        let arrows = without_circles(count, graph);
        let layers = layers(count, &arrows);
        let mut drawing = Drawing::new(&layers, &arrows);
        drawing.sort();
        drawing.into_layout(&arrows)
    }
}

/// How far the search for circles is with a node.
#[derive(Clone, Copy, PartialEq)]
enum Mark {
    New,
    Open,
    Done,
}

/// The edges, in an order of both ends that has no circle; an edge to itself leads nowhere.
fn without_circles(count: usize, graph: &Graph) -> Vec<Option<(usize, usize)>> {
    let mut targets = vec![Vec::new(); count];
    for (index, edge) in graph.edges.iter().enumerate() {
        if let Some(targets) = targets.get_mut(edge.from) {
            targets.push((edge.to, index));
        }
    }
    let mut marks = vec![Mark::New; count];
    let mut arrows = vec![None; graph.edges.len()];
    for start in 0..count {
        // Depth first, with a stack of its own: a chain may be as long as the template has resources.
        let mut stack = vec![(start, 0)];
        while let Some((node, next)) = stack.pop() {
            if next == 0 {
                if marks.get(node) != Some(&Mark::New) {
                    continue;
                }
                set(&mut marks, node, Mark::Open);
            }
            let target = targets.get(node).and_then(|targets| targets.get(next));
            let Some((to, index)) = target.copied() else {
                set(&mut marks, node, Mark::Done);
                continue;
            };
            stack.push((node, next + 1));
            let is_back = marks.get(to) == Some(&Mark::Open);
            if to != node {
                let arrow = if is_back { (to, node) } else { (node, to) };
                set(&mut arrows, index, Some(arrow));
            }
            if marks.get(to) == Some(&Mark::New) {
                stack.push((to, 0));
            }
        }
    }
    arrows
}

fn set<T>(values: &mut [T], at: usize, value: T) {
    if let Some(place) = values.get_mut(at) {
        *place = value;
    }
}

/// The layer of each node: one behind the last that leads to it.
fn layers(count: usize, arrows: &[Option<(usize, usize)>]) -> Vec<usize> {
    let mut targets = vec![Vec::new(); count];
    let mut due = vec![0_usize; count];
    for (from, to) in arrows.iter().flatten() {
        if let (Some(targets), Some(due)) = (targets.get_mut(*from), due.get_mut(*to)) {
            targets.push(*to);
            *due += 1;
        }
    }
    let mut layer = vec![0; count];
    let mut ready: Vec<usize> = (0..count)
        .filter(|node| due.get(*node) == Some(&0))
        .collect();
    while let Some(node) = ready.pop() {
        let next = layer.get(node).copied().unwrap_or_default() + 1;
        for to in targets.get(node).into_iter().flatten() {
            if let (Some(layer), Some(due)) = (layer.get_mut(*to), due.get_mut(*to)) {
                *layer = next.max(*layer);
                *due -= 1;
                if *due == 0 {
                    ready.push(*to);
                }
            }
        }
    }
    layer
}

/// The stops of all layers, with the neighbours of each in the layers before and behind.
struct Drawing {
    layers: Vec<Vec<usize>>,
    stops: Vec<Stop>,
    before: Vec<Vec<usize>>,
    behind: Vec<Vec<usize>>,
    /// For each edge, its stops.
    routes: Vec<Vec<usize>>,
}

impl Drawing {
    fn new(layer: &[usize], arrows: &[Option<(usize, usize)>]) -> Self {
        let last = layer.iter().copied().max().unwrap_or_default();
        let mut drawing = Self {
            layers: vec![Vec::new(); last + 1],
            stops: Vec::new(),
            before: Vec::new(),
            behind: Vec::new(),
            routes: Vec::new(),
        };
        for (node, layer) in layer.iter().enumerate() {
            drawing.add(*layer, Stop::Node(node));
        }
        let at = |node: usize| layer.get(node).copied().unwrap_or_default();
        let crossed = arrows
            .iter()
            .flatten()
            .map(|(from, to)| at(*to).saturating_sub(at(*from)));
        let is_bent = crossed.sum::<usize>() <= MOST_BENDS;
        for arrow in arrows {
            let Some((from, to)) = *arrow else {
                drawing.routes.push(Vec::new());
                continue;
            };
            let mut route = vec![from];
            if is_bent {
                for layer in at(from) + 1..at(to) {
                    route.push(drawing.add(layer, Stop::Bend));
                }
            }
            route.push(to);
            for pair in route.windows(2) {
                if let [one, next] = *pair {
                    drawing.connect(one, next);
                }
            }
            drawing.routes.push(route);
        }
        drawing
    }

    fn add(&mut self, layer: usize, stop: Stop) -> usize {
        let number = self.stops.len();
        self.stops.push(stop);
        self.before.push(Vec::new());
        self.behind.push(Vec::new());
        if let Some(layer) = self.layers.get_mut(layer) {
            layer.push(number);
        }
        number
    }

    fn connect(&mut self, one: usize, next: usize) {
        if let (Some(behind), Some(before)) = (self.behind.get_mut(one), self.before.get_mut(next))
        {
            behind.push(next);
            before.push(one);
        }
    }

    /// Sorts each layer by where the neighbours of its stops stand on average.
    fn sort(&mut self) {
        for sweep in 0..SWEEPS {
            let is_forward = sweep % 2 == 0;
            let count = self.layers.len();
            for step in 1..count {
                let (fixed, sorted) = if is_forward {
                    (step - 1, step)
                } else {
                    (count - step, count - step - 1)
                };
                self.sort_by_neighbours(fixed, sorted, is_forward);
            }
        }
    }

    fn sort_by_neighbours(&mut self, fixed: usize, sorted: usize, is_forward: bool) {
        let fixed = self.layers.get(fixed).into_iter().flatten();
        let places: BTreeMap<usize, usize> = fixed.copied().zip(0..).collect();
        let neighbours = if is_forward {
            &self.before
        } else {
            &self.behind
        };
        let Some(layer) = self.layers.get_mut(sorted) else {
            return;
        };
        let mut keyed: Vec<(usize, usize)> = Vec::with_capacity(layer.len());
        for (place, stop) in layer.iter().enumerate() {
            let all = neighbours.get(*stop).into_iter().flatten();
            let all: Vec<usize> = all.filter_map(|stop| places.get(stop).copied()).collect();
            // Parts of a place count; what has no neighbour stays.
            let key = match all.len() {
                0 => place * 1000,
                count => all.iter().sum::<usize>() * 1000 / count,
            };
            keyed.push((key, *stop));
        }
        keyed.sort_by_key(|(key, _)| *key);
        *layer = keyed.into_iter().map(|(_, stop)| stop).collect();
    }

    fn into_layout(self, arrows: &[Option<(usize, usize)>]) -> Layout {
        let mut places = BTreeMap::new();
        for (layer, stops) in self.layers.iter().enumerate() {
            places.extend(stops.iter().copied().zip((0..).map(|place| (layer, place))));
        }
        let routes = self.routes.iter().zip(arrows).map(|(route, _)| {
            let stops = route.iter();
            stops.filter_map(|stop| places.get(stop).copied()).collect()
        });
        let layers = self.layers.iter().map(|stops| {
            let stops = stops.iter();
            stops
                .filter_map(|stop| self.stops.get(*stop).copied())
                .collect()
        });
        Layout {
            layers: layers.collect(),
            routes: routes.collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::graph::{Edge, Node};

    fn graph(count: usize, edges: &[(usize, usize)]) -> Graph {
        let node = |place| Node {
            id: format!("R{place}"),
            type_name: "A::B::C".to_owned(),
        };
        let edge = |(from, to): &(usize, usize)| Edge {
            from: *from,
            to: *to,
            labels: vec!["Ref".to_owned()],
        };
        Graph {
            nodes: (0..count).map(node).collect(),
            edges: edges.iter().map(edge).collect(),
        }
    }

    fn nodes(layout: &Layout) -> Vec<Vec<usize>> {
        let node = |stop: &Stop| match stop {
            Stop::Node(node) => Some(*node),
            Stop::Bend => None,
        };
        let layers = layout.layers.iter();
        layers
            .map(|layer| layer.iter().filter_map(node).collect())
            .collect()
    }

    #[test]
    fn arrows_lead_to_the_right_and_pass_every_layer() {
        let layout = Layout::of(&graph(4, &[(0, 1), (1, 2), (0, 2), (0, 3)]));
        assert_eq!(nodes(&layout).len(), 3);
        assert_eq!(layout.routes[2].len(), 3);
        assert!(layout.layers[1].contains(&Stop::Bend));
    }

    #[test]
    fn circles_and_self_references_do_not_stop_it() {
        let layout = Layout::of(&graph(3, &[(0, 1), (1, 2), (2, 0), (1, 1)]));
        assert_eq!(nodes(&layout), [[0], [1], [2]]);
        assert_eq!(layout.routes[3], []);
    }

    #[test]
    fn every_node_has_one_place_whatever_the_graph() {
        let mut state = 7_u64;
        let mut random = |below: usize| {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            usize::try_from(state % below as u64).unwrap()
        };
        for _ in 0..300 {
            let count = 1 + random(30);
            let edges: Vec<(usize, usize)> = (0..random(3 * count))
                .map(|_| (random(count), random(count)))
                .collect();
            let graph = graph(count, &edges);
            let layout = Layout::of(&graph);
            let mut found: Vec<usize> = nodes(&layout).concat();
            found.sort_unstable();
            assert_eq!(found, (0..count).collect::<Vec<_>>());
            for (edge, route) in graph.edges.iter().zip(&layout.routes) {
                assert_eq!(route.is_empty(), edge.from == edge.to);
                assert!(route.windows(2).all(|pair| pair[0].0 < pair[1].0));
            }
        }
    }

    #[test]
    fn a_long_chain_needs_no_deep_stack() {
        let edges: Vec<(usize, usize)> = (0..4999).map(|node| (node, node + 1)).collect();
        assert_eq!(Layout::of(&graph(5000, &edges)).layers.len(), 5000);
    }
}
