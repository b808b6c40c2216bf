//! What a macro may rewrite or add, which nobody can judge before it ran.

use crate::json::call::Written;
use crate::template::Template;
use crate::template::part::Part;
use crate::template::section::Section;
use crate::text::function::{FOR_EACH, TRANSFORM};
use crate::typed::view::View;

/// The transforms that keep what stands in a template, and only add to it.
///
/// Source: the user guide's pages "`AWS::Include` transform", "`AWS::CodeDeployBlueGreen` transform",
/// "`AWS::SecretsManager` transform" and "`AWS::ServiceCatalog` transform".
const ADDING: [&str; 5] = [
    INCLUDE,
    "AWS::CodeDeployBlueGreen",
    "AWS::SecretsManager-2020-07-23",
    "AWS::SecretsManager-2024-09-16",
    "AWS::ServiceCatalog",
];

const INCLUDE: &str = "AWS::Include";

/// The transform for serverless resources: it replaces those, adds others, and keeps the rest.
pub(super) const SERVERLESS: &str = "AWS::Serverless-2016-10-31";

/// The transform that brings loops and functions in more places.
pub(super) const LANGUAGE_EXTENSIONS: &str = "AWS::LanguageExtensions";

/// What the macros of a template do to it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[allow(
    clippy::struct_excessive_bools,
    reason = "independent facts, each asked for by name"
)]
pub(super) struct Macros {
    /// A macro of somebody's own gets the whole template.
    pub(super) rewrite_all: bool,
    /// Names may be added that the template does not show.
    pub(super) add_names: bool,
    /// Serverless resources are replaced.
    pub(super) serverless: bool,
    /// Loops and further functions are there.
    pub(super) language_extensions: bool,
}

impl Macros {
    pub(super) fn of(template: &Template) -> Self {
        let mut macros = Self::default();
        let transform = template.root.get(Section::Transform.name());
        if let Some(member) = transform {
            let view = template.view(&member.value);
            macros.transform(view);
            view.items().for_each(|view| macros.transform(view));
        }
        for section in [
            Section::Parameters,
            Section::Conditions,
            Section::Mappings,
            Section::Resources,
        ] {
            let includes = template
                .entries_of(section)
                .is_some_and(|members| members.get(TRANSFORM).is_some());
            macros.add_names |= includes;
        }
        if template.root.get(TRANSFORM).is_some() {
            macros.rewrite_all = true;
        }
        macros
    }

    fn transform(&mut self, view: View<'_>) {
        let Some(name) = view.text().or_else(|| view.member("Name").text()) else {
            return;
        };
        match name {
            LANGUAGE_EXTENSIONS => self.language_extensions = true,
            SERVERLESS => self.serverless = true,
            _ if ADDING.contains(&name) => self.add_names = true,
            _ => self.rewrite_all = true,
        }
    }

    /// Whether names that the template does not show may be there when it is deployed.
    pub(super) fn hide_names(self) -> bool {
        self.add_names || self.rewrite_all
    }
}

/// Whether a macro rewrites the object that holds these members: it gets all of them, unless it only includes
/// others from a file.
pub(super) fn rewrites<'a>(mut members: impl Iterator<Item = (&'a str, View<'a>)>) -> bool {
    members.any(|(name, argument)| {
        name == TRANSFORM && argument.member("Name").text() != Some(INCLUDE)
    })
}

/// Whether a macro rewrites what stands in an object.
pub(super) fn rewrites_object(view: View<'_>) -> bool {
    Written::member_count(view).is_some() && rewrites(view.members())
}

/// Whether a macro rewrites what stands in a part of a template.
pub(super) fn rewrites_part(template: &Template, part: &Part) -> bool {
    match part {
        Part::Open(open) => rewrites(
            open.members
                .iter()
                .map(|member| (&*member.name, template.view(&member.value))),
        ),
        Part::Read(_) | Part::Made(_) => rewrites_object(template.view(part)),
    }
}

/// Whether a member is put in its place by deployment.
pub(super) fn is_macro(name: &str) -> bool {
    name == TRANSFORM || name.starts_with(FOR_EACH)
}

/// How many entries a loop makes at least: one for each element of its list, as far as that is written down.
pub(super) fn made_by(name: &str, arguments: View<'_>) -> usize {
    if !name.starts_with(FOR_EACH) {
        return 0;
    }
    let mut arguments = arguments.items().skip(1);
    let (Some(list), Some(body)) = (arguments.next(), arguments.next()) else {
        return 0;
    };
    let rounds = list.items().filter(|item| item.text().is_some()).count();
    let each = body.members().map(|(name, value)| {
        if is_macro(name) {
            made_by(name, value)
        } else {
            1
        }
    });
    rounds.saturating_mul(each.fold(0, usize::saturating_add))
}
