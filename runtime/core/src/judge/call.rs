//! Function calls in the place of values.

use super::{Judge, functions};
use crate::facts::{JsonType, RecordSpec, Schema, TypeSet};
use crate::report::code;
use crate::report::help::Help;
use crate::report::rule::Rule;
use crate::text::pointer::Step;
use crate::typed::describe;
use crate::typed::view::View;

/// What a function returns, as far as its name tells.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Returns {
    Text,
    List,
    Integer,
    /// Whatever it refers to.
    Anything,
    /// A truth value: it stands in conditions and rules, never in a property.
    Condition,
}

impl<'a> Judge<'a> {
    /// The shape of the call, whether it may stand here, and, for `Fn::If`, both branches.
    #[inline(never)]
    pub(super) fn call(
        &mut self,
        view: View<'a>,
        name: &'a str,
        argument: View<'a>,
        schema: &'static Schema,
    ) {
        self.place(view, name, schema);
        if name == "Fn::If" {
            return self.branches(name, argument, schema);
        }
        self.unsure = true;
        self.argument(name, argument);
    }

    /// The shape of a function's argument, and of the calls in it.
    pub(super) fn argument(&mut self, name: &'a str, argument: View<'a>) {
        // While probing the shape is beside the point; it is reported where the value is judged.
        if self.is_probing() {
            return;
        }
        self.enter(Step::Name(name));
        let around = self.function.replace(name);
        functions::shape(self, name, argument);
        self.function = around;
        self.leave();
    }

    /// Both branches have to fulfil what the place demands.
    fn branches(&mut self, name: &'a str, argument: View<'a>, schema: &'static Schema) {
        if functions::is_made_by_a_macro(argument) {
            self.unsure = true;
            return self.argument(name, argument);
        }
        self.enter(Step::Name(name));
        let around = self.function.replace(name);
        let is_well_formed = functions::condition_call(self, argument);
        self.function = around;
        if is_well_formed {
            for (index, branch) in argument.items().enumerate().skip(1) {
                self.inside(Step::Index(index), &branch, schema);
            }
        }
        self.leave();
    }

    /// Whether a function of that name can give what the place takes.
    fn place(&mut self, view: View<'a>, name: &str, schema: &'static Schema) {
        let returns = returns(name);
        let types = types(schema);
        let scalar = [
            JsonType::String,
            JsonType::Integer,
            JsonType::Number,
            JsonType::Boolean,
        ];
        let takes_scalar = types.is_open() || scalar.iter().any(|scalar| types.names(*scalar));
        let (fits, gives) = match returns {
            Returns::Anything => return,
            Returns::Text => (takes_scalar, "text"),
            Returns::Integer => (takes_scalar, "a number"),
            Returns::List => (types.allows(JsonType::Array), "a list"),
            Returns::Condition => (false, "the outcome of a condition"),
        };
        if !fits {
            let code = code::of_function(name);
            self.report_as(Rule::Intrinsic, code, view.node(), || {
                let due = if types.is_open() {
                    "a value".into()
                } else {
                    types.words()
                };
                let name = describe::name(name);
                (
                    format!("`{name}` gives {gives} where {due} is due"),
                    Help::None,
                )
            });
        }
    }
}

fn returns(name: &str) -> Returns {
    match name {
        "Fn::Join" | "Fn::Sub" | "Fn::Base64" | "Fn::ToJsonString" | "Fn::GetStackOutput" => {
            Returns::Text
        }
        "Fn::Split" | "Fn::GetAZs" | "Fn::Cidr" => Returns::List,
        "Fn::Length" => Returns::Integer,
        "Fn::And"
        | "Fn::Or"
        | "Fn::Not"
        | "Fn::Equals"
        | "Fn::Contains"
        | "Fn::EachMemberEquals"
        | "Fn::EachMemberIn" => Returns::Condition,
        _ => Returns::Anything,
    }
}

/// The types that a value may have, also where the schema leaves them to the one it refers to.
fn types(schema: &'static Schema) -> TypeSet {
    match schema.reference.and_then(RecordSpec::schema) {
        Some(target) if schema.types.is_open() => target.types,
        _ => schema.types,
    }
}
