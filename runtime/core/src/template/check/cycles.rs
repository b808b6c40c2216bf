//! Resources and conditions that depend on each other in a circle.

use super::Checker;
use super::symbols::Literal;
use crate::report::help::Help;
use crate::report::rule::Rule;
use crate::template::graph::Graph;
use crate::template::part::Member;
use crate::template::section::Section;
use crate::text::pointer::Step;
use crate::typed::describe;

/// One resource needs another.
#[derive(Clone, Copy, Debug)]
pub(super) struct Edge<'t> {
    pub(super) from: usize,
    pub(super) to: usize,
    /// Whether no branch of `Fn::If` stands around the place that needs it.
    pub(super) certain: bool,
    /// The one thing that is assumed there, if it is only one.
    pub(super) only: Option<Literal<'t>>,
}

/// How many names of a circle are shown.
const SHOWN: usize = 8;

impl<'t> Checker<'t> {
    pub(super) fn cycles(&mut self) {
        // The transform adds and replaces resources, and what they need.
        if !self.macros.serverless {
            self.resource_cycles();
        }
        self.condition_cycles();
    }

    fn resource_cycles(&mut self) {
        let count = self.names.resources.len();
        let certain = self.edges.iter().filter(|edge| edge.certain);
        let graph = Graph::new(count, certain.map(|edge| (edge.from, edge.to)));
        let groups = graph.groups();
        let mut reported = vec![false; count];
        for circle in groups.circles(&graph) {
            self.report_cycle(&circle, &mut reported);
        }
        // Where branches are on the way, all of them have to be taken together: that is sure if all assume
        // the same.
        let edges: Vec<&Edge<'t>> = self
            .edges
            .iter()
            .filter(|edge| edge.certain || edge.only.is_some())
            .collect();
        let graph = Graph::new(count, edges.iter().map(|edge| (edge.from, edge.to)));
        let groups = graph.groups();
        let mut assumed = vec![Assumed::Nothing; count];
        for edge in &edges {
            let group = groups.of(edge.from);
            if group == groups.of(edge.to)
                && let (Some(only), Some(place)) = (edge.only, assumed.get_mut(group))
            {
                *place = place.and(only);
            }
        }
        let circles = groups.circles(&graph);
        for circle in circles {
            let group = circle.first().map_or(0, |first| groups.of(*first));
            if matches!(assumed.get(group), Some(Assumed::One(_))) {
                self.report_cycle(&circle, &mut reported);
            }
        }
    }

    fn report_cycle(&mut self, circle: &[usize], reported: &mut [bool]) {
        let is_new = circle.iter().all(|one| reported.get(*one) == Some(&false));
        for one in circle {
            if let Some(place) = reported.get_mut(*one) {
                *place = true;
            }
        }
        if is_new {
            let members = circle
                .iter()
                .filter_map(|one| self.names.resources.get(*one));
            let members: Vec<&'t Member> = members.map(|resource| resource.member).collect();
            self.circle(Section::Resources, &members);
        }
    }

    fn condition_cycles(&mut self) {
        let mut members: Vec<(usize, &'t Member)> =
            self.names.conditions.values().copied().collect();
        members.sort_unstable_by_key(|(number, _)| *number);
        let count = members.last().map_or(0, |(number, _)| number + 1);
        let graph = Graph::new(count, self.condition_edges.iter().copied());
        for circle in graph.groups().circles(&graph) {
            let member = |one: &usize| {
                let index = members
                    .binary_search_by_key(one, |(number, _)| *number)
                    .ok()?;
                members.get(index).map(|(_, member)| *member)
            };
            let circle: Vec<&'t Member> = circle.iter().filter_map(member).collect();
            self.circle(Section::Conditions, &circle);
        }
    }

    // `A` needs `B`, `B` needs `A`
    fn circle(&mut self, section: Section, circle: &[&'t Member]) {
        let Some((first, rest)) = circle.split_first() else {
            return;
        };
        self.path
            .extend([Step::Name(section.name()), Step::Name(&first.name)]);
        self.error(Rule::Cycle, first.key, |checker| {
            let name = |member: &Member| format!("`{}`", describe::name(&member.name));
            let mut message = name(first);
            for next in rest.iter().take(SHOWN) {
                message += " needs ";
                message += &name(next);
                message += ", which";
            }
            if rest.len() > SHOWN {
                message += " needs others, of which one";
            }
            message += " needs ";
            message += if rest.is_empty() {
                "itself"
            } else {
                "the first one again"
            };
            (message, checker.help_of_circle(section, circle))
        });
        self.path.truncate(self.path.len().saturating_sub(2));
    }
}

impl Checker<'_> {
    /// How a circle is opened, where one way is known: rules of security groups can be resources of their own.
    fn help_of_circle(&self, section: Section, circle: &[&Member]) -> Help {
        let is_group = |member: &&Member| {
            let resource = self.names.resource(&member.name);
            resource.is_some_and(|(_, info)| info.type_name == "AWS::EC2::SecurityGroup")
        };
        if section == Section::Resources && circle.iter().all(is_group) {
            "put the rules into resources of their own, `AWS::EC2::SecurityGroupIngress` and \
             `AWS::EC2::SecurityGroupEgress`"
                .into()
        } else {
            Help::None
        }
    }
}

/// What the branches of a group assume.
#[derive(Clone, Copy)]
enum Assumed<'t> {
    Nothing,
    One(Literal<'t>),
    Several,
}

impl<'t> Assumed<'t> {
    fn and(self, literal: Literal<'t>) -> Self {
        match self {
            Self::Nothing => Self::One(literal),
            Self::One(one) if one == literal => self,
            Self::One(_) | Self::Several => Self::Several,
        }
    }
}
