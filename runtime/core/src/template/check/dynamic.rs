//! Dynamic references, `{{resolve:…}}`: where deployment puts something in their place.
//!
//! Source: the user guide's page "Using dynamic references to specify template values", of 2023-09; the places besides
//! properties by the published linter's rules `E1051` and `E1052`, of 2026-08.

use super::Checker;
use super::walk::Place;
use crate::report::rule::Rule;
use crate::text::pointer::Step;
use crate::typed::describe;
use crate::typed::view::View;

/// How a dynamic reference begins, before the name of the service that is asked.
const START: &str = "{{resolve:";

/// The properties that take a secure text of the parameter store; `*` stands for every element.
const WITH_SECURE_TEXTS: [(&str, &str); 11] = [
    ("AWS::DirectoryService::MicrosoftAD", "Password"),
    ("AWS::DirectoryService::SimpleAD", "Password"),
    ("AWS::ElastiCache::ReplicationGroup", "AuthToken"),
    ("AWS::IAM::User", "LoginProfile/Password"),
    (
        "AWS::KinesisFirehose::DeliveryStream",
        "RedshiftDestinationConfiguration/Password",
    ),
    ("AWS::OpsWorks::App", "AppSource/Password"),
    ("AWS::OpsWorks::Stack", "CustomCookbooksSource/Password"),
    ("AWS::OpsWorks::Stack", "RdsDbInstances/*/DbPassword"),
    ("AWS::RDS::DBCluster", "MasterUserPassword"),
    ("AWS::RDS::DBInstance", "MasterUserPassword"),
    ("AWS::Redshift::Cluster", "MasterUserPassword"),
];

/// Who is asked for the value.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Service {
    /// The parameter store.
    Ssm,
    /// The parameter store, for a secure text.
    SsmSecure,
    SecretsManager,
}

impl<'t> Checker<'t> {
    /// The dynamic references in a text.
    pub(super) fn dynamic_references(&mut self, text: &str, view: View<'t>) {
        for rest in text.split(START).skip(1) {
            let service = match rest.split(':').next() {
                Some("ssm") => Service::Ssm,
                Some("ssm-secure") => Service::SsmSecure,
                Some("secretsmanager") => Service::SecretsManager,
                // Its shape is judged with the value.
                _ => continue,
            };
            match (self.scope.place, service) {
                (Place::Properties, Service::SsmSecure) => self.secure_text(view),
                (Place::Properties, _) | (Place::Attribute | Place::Output, Service::Ssm) => {}
                (_, Service::Ssm) => self.not_replaced(view, "E1052"),
                (_, Service::SsmSecure) => self.not_replaced(view, "E1027"),
                (_, Service::SecretsManager) => self.not_replaced(view, "E1051"),
            }
        }
    }

    /// A secure text in a property: only some take it.
    fn secure_text(&mut self, view: View<'t>) {
        let Some(info) = self
            .scope
            .resource
            .and_then(|index| self.names.resources.get(index))
        else {
            return;
        };
        let type_name = info.type_name;
        // What others publish may take it; what a transform makes of it is not known.
        if !type_name.starts_with("AWS::") || type_name.starts_with("AWS::Serverless::") {
            return;
        }
        let takes = |(ty, path): &(&str, &str)| *ty == type_name && self.is_at_property(path);
        if WITH_SECURE_TEXTS.iter().any(takes) {
            return;
        }
        self.coded_error(Rule::DynamicReference, "E1027", view.node(), |_| {
            let ty = describe::name(type_name);
            let message =
                format!("this property of an `{ty}` takes no secure text of the parameter store");
            (
                message,
                "`{{resolve:secretsmanager:…}}` stands in every property".into(),
            )
        });
    }

    /// Whether the walk stands at a property, whatever calls are on the way.
    fn is_at_property(&self, path: &str) -> bool {
        let is_call =
            |step: &&Step<'_>| matches!(step, Step::Name(name) if name.starts_with("Fn::"));
        let mut steps = self.path.iter().skip(3).take_while(|step| !is_call(step));
        let fits = path.split('/').all(|segment| match steps.next() {
            Some(Step::Name(name)) => *name == segment,
            Some(Step::Index(_)) => segment == "*",
            None => false,
        });
        fits && steps.next().is_none()
    }

    fn not_replaced(&mut self, view: View<'t>, code: &'static str) {
        self.coded_warning(Rule::DynamicReference, code, view.node(), |checker| {
            let place = match checker.scope.place {
                Place::Attribute => "an attribute of a resource",
                place => place.words(),
            };
            let message = format!("nothing replaces a dynamic reference in {place}");
            (
                message,
                "it is replaced in the properties of resources".into(),
            )
        });
    }
}
