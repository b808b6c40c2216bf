//! What a function call may give, before deployment says so.

use super::calls;
use super::kind::{self, Call, Kind};
use super::limits::DEEPEST;
use crate::text::function;
use crate::typed::view::View;

/// Whether a call may give nothing at all, as `AWS::NoValue` does. Functions that nobody knows may.
pub(super) fn may_be_nothing(call: &Call<'_>) -> bool {
    may_be_nothing_within(call, DEEPEST)
}

fn may_be_nothing_within(call: &Call<'_>, depth: usize) -> bool {
    let Some(depth) = depth.checked_sub(1) else {
        return true;
    };
    if let Some(fork) = calls::fork(call) {
        return fork
            .branches
            .into_iter()
            .any(|branch| match kind::of(branch) {
                Kind::Nothing => true,
                Kind::Call(call) => may_be_nothing_within(&call, depth),
                Kind::Scalar(_) | Kind::List | Kind::Object => false,
            });
    }
    match call.name {
        "Ref" | "Fn::GetAtt" | "Fn::Sub" | "Fn::Join" | "Fn::Select" | "Fn::Split"
        | "Fn::Base64" | "Fn::Cidr" | "Fn::GetAZs" | "Fn::ImportValue" | "Fn::GetStackOutput"
        | "Fn::ToJsonString" | "Fn::Length" => false,
        // A fourth argument holds what is given instead, which may be nothing.
        "Fn::FindInMap" => call.argument.items().count() > 3,
        _ => true,
    }
}

/// Whether a value is the same in every deployment of one stack, whatever becomes of its resources and
/// parameters: no function, or functions of pseudo parameters alone.
pub(super) fn is_settled(view: View<'_>) -> bool {
    is_settled_within(view, DEEPEST)
}

fn is_settled_within(view: View<'_>, depth: usize) -> bool {
    let Some(depth) = depth.checked_sub(1) else {
        return false;
    };
    let is_pseudo = |name: &str| name.starts_with("AWS::");
    match kind::of(view) {
        Kind::Nothing => true,
        Kind::Scalar(scalar) => !scalar.is_dynamic(),
        Kind::List => view.items().all(|item| is_settled_within(item, depth)),
        Kind::Object => view
            .members()
            .all(|(name, value)| !function::adds_members(name) && is_settled_within(value, depth)),
        Kind::Call(call) => match call.name {
            function::REF => call.argument.text().is_some_and(is_pseudo),
            "Fn::Sub" => calls::substitution(&call).is_some_and(|(text, map)| {
                let variables = text.split("${").skip(1);
                let mut names = variables.filter_map(|rest| rest.split('}').next());
                is_settled_within(map, depth)
                    && names.all(|name| {
                        is_pseudo(name)
                            || name.starts_with('!')
                            || !matches!(map.member(name), View::Absent)
                    })
            }),
            "Fn::Join" | "Fn::Select" | "Fn::Split" | "Fn::Base64" => {
                is_settled_within(call.argument, depth)
            }
            _ => false,
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Json;

    #[test]
    fn some_calls_may_give_nothing() {
        let may = |text: &str| {
            let json: Json = text.parse().unwrap();
            let Kind::Call(call) = kind::of(View::Json(&json)) else {
                panic!("a call is asked");
            };
            may_be_nothing(&call)
        };
        let nothing = r#"{"Ref":"AWS::NoValue"}"#;
        assert!(may(&format!(r#"{{"Fn::If":["C",1,{nothing}]}}"#)));
        assert!(may(&format!(
            r#"{{"Fn::If":["C",1,{{"Fn::If":["D",2,{nothing}]}}]}}"#
        )));
        assert!(!may(r#"{"Fn::If":["C",1,2]}"#));
        assert!(!may(r#"{"Ref":"A"}"#));
        assert!(!may(r#"{"Fn::FindInMap":["A","B","C"]}"#));
        assert!(may(&format!(
            r#"{{"Fn::FindInMap":["A","B","C",{{"DefaultValue":{nothing}}}]}}"#
        )));
        assert!(may(r#"{"Fn::Transform":{"Name":"X"}}"#));
        assert!(may(r#"{"Fn::Tomorrow":1}"#));
    }

    #[test]
    fn what_depends_on_pseudo_parameters_alone_is_settled() {
        let settled = |text: &str| is_settled(View::Json(&text.parse::<Json>().unwrap()));
        assert!(settled(r#""name""#));
        assert!(settled(r#"{"Fn::Sub":"${AWS::StackName}-x-${!Y}"}"#));
        assert!(settled(r#"{"Fn::Join":["-",[{"Ref":"AWS::Region"},"x"]]}"#));
        assert!(settled(r#"{"Fn::Sub":["${A}-${AWS::Region}",{"A":"x"}]}"#));
        for open in [
            r#"{"Ref":"A"}"#,
            r#"{"Fn::Sub":"${A}-x"}"#,
            r#"{"Fn::Sub":["${A}",{"A":{"Ref":"B"}}]}"#,
            r#"{"Fn::ImportValue":"A"}"#,
            r#""{{resolve:ssm:a}}""#,
        ] {
            assert!(!settled(open), "{open}");
        }
    }
}
