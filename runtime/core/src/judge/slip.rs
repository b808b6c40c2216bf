//! Text that was meant to be something else: a function in quotes, or a variable where nothing replaces it.

use crate::report::help::Help;
use crate::text::function;
use crate::typed::describe;

/// The cure for a text that is wrong where it stands, if what was meant can be seen; else the one that is given.
pub(super) fn cure(text: &str, otherwise: impl FnOnce() -> Help) -> Help {
    if let Some((tag, name)) = quoted_function(text) {
        let help =
            format!("in quotes `{tag}` is text: write it without, or as `{{\"{name}\": …}}`");
        return help.into();
    }
    if function::is_pseudo_parameter(text) {
        return format!("as text this is just a word: write `{{\"Ref\": \"{text}\"}}`").into();
    }
    if let Some(variable) = variable(text) {
        let variable = describe::name(variable);
        return format!("`{variable}` is replaced in the text of `Fn::Sub` only").into();
    }
    otherwise()
}

/// The short form of a function at the start of a text, and the name of the function: `!GetAtt X.Arn`.
fn quoted_function(text: &str) -> Option<(&str, String)> {
    let text = text.trim_start();
    let name = text.strip_prefix('!')?.split(' ').next()?;
    let tag = text.get(..=name.len())?;
    let name = function::of_tag(name);
    let has_argument = tag.len() < text.len();
    (has_argument && !function::is_unknown_tag(&name)).then_some((tag, name))
}

/// The first `${Name}` in a text.
fn variable(text: &str) -> Option<&str> {
    let pairs = text.as_bytes().windows(2).enumerate();
    let mut starts = pairs.filter(|(_, pair)| *pair == b"${");
    starts.find_map(|(start, _)| {
        let rest = text.get(start..)?;
        let name = rest.get("${".len()..)?;
        let length = name.find(|letter| !function::is_part_of_variable(letter))?;
        let is_one = length > 0 && name.get(length..)?.starts_with('}');
        is_one.then(|| rest.get(.."${}".len() + length))?
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cured(text: &str) -> Option<String> {
        cure(text, || Help::None).text()
    }

    #[test]
    fn functions_in_quotes_and_lone_variables_are_seen() {
        let help = "in quotes `!GetAtt` is text: write it without, or as `{\"Fn::GetAtt\": …}`";
        assert_eq!(cured("!GetAtt X.Arn").as_deref(), Some(help));
        let help = "in quotes `!Ref` is text: write it without, or as `{\"Ref\": …}`";
        assert_eq!(cured(" !Ref X").as_deref(), Some(help));
        let help = "`${AWS::Region}` is replaced in the text of `Fn::Sub` only";
        assert_eq!(cured("a-${}-${AWS::Region}-${B}").as_deref(), Some(help));
        for text in [
            "",
            "!",
            "!important x",
            "!Ref",
            "GetAtt X.Arn",
            "${",
            "${!A}",
            "${a b}",
            "$A",
        ] {
            assert_eq!(cured(text), None, "{text}");
        }
    }
}
