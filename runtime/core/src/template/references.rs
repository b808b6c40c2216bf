//! The names that a value refers to.

use super::sub;
use crate::json::call;
use crate::text::function::REF;
use crate::typed::view::View;

/// Tells every name in the calls of a value that may be that of a resource.
pub(super) fn each<'t>(view: View<'t>, tell: &mut impl FnMut(&'t str)) {
    let Some((name, argument)) = call::of(view) else {
        return inside(view, tell);
    };
    match (name, argument.text()) {
        (REF, Some(name)) => tell(name),
        ("Fn::GetAtt", Some(text)) => tell(text.split_once('.').map_or(text, |(name, _)| name)),
        ("Fn::GetAtt", None) => {
            let resource = argument.items().next().and_then(View::text);
            resource.into_iter().for_each(&mut *tell);
            inside(argument, tell);
        }
        ("Fn::Sub", text) => {
            let text = text.or_else(|| argument.items().next()?.text());
            for name in text.into_iter().flat_map(sub::names) {
                tell(name.split_once('.').map_or(name, |(name, _)| name));
            }
            inside(argument, tell);
        }
        _ => each(argument, tell),
    }
}

fn inside<'t>(view: View<'t>, tell: &mut impl FnMut(&'t str)) {
    view.items().for_each(|item| each(item, tell));
    view.members().for_each(|(_, member)| each(member, tell));
}
