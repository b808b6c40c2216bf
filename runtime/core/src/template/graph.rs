//! Circles in a graph, found in one pass over its edges.

use std::collections::VecDeque;

/// Who needs whom, by numbers.
pub(crate) struct Graph {
    targets: Vec<Vec<usize>>,
}

/// Which nodes reach each other.
pub(crate) struct Groups {
    /// The group of each node.
    group: Vec<usize>,
    /// The nodes of each group, from the lowest number up.
    members: Vec<Vec<usize>>,
}

impl Graph {
    /// A graph of so many nodes; an edge of a node beyond them is left out.
    pub(crate) fn new(count: usize, edges: impl Iterator<Item = (usize, usize)>) -> Self {
        let mut targets = vec![Vec::new(); count];
        for (from, to) in edges.filter(|(_, to)| *to < count) {
            if let Some(targets) = targets.get_mut(from) {
                targets.push(to);
            }
        }
        Self { targets }
    }

    fn targets(&self, from: usize) -> &[usize] {
        self.targets.get(from).map_or(&[], Vec::as_slice)
    }

    /// The groups of nodes that reach each other: Tarjan's algorithm, with a stack of its own.
    pub(crate) fn groups(&self) -> Groups {
        let mut search = Search::new(self.targets.len());
        for root in 0..self.targets.len() {
            search.from(root, self);
        }
        let mut members = vec![Vec::new(); search.groups];
        for (node, group) in search.group.iter().enumerate() {
            if let Some(members) = members.get_mut(*group) {
                members.push(node);
            }
        }
        Groups {
            group: search.group,
            members,
        }
    }
}

/// What is known of a node while groups are looked for.
#[derive(Clone, Copy)]
struct Seen {
    /// When it was met, from one; zero if it was not.
    met: usize,
    /// The earliest node that it reaches.
    earliest: usize,
    is_open: bool,
}

struct Search {
    seen: Vec<Seen>,
    group: Vec<usize>,
    groups: usize,
    met: usize,
    /// The nodes that belong to no group yet, in the order in which they were met.
    open: Vec<usize>,
    /// The way to where the search is: a node, and how many of its edges were followed.
    way: Vec<(usize, usize)>,
}

impl Search {
    fn new(count: usize) -> Self {
        let unseen = Seen {
            met: 0,
            earliest: 0,
            is_open: false,
        };
        Self {
            seen: vec![unseen; count],
            group: vec![usize::MAX; count],
            groups: 0,
            met: 0,
            open: Vec::new(),
            way: Vec::new(),
        }
    }

    fn of(&self, node: usize) -> Option<Seen> {
        self.seen.get(node).copied()
    }

    fn from(&mut self, root: usize, graph: &Graph) {
        if self.of(root).is_some_and(|seen| seen.met == 0) {
            self.enter(root);
        }
        while let Some((node, followed)) = self.way.last().copied() {
            let Some(next) = graph.targets(node).get(followed).copied() else {
                self.leave(node);
                continue;
            };
            if let Some(last) = self.way.last_mut() {
                last.1 += 1;
            }
            match self.of(next) {
                Some(seen) if seen.met == 0 => self.enter(next),
                Some(seen) if seen.is_open => self.reaches(node, seen.met),
                _ => {}
            }
        }
    }

    fn enter(&mut self, node: usize) {
        self.met += 1;
        if let Some(seen) = self.seen.get_mut(node) {
            *seen = Seen {
                met: self.met,
                earliest: self.met,
                is_open: true,
            };
        }
        self.open.push(node);
        self.way.push((node, 0));
    }

    fn leave(&mut self, node: usize) {
        self.way.pop();
        let Some(seen) = self.of(node) else { return };
        if let Some((around, _)) = self.way.last().copied() {
            self.reaches(around, seen.earliest);
        }
        if seen.earliest < seen.met {
            return;
        }
        while let Some(member) = self.open.pop() {
            if let (Some(seen), Some(group)) =
                (self.seen.get_mut(member), self.group.get_mut(member))
            {
                seen.is_open = false;
                *group = self.groups;
            }
            if member == node {
                break;
            }
        }
        self.groups += 1;
    }

    fn reaches(&mut self, node: usize, met: usize) {
        if let Some(seen) = self.seen.get_mut(node) {
            seen.earliest = seen.earliest.min(met);
        }
    }
}

impl Groups {
    /// The nodes of each group; a group stands behind all that it has edges to.
    pub(crate) fn members(&self) -> impl Iterator<Item = &[usize]> {
        self.members.iter().map(Vec::as_slice)
    }

    /// The group of a node.
    pub(crate) fn of(&self, node: usize) -> usize {
        self.group.get(node).copied().unwrap_or(usize::MAX)
    }

    /// One shortest circle for each group that has any, through its lowest number; in the order of these.
    pub(crate) fn circles(&self, graph: &Graph) -> Vec<Vec<usize>> {
        let mut before = vec![usize::MAX; self.group.len()];
        let members = self.members.iter();
        let circles = members.filter_map(|members| {
            let first = *members.first()?;
            self.circle(first, graph, &mut before)
        });
        let mut circles: Vec<Vec<usize>> = circles.collect();
        circles.sort_unstable();
        circles
    }

    /// A shortest way from a node back to itself. `before` is where each node was reached from.
    fn circle(&self, first: usize, graph: &Graph, before: &mut [usize]) -> Option<Vec<usize>> {
        let group = self.of(first);
        let mut waiting = VecDeque::from([first]);
        while let Some(node) = waiting.pop_front() {
            for next in graph.targets(node) {
                if *next == first {
                    return Some(way(first, node, before));
                }
                if self.of(*next) != group {
                    continue;
                }
                if let Some(place) = before.get_mut(*next)
                    && *place == usize::MAX
                {
                    *place = node;
                    waiting.push_back(*next);
                }
            }
        }
        None
    }
}

/// The nodes on the way to the last one.
fn way(first: usize, last: usize, before: &[usize]) -> Vec<usize> {
    let mut way = Vec::new();
    let mut node = last;
    while node != first && way.len() <= before.len() {
        way.push(node);
        node = before.get(node).copied().unwrap_or(first);
    }
    way.push(first);
    way.reverse();
    way
}

#[cfg(test)]
mod tests {
    use super::Graph;

    fn circles(count: usize, edges: &[(usize, usize)]) -> Vec<Vec<usize>> {
        let graph = Graph::new(count, edges.iter().copied());
        graph.groups().circles(&graph)
    }

    #[test]
    fn each_group_gives_a_shortest_circle() {
        assert_eq!(
            circles(3, &[(0, 1), (1, 2), (0, 2)]),
            Vec::<Vec<usize>>::new()
        );
        assert_eq!(circles(2, &[(1, 1)]), [[1]]);
        let edges = [
            (0, 1),
            (1, 2),
            (2, 0),
            (2, 3),
            (3, 4),
            (4, 3),
            (1, 0),
            (9, 1),
        ];
        assert_eq!(circles(5, &edges), [[0, 1], [3, 4]]);
        assert_eq!(
            circles(4, &[(3, 2), (2, 1), (1, 0), (0, 3)]),
            [[0, 3, 2, 1]]
        );
    }

    #[test]
    fn long_chains_need_no_deep_stack_and_no_quadratic_work() {
        let count = 200_000;
        let chain = (0..count).map(|node| (node, (node + 1) % count));
        let graph = Graph::new(count, chain);
        assert_eq!(graph.groups().circles(&graph).len(), 1);
        let pairs = (0..count).map(|node| (node, node ^ 1));
        let graph = Graph::new(count, pairs);
        assert_eq!(graph.groups().circles(&graph).len(), count / 2);
    }
}
