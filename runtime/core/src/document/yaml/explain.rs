//! What the parser of YAML complains about, in our words, with the cure.
//!
//! The parser says where its grammar breaks, which is often a line or more behind what a person did: so
//! the text around is looked at. `layout` knows of lines and indentation, `quotes` of text in quotes.

use granit_parser::{ErrorKind, ScanError};

use super::{LONGEST_DIRECTIVE, error_at, layout, quotes};
use crate::document::{SyntaxError, shown, too_deep};
use crate::text::function;

/// Where the parser stopped.
#[derive(Clone, Copy)]
pub(super) struct Stop<'t> {
    pub(super) text: &'t str,
    /// The byte that the parser complains about.
    pub(super) at: usize,
    /// Where the last name, value or bracket before it ended.
    pub(super) passed: usize,
    /// Where the innermost array or object starts that is in brackets.
    pub(super) bracket: Option<usize>,
}

/// What is wrong, at which byte, and the cure.
pub(super) struct Explanation {
    at: usize,
    message: String,
    help: Option<String>,
}

impl Explanation {
    pub(super) fn new(at: usize, message: impl Into<String>) -> Self {
        let message = message.into();
        Self {
            at,
            message,
            help: None,
        }
    }

    pub(super) fn with(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }
}

/// The error for what the parser said.
pub(super) fn explain(error: &ScanError, stop: Stop<'_>) -> SyntaxError {
    let explanation = two_tags(stop)
        .or_else(|| of_kind(error.kind(), stop))
        .unwrap_or_else(|| Explanation::new(stop.at, "the text is not YAML here"));
    error_at(
        stop.text,
        explanation.at,
        &explanation.message,
        explanation.help.as_deref(),
    )
}

/// The error for a list or an object where the name of a member is due; it starts at this byte.
pub(super) fn name_is_no_scalar(text: &str, at: usize) -> SyntaxError {
    let braces = at
        .checked_sub(1)
        .filter(|at| text.get(*at..).is_some_and(|rest| rest.starts_with("{{")));
    let Some(at) = braces else {
        let help = Some("a name is a single word or text");
        return error_at(text, at, "the name of a member is not a scalar", help);
    };
    let message = "`{{` starts an object in the place of a name of an object";
    let line = layout::rest_of_line(text, at);
    let written = line
        .find("}}")
        .and_then(|end| line.get(..end + 2))
        .unwrap_or("{{");
    let help = format!(
        "put text that starts with `{{{{` in quotes: {}",
        quotes::sample(written)
    );
    error_at(text, at, message, Some(&help))
}

/// Two short forms one after the other, which would both be the tag of one value.
fn two_tags(stop: Stop<'_>) -> Option<Explanation> {
    let second = word(stop.here())?;
    let before = stop.text.get(..stop.at)?.trim_end();
    let start = before
        .rfind([' ', '\n', '\r', '\t', ',', '[', '{', ':'])
        .map_or(0, |at| at + 1);
    let first = before.get(start..)?;
    let is_tag = |word: &str| word.len() > 1 && word.starts_with('!');
    if !is_tag(second) || !is_tag(first) {
        return None;
    }
    let long = function::of_tag(first.trim_start_matches('!'));
    let message = format!(
        "`{}` and `{}` are two short forms of one value",
        shown(first),
        shown(second)
    );
    let help = format!(
        "write the outer one long: `{}: {} …`",
        shown(&long),
        shown(second)
    );
    Some(Explanation::new(start, message).with(help))
}

/// What a reader is helped by; none if nothing is known to help.
fn of_kind(kind: &ErrorKind, stop: Stop<'_>) -> Option<Explanation> {
    let here = |message: &str| Explanation::new(stop.at, message);
    Some(match kind {
        ErrorKind::MissingAnchorOrAliasName | ErrorKind::UnknownAnchor => alias(stop)?,
        ErrorKind::UnexpectedCharacter { .. } => {
            here(&format!("{} cannot start a value", stop.first_shown())).with(stop.in_quotes())
        }
        ErrorKind::MappingValueNotAllowed => layout::second_colon(stop)?,
        ErrorKind::SimpleKeyExpected => layout::no_colon(stop),
        ErrorKind::ExpectedBlockMappingKey
        | ErrorKind::ExpectedBlockSequenceEntry
        | ErrorKind::ExpectedDocumentStart => layout::stray_line(stop),
        ErrorKind::TabNotAllowed
        | ErrorKind::TabInBlockIndentation
        | ErrorKind::TabInIndentation
        | ErrorKind::TabInPlainScalar
        | ErrorKind::TabAtBlockScalarStart
        | ErrorKind::InvalidMappingValueWhitespace
        | ErrorKind::InvalidBlockEntryWhitespace => layout::tab(stop),
        ErrorKind::BlockSequenceEntryNotAllowed => {
            here("a list cannot start on the line of a name")
                .with("start it on a line of its own, or put text that starts with `- ` in quotes")
        }
        ErrorKind::BlockEntryInFlowCollection => here("`-` starts no item of a list in brackets")
            .with("separate the items with commas, or put text that starts with `-` in quotes"),
        ErrorKind::MappingKeyNotAllowed => {
            here("`?` starts a name, which cannot stand here").with(stop.in_quotes())
        }
        ErrorKind::InvalidBlockScalarHeader => {
            let message = format!(
                "`{}` starts a text of several lines, which begin on the next one",
                stop.first()
            );
            here(&message).with(stop.in_quotes())
        }
        ErrorKind::ZeroBlockScalarIndent => {
            here("lines of text cannot be indented by `0`").with("leave the number out")
        }
        ErrorKind::DirectiveByteLimitExceeded { .. } => {
            let message =
                format!("a line that starts with `%` is longer than {LONGEST_DIRECTIVE} bytes");
            here(&message).with("write the names of tags out")
        }
        ErrorKind::UnsupportedYamlMajorVersion => {
            let line = layout::rest_of_line(stop.text, stop.at);
            here(&format!(
                "CloudFormation does not read the version of `{}`",
                shown(line)
            ))
            .with("remove the line: YAML 1.1 is read")
        }
        ErrorKind::DuplicateVersionDirective
        | ErrorKind::DuplicateTagDirective
        | ErrorKind::InvalidDirectiveTerminator
        | ErrorKind::MissingYamlVersionSeparator
        | ErrorKind::MissingDirectiveName
        | ErrorKind::InvalidDirectiveName
        | ErrorKind::YamlVersionTooLong
        | ErrorKind::MissingYamlVersion
        | ErrorKind::ExpectedTagBang
        | ErrorKind::ExpectedTagDirectiveBang
        | ErrorKind::InvalidTagDirectiveTerminator
            if stop.first() == '%' =>
        {
            let line = layout::rest_of_line(stop.text, stop.at);
            here(&format!(
                "`{}` is no instruction that a reader of YAML knows",
                shown(line)
            ))
            .with("remove the line")
        }
        ErrorKind::UndeclaredTagHandle
        | ErrorKind::UnclosedVerbatimTag
        | ErrorKind::InvalidTagTerminator
        | ErrorKind::InvalidTagEscape
        | ErrorKind::MissingTagUri => {
            let tag = word(stop.here()).unwrap_or_default();
            here(&format!("`{}` is no short form of a function", shown(tag)))
                .with("write a function as `!Name`, and put text that starts with `!` in quotes")
        }
        ErrorKind::RecursionLimitExceeded => here(&too_deep("document")),
        _ => return quotes::explain(kind, stop).or_else(|| brackets(kind, stop)),
    })
}

/// What is wrong with an alias or anchor.
fn alias(stop: Stop<'_>) -> Option<Explanation> {
    let message = match (stop.first(), word(stop.here().get(1..)?)) {
        ('*', None) => "`*` alone is an alias without a name",
        ('*', Some(_)) => "this alias refers to an anchor that is not defined before it",
        _ => "`&` alone is an anchor without a name",
    };
    Some(Explanation::new(stop.at, message).with(stop.in_quotes()))
}

/// What is wrong with arrays and objects in brackets.
fn brackets(kind: &ErrorKind, stop: Stop<'_>) -> Option<Explanation> {
    let opened = stop
        .bracket
        .and_then(|at| stop.text.get(at..)?.chars().next());
    let (at, message, help) = match kind {
        ErrorKind::UnclosedFlowCollection { open } => {
            let close = closing(*open);
            (
                stop.at,
                format!("the `{open}` here is not closed"),
                format!("add `{close}`"),
            )
        }
        ErrorKind::MismatchedFlowCollectionEnd { open, close } => {
            let right = closing(*open);
            let message = format!("the `{open}` here is closed by `{close}`");
            (stop.at, message, format!("close it by `{right}`"))
        }
        ErrorKind::MisplacedFlowCollectionEnd => {
            let message = format!("`{}` closes nothing here", stop.first());
            (stop.at, message, stop.in_quotes())
        }
        ErrorKind::ExpectedFlowMappingSeparator
        | ErrorKind::ExpectedFlowSequenceSeparator
        | ErrorKind::InvalidColonPlacement => {
            let open = opened.unwrap_or('{');
            let close = closing(open);
            let message = format!("`,` or `{close}` is due here");
            let is_same_line = layout::is_one_line(stop.text, stop.bracket?, stop.at);
            let help = if is_same_line {
                "put text that contains `: ` in quotes".to_owned()
            } else {
                let line = crate::text::location::of_byte(stop.text, stop.bracket?);
                format!("close the `{open}` of {line} before this line")
            };
            (stop.at, message, help)
        }
        ErrorKind::UnexpectedEofFlowSequence
        | ErrorKind::UnexpectedEofFlowMapping
        | ErrorKind::UnexpectedEofImplicitFlowMapping
        | ErrorKind::ExpectedNodeContent => {
            return Some(Explanation::new(stop.at, "a value is missing here"));
        }
        _ => return None,
    };
    Some(Explanation::new(at, message).with(help))
}

fn closing(open: char) -> char {
    if open == '[' { ']' } else { '}' }
}

impl<'t> Stop<'t> {
    /// The text from here on.
    pub(super) fn here(self) -> &'t str {
        self.text.get(self.at..).unwrap_or_default()
    }

    /// The character that stands here.
    fn first(self) -> char {
        self.here().chars().next().unwrap_or_default()
    }

    fn first_shown(self) -> String {
        match self.first() {
            '`' => "a backquote".to_owned(),
            first => format!("`{}`", first.escape_debug()),
        }
    }

    /// The advice to put what stands here in quotes, with what that is.
    fn in_quotes(self) -> String {
        let sample = quotes::sample(layout::name_or_value(self));
        format!(
            "put text that starts with {} in quotes: {sample}",
            self.first_shown()
        )
    }
}

/// The word that a text starts with; none if it starts with a blank or ends.
fn word(text: &str) -> Option<&str> {
    let end = text
        .find([' ', '\t', '\r', '\n', ',', ']', '}'])
        .unwrap_or(text.len());
    text.get(..end).filter(|word| !word.is_empty())
}
