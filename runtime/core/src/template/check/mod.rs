//! Whether CloudFormation takes a template: everything that can be said without deploying it.
//!
//! One pass over the sections and one over each resource; the names of the template are collected first, so
//! that every reference is looked up once. Conditions are symbols: nothing here asks which of them hold
//! together beyond what two of them say about each other, so the work is linear in the size of the template.
//! What a macro may rewrite is not judged, see `macros`.
//!
//! | file | judges |
//! |---|---|
//! | `findings` | nothing: writes down what is wrong, and where |
//! | `names` | nothing: what the template names, for everything else to look up |
//! | `macros` | nothing: says what a macro may rewrite or add |
//! | `symbols` | nothing: what conditions say about each other |
//! | `sections` | the sections, and the names and numbers of their entries |
//! | `anatomy` | the shape of parameters, outputs and policies, by schemas of their own |
//! | `parameters`, `parameter_limits` | types, defaults and values of parameters |
//! | `given` | the template with values of its parameters put in |
//! | `mappings` | mappings |
//! | `conditions` | conditions |
//! | `serverless` | resources that the transform for serverless resources replaces, and the names it makes |
//! | `rules` | rules |
//! | `outputs` | outputs and exports |
//! | `resources` | resources: their attributes, and their property objects by their types |
//! | `policies` | what happens to a resource when it is created, updated and deleted |
//! | `walk` | function calls, wherever they stand |
//! | `references` | names in function calls |
//! | `kinds`, `arns` | what kind of value a reference gives; which patterns ARNs alone match |
//! | `dynamic` | where dynamic references stand |
//! | `cycles` | resources and conditions that depend on each other in a circle |
//! | `order` | resources that need another one without naming it |

mod anatomy;
mod arns;
mod conditions;
mod cycles;
mod dynamic;
mod findings;
mod given;
mod kinds;
mod macros;
mod mappings;
mod names;
mod order;
mod outputs;
mod parameter_limits;
mod parameters;
mod policies;
mod references;
mod resources;
mod rules;
mod sections;
mod serverless;
mod symbols;
mod walk;

pub(super) use self::resources::{is_list, is_object};

use self::cycles::Edge;
use self::macros::Macros;
use self::names::{Named, Names};
use self::symbols::Symbol;
use super::section::Section;
use super::{ParameterValues, Template};
use crate::judge::Findings;
use crate::text::pointer::Step;
use crate::typed::view::View;
use crate::types::Types;
use crate::{Severity, Violations};

impl Template {
    /// Checks the template: its sections, names, references and limits, and each resource by its type. A
    /// resource of a type that `types` does not know is checked for everything but its properties.
    ///
    /// ```
    /// use formwork::{Template, Types};
    ///
    /// let template: Template = r#"{
    ///     "Resources": { "Queue": { "Type": "Custom::Queue", "Properties": { "Name": { "Ref": "Nmae" } } } },
    ///     "Parameters": { "Name": { "Type": "String" } }
    /// }"#.parse()?;
    /// let found = template.check(&Types::new()).unwrap_err();
    /// let violation = found.iter().next().unwrap();
    /// assert_eq!(violation.path(), "/Resources/Queue/Properties/Name/Ref");
    /// assert_eq!(violation.message(), "`Nmae` is neither a parameter nor a resource of the template");
    /// assert_eq!(violation.help().as_deref(), Some("there is `Name`"));
    /// # Ok::<(), formwork::Violations>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Everything that CloudFormation refuses, with path, line and column. What it takes but ignores or changes
    /// is in [`violations`](Self::violations) as well.
    pub fn check(&self, types: &Types) -> Result<(), Violations> {
        let all = self.violations(types);
        let more = all.unlisted();
        let (text, file) = (all.text(), self.file.as_deref());
        let errors = all
            .into_iter()
            .filter(|one| one.severity() == Severity::Error);
        Violations::check(errors.collect(), more, text).map_err(|found| match file {
            Some(file) => found.in_file(file),
            None => found,
        })
    }

    /// Everything that is to be said about the template, warnings included; see [`check`](Self::check).
    ///
    /// ```
    /// use formwork::{Severity, Template, Types};
    ///
    /// let template: Template = r#"{
    ///     "Resources": { "A": { "Type": "Custom::A", "Properties": { "B": { "Fn::Sub": ["x", { "Y": 1 }] } } } }
    /// }"#.parse()?;
    /// let found = template.violations(&Types::new());
    /// assert_eq!(found.iter().next().unwrap().severity(), Severity::Warning);
    /// assert_eq!(template.check(&Types::new()), Ok(()));
    /// # Ok::<(), formwork::Violations>(())
    /// ```
    #[must_use]
    pub fn violations(&self, types: &Types) -> Violations {
        self.judged(types, |_| {})
    }

    /// Everything that is to be said about the template when its parameters have these values, those after an
    /// update: also whether the parameters take them, and whether each property takes what they make of it.
    /// Branches and resources that these values leave out are checked as without values.
    ///
    /// What parameters with `NoEcho` are given is never shown, and therefore not put into properties.
    ///
    /// ```
    /// # #[cfg(feature = "catalog")] {
    /// use formwork::template::ParameterValues;
    /// use formwork::{Template, Types};
    ///
    /// let template: Template = r#"{
    ///     "Parameters": { "Delay": { "Type": "Number", "MaxValue": 5000 } },
    ///     "Resources": { "Jobs": { "Type": "AWS::SQS::Queue",
    ///         "Properties": { "DelaySeconds": { "Ref": "Delay" } } } }
    /// }"#.parse()?;
    /// assert!(template.violations(&Types::catalog()).is_empty());
    /// let values = ParameterValues::new().both("Delay", "901");
    /// let found = template.violations_with(&Types::catalog(), &values);
    /// assert_eq!(
    ///     found.iter().next().unwrap().message(),
    ///     "with the values given: `\"901\"` is outside the range: at least 0, at most 900",
    /// );
    /// # }
    /// # Ok::<(), formwork::Violations>(())
    /// ```
    #[must_use]
    pub fn violations_with(&self, types: &Types, values: &ParameterValues) -> Violations {
        self.judged(types, |checker| checker.given(values))
    }

    /// Everything that is to be said, with what somebody else has to say.
    fn judged(&self, types: &Types, further: impl FnOnce(&mut Checker<'_>)) -> Violations {
        let (template, too_deep) = self.shallow();
        let mut checker = template.checked(types);
        checker.take_unplaced(too_deep);
        further(&mut checker);
        checker.finish()
    }

    /// The template, checked without values of its parameters.
    fn checked<'t>(&'t self, types: &'t Types) -> Checker<'t> {
        let mut checker = Checker::new(self, types);
        checker.sections();
        // A handle of another template stands nowhere in the text.
        checker.take_unplaced(self.misused.clone());
        checker
    }
}

/// Walks a template and writes down what is wrong with it.
struct Checker<'t> {
    template: &'t Template,
    types: &'t Types,
    names: Names<'t>,
    macros: Macros,
    /// What is known of each condition.
    symbols: Vec<Symbol<'t>>,
    /// Where the walk stands.
    path: Vec<Step<'t>>,
    findings: Findings,
    /// What the walk knows about the place where it stands.
    scope: walk::Scope<'t>,
    /// Which resource needs which.
    edges: Vec<Edge<'t>>,
    /// Which condition needs which.
    condition_edges: Vec<(usize, usize)>,
    /// Paths below which nothing is judged: a macro rewrites it, or it is never reached.
    unjudged: Vec<String>,
}

impl<'t> Checker<'t> {
    fn new(template: &'t Template, types: &'t Types) -> Self {
        let names = Names::of(template, types);
        let conditions = template.entries_of(Section::Conditions);
        Self {
            template,
            types,
            symbols: vec![Symbol::default(); conditions.map_or(0, |all| all.iter().count())],
            names,
            macros: Macros::of(template),
            path: Vec::new(),
            findings: Findings::default(),
            scope: walk::Scope::default(),
            edges: Vec::new(),
            condition_edges: Vec::new(),
            unjudged: Vec::new(),
        }
    }
}

impl<'t> Checker<'t> {
    /// What the parameter of that name is.
    fn parameter(&self, name: &str) -> Option<View<'t>> {
        match self.names.known.get(name)? {
            Named::Parameter(member) => Some(self.template.view(&member.value)),
            Named::Resource(_) => None,
        }
    }
}
