//! What is wrong with a value: one violation per problem, all of them at once.

use core::fmt;
use std::borrow::Cow;
use std::sync::Arc;

use crate::Location;
use crate::report::help::Help;
use crate::report::render;
use crate::report::rule::{Rule, Severity};
use crate::text::visible::visible;

/// One problem: where it is, which rule it breaks, what was met and what helps.
///
/// ```
/// use formwork::{Resource, Rule, apigatewayv2::IntegrationResponse};
///
/// let text = r#"{ "ApiId": "a", "IntegrationId": "b", "IntegrationResponseKey": "/200/", "Apid": "a" }"#;
/// let violations = IntegrationResponse::from_json(text).unwrap_err();
/// let violation = violations.iter().next().unwrap();
///
/// assert_eq!(violation.rule(), Rule::UnknownProperty);
/// assert_eq!(violation.path(), "/Apid");
/// assert_eq!(violation.help().as_deref(), Some("a property named `ApiId` exists"));
/// ```
#[derive(Clone, PartialEq)]
pub struct Violation {
    pub(crate) path: String,
    pub(crate) rule: Rule,
    pub(crate) code: &'static str,
    pub(crate) severity: Severity,
    pub(crate) message: String,
    pub(crate) help: Help,
    pub(crate) place: Option<Place>,
}

/// Where in a text a problem is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Place {
    pub(crate) location: Location,
    pub(crate) byte: usize,
}

impl Violation {
    /// A problem that `CloudFormation` refuses. What the message quotes may come from outside, so nothing in it
    /// reaches a terminal as a command.
    pub(crate) fn new(rule: Rule, path: String, message: String) -> Self {
        Self::of(rule, None, path, (message, Help::None))
    }

    /// The same with a more exact code, if there is one, and with a cure.
    #[inline]
    pub(crate) fn of(
        rule: Rule,
        code: Option<&'static str>,
        path: String,
        (message, help): (String, Help),
    ) -> Self {
        let message = match visible(&message) {
            Cow::Borrowed(_) => message,
            Cow::Owned(escaped) => escaped,
        };
        Self {
            path,
            rule,
            code: code.unwrap_or_else(|| rule.code()),
            severity: Severity::Error,
            message,
            help,
            place: None,
        }
    }

    /// The same problem, as one that `CloudFormation` accepts.
    pub(crate) fn into_warning(mut self) -> Self {
        self.severity = Severity::Warning;
        self
    }

    /// The same problem under a more exact code, if there is one.
    #[cfg(feature = "templates")]
    pub(crate) fn with_code(mut self, code: Option<&'static str>) -> Self {
        self.code = code.unwrap_or(self.code);
        self
    }

    pub(crate) fn with_help(mut self, help: Help) -> Self {
        self.help = help;
        self
    }

    /// Where the problem is, as a JSON pointer (RFC 6901) from the root of what was read. Of a property
    /// object, `""` is the object itself, `"/ResponseParameters/x"` a member of one of its properties; in a
    /// template the same member is `"/Resources/NotFound/Properties/ResponseParameters/x"`.
    ///
    /// A missing property is a problem of the object that lacks it; a property that should not be there
    /// is a problem of that property.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.path
    }

    /// The rule that is broken.
    #[must_use]
    pub fn rule(&self) -> Rule {
        self.rule
    }

    /// The code of the broken rule in `cfn-lint`'s published rule list: that of [`rule`](Self::rule), or a more exact
    /// one. [`Rule`] lists both.
    ///
    /// ```
    /// use formwork::{Resource, Rule, apigatewayv2::IntegrationResponse};
    ///
    /// let text = r#"{ "ApiId": { "Fn::Select": [1] }, "IntegrationId": "i", "IntegrationResponseKey": "/200/" }"#;
    /// let violations = IntegrationResponse::from_json(text).unwrap_err();
    /// let violation = violations.iter().next().unwrap();
    /// assert_eq!((violation.rule(), violation.code()), (Rule::Intrinsic, "E1017"));
    /// ```
    #[must_use]
    pub fn code(&self) -> &'static str {
        self.code
    }

    /// Whether `CloudFormation` refuses the value, or takes it and ignores or changes what stands there.
    ///
    /// [`Resource::from_json`](crate::Resource::from_json) fails on errors alone;
    /// [`Resource::check_json`](crate::Resource::check_json) lists warnings as well.
    #[must_use]
    pub fn severity(&self) -> Severity {
        self.severity
    }

    /// One sentence, with the value that was met and what is allowed.
    #[must_use]
    pub fn message(&self) -> String {
        self.message.clone()
    }

    /// The cure, where one is known: the nearest name, the allowed values.
    #[must_use]
    pub fn help(&self) -> Option<String> {
        self.help.text()
    }

    /// Line and column, for a value that was read from text.
    #[must_use]
    pub fn location(&self) -> Option<Location> {
        self.place.map(|place| place.location)
    }
}

/// The line that `Display` prints.
impl fmt::Debug for Violation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// One line: rule code, message, place. [`Violations`] displays the whole report.
impl fmt::Display for Violation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&render::line(self))
    }
}

impl core::error::Error for Violation {}

/// Every problem of one value, in the order of the document.
///
/// The error of a function that reads or validates is never empty; what
/// [`Resource::check_json`](crate::Resource::check_json) returns is empty if nothing is wrong.
///
/// Its `Display` is a report for a terminal: each problem with its rule code, place, the line of the
/// document with a mark under the spot (where text was read), and the cure.
#[derive(Clone, Default)]
pub struct Violations {
    found: Vec<Violation>,
    /// How many there are beyond those.
    more: usize,
    /// The text that was read.
    source: Option<Arc<str>>,
    /// The name of the file that it was read from.
    file: Option<Arc<str>>,
}

impl Violations {
    /// `Err` with every problem, or `Ok` if there is none.
    pub(crate) fn check(
        found: Vec<Violation>,
        more: usize,
        source: Option<Arc<str>>,
    ) -> Result<(), Self> {
        if found.is_empty() {
            Ok(())
        } else {
            Err(Self::new(found, more, source))
        }
    }

    pub(crate) fn new(found: Vec<Violation>, more: usize, source: Option<Arc<str>>) -> Self {
        Self {
            found,
            more,
            source,
            file: None,
        }
    }

    pub(crate) fn one(violation: Violation, source: &str) -> Self {
        Self::new(vec![violation], 0, Some(source.into()))
    }

    /// The text that was read.
    #[cfg(feature = "templates")]
    pub(crate) fn text(&self) -> Option<Arc<str>> {
        self.source.clone()
    }

    /// Names the file that was read: the report then shows each place as `file:line:column`.
    ///
    /// ```
    /// use formwork::{Resource, Violations};
    /// use formwork::apigatewayv2::IntegrationResponse;
    ///
    /// let violations = IntegrationResponse::from_json("{,}").unwrap_err().in_file("response.json");
    /// assert!(violations.to_string().contains("--> response.json:1:2"));
    /// ```
    #[must_use]
    pub fn in_file(mut self, name: &str) -> Self {
        self.file = Some(name.into());
        self
    }

    /// The name that [`in_file`](Self::in_file) gave.
    #[must_use]
    pub fn file(&self) -> Option<&str> {
        self.file.as_deref()
    }

    /// The problems, in the order of the document.
    pub fn iter(&self) -> core::slice::Iter<'_, Violation> {
        self.found.iter()
    }

    /// How many are listed.
    #[must_use]
    pub fn len(&self) -> usize {
        self.found.len()
    }

    /// How many problems there are beyond those that are listed: of a document with thousands of problems
    /// only the first thousand are, and fewer if their paths have more than a mebibyte together, so that no
    /// document can fill the memory with them.
    #[must_use]
    pub fn unlisted(&self) -> usize {
        self.more
    }

    /// Keeps the problems for which `keep` says so, in their order. Those that are not
    /// [listed](Self::unlisted) are counted as before.
    ///
    /// ```
    /// use formwork::Severity;
    /// use formwork::{Resource, apigatewayv2::IntegrationResponse};
    ///
    /// let mut found = IntegrationResponse::check_json(r#"{ "ApiId": 7 }"#);
    /// found.retain(|violation| violation.severity() == Severity::Error);
    /// assert!(!found.is_empty());
    /// ```
    pub fn retain(&mut self, keep: impl FnMut(&Violation) -> bool) {
        self.found.retain(keep);
    }

    /// Whether nothing is wrong, not even a warning.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.found.is_empty()
    }
}

/// The report that `Display` prints: this is what `main`, `unwrap` and `expect` show.
impl fmt::Debug for Violations {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl PartialEq for Violations {
    fn eq(&self, other: &Self) -> bool {
        self.found == other.found && self.more == other.more
    }
}

impl fmt::Display for Violations {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&render::whole(
            &self.found,
            self.more,
            self.source.as_deref(),
            self.file.as_deref(),
        ))
    }
}

impl core::error::Error for Violations {}

impl IntoIterator for Violations {
    type Item = Violation;
    type IntoIter = std::vec::IntoIter<Violation>;

    fn into_iter(self) -> Self::IntoIter {
        self.found.into_iter()
    }
}

impl<'a> IntoIterator for &'a Violations {
    type Item = &'a Violation;
    type IntoIter = core::slice::Iter<'a, Violation>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}
