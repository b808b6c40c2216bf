//! For a program. The shape, to which members may be added and from which none go within a version:
//!
//! ```json
//! {
//!   "version": 1,
//!   "files": [
//!     {
//!       "file": "template.yaml",
//!       "status": "checked",
//!       "findings": [
//!         {
//!           "code": "E3030", "rule": "Enum", "severity": "error",
//!           "message": "…", "help": "…",
//!           "path": "/Resources/Queue/Properties/X", "line": 7, "column": 5
//!         }
//!       ],
//!       "unlisted": 0,
//!       "silenced": 0
//!     }
//!   ],
//!   "totals": { "templates": 1, "errors": 1, "warnings": 0, "silenced": 0, "passedOver": 0, "unusable": 0 }
//! }
//! ```
//!
//! `status` is `checked`, or `unusable` with a `message` in place of findings; files that are passed
//! over are only counted. `help`, `line` and `column` are left out where there is none; lines and
//! columns count from one, columns in characters. `unlisted` counts findings beyond those listed.

use formwork::Violation;
use formwork_specs::model::Literal;

use super::{Totals, findings, word};
use crate::check::judge::{Outcome, Report};
use crate::output::json::{count, object, print, text as string};

/// The whole report.
pub(super) fn text(reports: &[Report], totals: &Totals) -> String {
    let Totals {
        files,
        errors,
        warnings,
        silenced,
        passed_over,
        unusable,
    } = *totals;
    let totals = object([
        ("templates", count(files)),
        ("errors", count(errors)),
        ("warnings", count(warnings)),
        ("silenced", count(silenced)),
        ("passedOver", count(passed_over)),
        ("unusable", count(unusable)),
    ]);
    let files = reports.iter().filter_map(file).collect();
    print(&object([
        ("version", count(1_u8)),
        ("files", Literal::Array(files)),
        ("totals", totals),
    ]))
}

fn file(report: &Report) -> Option<Literal> {
    let name = ("file", string(&report.name));
    match &report.outcome {
        Outcome::PassedOver => None,
        Outcome::Unusable(message) => Some(object([
            name,
            ("status", string("unusable")),
            ("message", string(message)),
        ])),
        Outcome::Checked(checked) => Some(object([
            name,
            ("status", string("checked")),
            (
                "findings",
                Literal::Array(findings(report).map(finding).collect()),
            ),
            ("unlisted", count(checked.found.unlisted())),
            ("silenced", count(checked.silenced)),
        ])),
    }
}

fn finding(violation: &Violation) -> Literal {
    let mut members = vec![
        ("code", string(violation.code())),
        ("rule", string(violation.rule().to_string())),
        ("severity", string(word(violation.severity()))),
        ("message", string(violation.message())),
    ];
    members.extend(violation.help().map(|help| ("help", string(help))));
    members.push(("path", string(violation.path())));
    if let Some(at) = violation.location() {
        members.push(("line", count(at.line)));
        members.push(("column", count(at.column)));
    }
    object(members)
}
