//! The walk over a value: every function call in it, and what is known about the place where it stands.

use super::Checker;
use super::macros;
use super::symbols::Literal;
use crate::document::Content;
use crate::json::{Json, call};
use crate::report::help::Help;
use crate::report::rule::Rule;
use crate::text::function::{CONDITION, FOR_EACH, REF, TRANSFORM};
use crate::text::pointer::Step;
use crate::typed::view::View;

/// What is known about a place.
#[derive(Clone, Debug, Default)]
pub(super) struct Scope<'t> {
    pub(super) place: Place,
    /// The resource that it belongs to.
    pub(super) resource: Option<usize>,
    /// The condition that it belongs to.
    pub(super) condition: Option<usize>,
    /// What holds when the place is reached: the condition of its resource or output, then branches of `Fn::If`.
    pub(super) said: Vec<Literal<'t>>,
    /// The same, with all that follows from it.
    pub(super) assumptions: Vec<Literal<'t>>,
    /// The variables of the loops around it.
    pub(super) loops: Vec<&'t str>,
}

/// Which part of a template a value belongs to, which decides what may be named there.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Place {
    /// The properties of a resource.
    #[default]
    Properties,
    /// Another attribute of a resource.
    Attribute,
    /// A condition, which knows parameters and mappings alone.
    Condition,
    /// A rule, which knows parameters alone.
    Rule,
    /// An output.
    Output,
    /// The name of an export, which has to be known before any resource is there.
    ExportName,
    /// The name of an export of another stack, which has to be known as early.
    ImportName,
}

impl Place {
    /// Whether resources may be named.
    pub(super) fn knows_resources(self) -> bool {
        match self {
            Self::Properties | Self::Attribute | Self::Output => true,
            Self::Condition | Self::Rule | Self::ExportName | Self::ImportName => false,
        }
    }

    /// Whether deployment asks other stacks for values of it.
    ///
    /// Source: the published linter's rule `E1033`, of 2026-08.
    fn knows_other_stacks(self) -> bool {
        matches!(self, Self::Properties | Self::Attribute | Self::Output)
    }

    /// Whether a condition may be named as a value.
    fn takes_conditions(self) -> bool {
        matches!(self, Self::Condition | Self::Rule)
    }

    pub(super) fn words(self) -> &'static str {
        match self {
            Self::Properties | Self::Attribute => "a resource",
            Self::Condition => "a condition",
            Self::Rule => "a rule",
            Self::Output => "an output",
            Self::ExportName => "the name of an export",
            Self::ImportName => "the name of an import",
        }
    }
}

/// The functions of rules, which are found nowhere else.
///
/// Source: the user guide's page "Rule-specific intrinsic functions".
const OF_RULES: [&str; 6] = [
    "Fn::Contains",
    "Fn::EachMemberEquals",
    "Fn::EachMemberIn",
    "Fn::RefAll",
    "Fn::ValueOf",
    "Fn::ValueOfAll",
];

/// A value as the walk sees it.
enum Seen<'t> {
    Call(&'t str, View<'t>),
    Object,
    List,
    Text(&'t str),
    Null,
    Other,
}

impl<'t> Checker<'t> {
    /// Checks all function calls in a value.
    pub(super) fn walk(&mut self, view: View<'t>) {
        match self.seen_as(view) {
            Seen::Call(name, argument) => {
                self.inside(Step::Name(name), |checker| {
                    checker.call(name, argument, view);
                });
            }
            Seen::List => {
                for (index, item) in view.items().enumerate() {
                    self.inside(Step::Index(index), |checker| checker.walk(item));
                }
            }
            Seen::Object => self.object(view),
            Seen::Text(text) => self.text(text, view),
            Seen::Null => self.null(view),
            Seen::Other => {}
        }
    }

    fn seen_as(&self, view: View<'t>) -> Seen<'t> {
        let called = call::of(view).or_else(|| {
            let takes = self.scope.place.takes_conditions();
            call::condition(view).filter(|_| takes)
        });
        if let Some((name, argument)) = called {
            return Seen::Call(name, argument);
        }
        match view {
            View::Node(node) => match node.content() {
                Content::Object(_) => Seen::Object,
                Content::Array(_) => Seen::List,
                Content::String(text) => Seen::Text(text),
                Content::Null => Seen::Null,
                Content::Bool(_) | Content::Number(_) => Seen::Other,
            },
            View::Json(Json::Object(_)) => Seen::Object,
            View::Json(Json::Array(_)) => Seen::List,
            View::Json(Json::String(text)) => Seen::Text(text),
            View::Json(Json::Null) => Seen::Null,
            _ => Seen::Other,
        }
    }

    fn object(&mut self, view: View<'t>) {
        if macros::rewrites_object(view) {
            let here = self.here();
            return self.unjudged.push(here);
        }
        for (name, value) in view.members() {
            self.inside(Step::Name(name), |checker| {
                if name.starts_with(FOR_EACH) {
                    checker.for_each(value);
                } else if name != TRANSFORM {
                    checker.walk(value);
                }
            });
        }
    }

    /// A loop: its variable is known in its body.
    pub(super) fn for_each(&mut self, arguments: View<'t>) {
        self.extension(Rule::ForEach, "Fn::ForEach", arguments);
        let variable = arguments.items().next().and_then(View::text);
        self.scope.loops.push(variable.unwrap_or_default());
        for (index, item) in arguments.items().enumerate().skip(1) {
            self.inside(Step::Index(index), |checker| checker.walk(item));
        }
        self.scope.loops.pop();
    }

    fn call(&mut self, name: &'t str, argument: View<'t>, call: View<'t>) {
        match name {
            REF => self.reference(argument),
            CONDITION => self.condition_name(argument, Rule::UnknownCondition),
            "Fn::GetAtt" => self.get_att(argument),
            "Fn::Sub" => self.substitution(argument),
            "Fn::FindInMap" => self.find_in_map(argument),
            "Fn::If" => self.branches(argument),
            "Fn::Join" => self.join(argument),
            "Fn::ImportValue" => self.import(argument),
            "Fn::GetStackOutput" => self.stack_output(argument),
            // What a macro makes of its parameters is its own business.
            TRANSFORM => {}
            _ if OF_RULES.contains(&name) && self.scope.place != Place::Rule => {
                self.only_in_rules(name, call);
            }
            _ if name.starts_with(FOR_EACH) => self.for_each(argument),
            "Fn::Length" => {
                self.extension(Rule::LengthFunction, name, call);
                self.walk(argument);
            }
            "Fn::ToJsonString" => {
                self.extension(Rule::ToJsonString, name, call);
                self.walk(argument);
            }
            _ => self.walk(argument),
        }
    }

    /// The name of an export of another stack.
    ///
    /// Source: the user guide's page "`Fn::ImportValue`": what is in it cannot depend on a resource.
    fn import(&mut self, argument: View<'t>) {
        let place = core::mem::replace(&mut self.scope.place, Place::ImportName);
        self.walk(argument);
        self.scope.place = place;
    }

    fn stack_output(&mut self, argument: View<'t>) {
        let place = self.scope.place;
        if !place.knows_other_stacks() {
            self.coded_error(Rule::Intrinsic, "E1033", argument.node(), |_| {
                let place = place.words();
                let message = format!("`Fn::GetStackOutput` may not stand in {place}");
                (message, "a parameter may hold the value".into())
            });
        }
        self.walk(argument);
    }

    fn only_in_rules(&mut self, name: &str, call: View<'t>) {
        self.error(Rule::Intrinsic, call.node(), |_| {
            let message = format!("`{name}` is a function of the section `Rules` alone");
            (message, Help::None)
        });
    }

    /// Of properties, outputs and policies their judge says it.
    fn null(&mut self, view: View<'t>) {
        let is_policy = matches!(
            self.path.get(2),
            Some(Step::Name("CreationPolicy" | "UpdatePolicy"))
        );
        let is_judged = match self.scope.place {
            Place::Properties | Place::Output | Place::ExportName | Place::ImportName => true,
            Place::Attribute => is_policy,
            Place::Condition | Place::Rule => false,
        };
        if !is_judged {
            self.no_null(view);
        }
    }

    /// The elements of a join are texts.
    fn join(&mut self, argument: View<'t>) {
        self.walk(argument);
        let Some(list) = argument.items().nth(1) else {
            return;
        };
        self.inside(Step::Index(1), |checker| {
            for (index, item) in list.items().enumerate() {
                checker.inside(Step::Index(index), |checker| {
                    checker.no_list(item, Rule::Join);
                });
            }
        });
    }

    /// A function that only the language extensions know.
    fn extension(&mut self, rule: Rule, name: &str, at: View<'t>) {
        if !self.macros.language_extensions {
            self.error(rule, at.node(), |_| {
                let transform = macros::LANGUAGE_EXTENSIONS;
                let message = format!("`{name}` needs the transform `{transform}`");
                (message, format!("set `Transform` to `{transform}`").into())
            });
        }
    }

    /// Both branches of an `Fn::If`; one that is never taken is not judged.
    fn branches(&mut self, argument: View<'t>) {
        let mut items = argument.items();
        let condition = items.next().unwrap_or(View::Absent);
        self.inside(Step::Index(0), |checker| {
            checker.condition_name(condition, Rule::UnknownCondition);
        });
        let name = condition.text();
        for (index, branch) in items.enumerate().take(2) {
            self.inside(Step::Index(index + 1), |checker| {
                let Some(condition) = name else {
                    return checker.walk(branch);
                };
                let holds = index == 0;
                checker.branch(Literal { condition, holds }, branch);
            });
        }
    }

    fn branch(&mut self, literal: Literal<'t>, branch: View<'t>) {
        if let Some(known) = self.excluding(literal) {
            let here = self.here();
            self.unjudged.push(here);
            return self.warn(Rule::UnreachableBranch, branch.node(), |_| {
                let state = if known.holds {
                    "holds"
                } else {
                    "does not hold"
                };
                let message = format!(
                    "this branch is never taken: `{}` {state} here",
                    known.condition
                );
                (message, "leave the `Fn::If` out".into())
            });
        }
        self.assuming(literal, |checker| checker.walk(branch));
    }
}

impl<'t> Checker<'t> {
    /// A text: what is put into it by mistake, and what deployment puts into it.
    fn text(&mut self, text: &'t str, view: View<'t>) {
        // A text of several lines may be a program or a template of its own.
        let is_value = matches!(self.scope.place, Place::Properties | Place::ImportName);
        if is_value && text.contains("${AWS::") && !text.contains('\n') {
            self.missing_sub(text, view);
        }
        self.dynamic_references(text, view);
    }

    /// A pseudo parameter in a text that nothing replaces.
    fn missing_sub(&mut self, text: &'t str, view: View<'t>) {
        let mut names = crate::template::sub::names(text);
        if let Some(name) = names.find(|name| super::names::PSEUDO.contains(name)) {
            self.warn(Rule::MissingSub, view.node(), |_| {
                let message = format!("nothing replaces `${{{name}}}` in this text");
                (message, "put the text into `Fn::Sub`".into())
            });
        }
    }
}
