//! Documents that outlive the text that was read.

use std::sync::Arc;

use super::{Document, Kind, Node, Text};

impl Document<'_> {
    /// The same document, which needs `text` no longer: it keeps what was read from.
    #[cfg_attr(
        not(feature = "templates"),
        allow(dead_code, reason = "templates keep what they were read from")
    )]
    pub(crate) fn detach(self, text: Arc<str>) -> Document<'static> {
        let Self {
            nodes,
            stops,
            mut texts,
            plains,
            problems,
            warnings,
            warning_limit,
            limit,
            source,
        } = self;
        let mut own = |text: &str| {
            let start = texts.len();
            texts.push_str(text);
            super::Own {
                start,
                len: text.len(),
            }
        };
        let detach = |Node { start, end, kind }: Node<'_>| Node {
            start,
            end,
            kind: match kind {
                Kind::Number(text) => Kind::OwnNumber(own(text)),
                Kind::String(text) => Kind::OwnString(own(text)),
                Kind::Null => Kind::Null,
                Kind::Bool(value) => Kind::Bool(value),
                Kind::OwnNumber(own) => Kind::OwnNumber(own),
                Kind::OwnString(own) => Kind::OwnString(own),
                Kind::Plain(number) => Kind::Plain(number),
                Kind::Array(len) => Kind::Array(len),
                Kind::Object(len) => Kind::Object(len),
            },
        };
        let nodes = nodes.into_iter().map(detach).collect();
        Document {
            nodes,
            stops,
            texts,
            plains,
            problems,
            warnings,
            warning_limit,
            limit,
            source: source.map(|_| Text::Kept(text)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::Document;

    #[test]
    fn a_detached_document_says_what_it_said() {
        let text = "{\"a\": [1.50, \"x\\n\", \"y\", true, null],\n \"b\": {\"a\": \"\"}}";
        let before = Document::from_json(text).unwrap();
        let (json, place) = (before.root().to_json(), |document: &Document<'_>| {
            document
                .root()
                .get("b")
                .and_then(crate::document::NodeRef::location)
        });
        let expected = place(&before);
        let after = before.detach(text.to_owned().into());
        assert_eq!(after.root().to_json().to_string(), json.to_string());
        assert_eq!(place(&after), expected);
        assert_eq!(after.text().as_deref(), Some(text));
    }
}
