//! Free JSON, for a value of any type.

use super::Make;
use crate::Json;
use crate::document::Document;
use crate::json::intrinsic::Intrinsic;
use crate::typed::slot::Slot;
use crate::typed::value::Value;

/// The value that a document holds; what the type cannot hold is kept as it is, to be reported by `validate`.
fn held<T: Slot>(document: Option<Document<'_>>, json: impl FnOnce() -> Json) -> Value<T> {
    let mut value = Value::empty();
    let filled = document.map(|document| value.fill(document.root()));
    match filled {
        Some(Ok(())) => value,
        Some(Err(_)) | None => Value::Intrinsic(Intrinsic::written(json()).into()),
    }
}

#[diagnostic::do_not_recommend]
impl<T: Slot> Make<Value<T>> for Json {
    fn make(self) -> Value<T> {
        // As text, because a number keeps its digits there.
        let text = self.to_string();
        held(Document::from_json(&text).ok(), || self)
    }
}

#[diagnostic::do_not_recommend]
impl<T: Slot> Make<Value<T>> for &Json {
    fn make(self) -> Value<T> {
        self.clone().make()
    }
}

#[diagnostic::do_not_recommend]
impl<T: Slot> Make<Value<T>> for serde_json::Value {
    fn make(self) -> Value<T> {
        held(Document::from_value(&self).ok(), || self.clone().into())
    }
}

#[diagnostic::do_not_recommend]
impl<T: Slot> Make<Value<T>> for &serde_json::Value {
    fn make(self) -> Value<T> {
        held(Document::from_value(self).ok(), || self.clone().into())
    }
}
