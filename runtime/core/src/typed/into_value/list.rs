//! Collections, for lists and for free JSON.

use std::collections::{BTreeSet, HashSet, LinkedList, VecDeque};

use super::element::{Elements, Length};
use super::{IntoValue, Make};
use crate::typed::value::Value;
use crate::{Json, Map};

/// What can stand in a collection that is given for free JSON: what stands for JSON makes an array, a pair of a name
/// and what stands for JSON makes an object.
#[diagnostic::on_unimplemented(
    message = "this property does not take a collection of `{Self}`",
    label = "elements that stand for JSON are due here, or pairs of a name and such a value"
)]
pub trait JsonElement: Sized {
    /// The array or object.
    fn gather(elements: impl Iterator<Item = Self>) -> Json;
}

#[diagnostic::do_not_recommend]
impl<U: IntoValue<Json>> JsonElement for U {
    fn gather(elements: impl Iterator<Item = Self>) -> Json {
        Json::Array(
            elements
                .map(|element| element.into_value().into())
                .collect(),
        )
    }
}

#[diagnostic::do_not_recommend]
impl<K: Into<String>, V: IntoValue<Json>> JsonElement for (K, V) {
    fn gather(elements: impl Iterator<Item = Self>) -> Json {
        let members = elements.map(|(name, value)| (name.into(), value.into_value().into()));
        Json::Object(members.collect::<Map<Json>>())
    }
}

fn list<T, U: IntoValue<T>>(elements: impl IntoIterator<Item = U>) -> Value<Vec<Value<T>>> {
    Value::Literal(elements.into_iter().map(U::into_value).collect())
}

fn json<U: JsonElement>(elements: impl IntoIterator<Item = U>) -> Value<Json> {
    Value::Literal(U::gather(elements.into_iter()))
}

/// One line for each collection of `U`: what is asked of `U` beside that it stands for an element, further generics,
/// what is asked beside it all, the type, and its elements in their order.
macro_rules! lists {
    ($(
        [$($bound:ident)?] [$($generics:tt)*] [$(Length<N>: $array:ident)?]
        $collection:ty, $it:ident => $elements:expr;
    )*) => { $(
        #[diagnostic::do_not_recommend]
        impl<T, U: IntoValue<T> $(+ $bound)?, $($generics)*> Make<Value<Vec<Value<T>>>> for $collection
        $(where Length<N>: $array<U, Value<T>>)?
        {
            fn make(self) -> Value<Vec<Value<T>>> {
                let $it = self;
                list($elements)
            }
        }

        #[diagnostic::do_not_recommend]
        impl<U: JsonElement $(+ $bound)?, $($generics)*> Make<Value<Json>> for $collection
        $(where Length<N>: $array<U, Value<Json>>)?
        {
            fn make(self) -> Value<Json> {
                let $it = self;
                json($elements)
            }
        }
    )* };
}

lists! {
    [] [] [] Vec<U>, it => it;
    [] [] [] Box<[U]>, it => it;
    [] [] [] VecDeque<U>, it => it;
    [] [] [] LinkedList<U>, it => it;
    [] [] [] BTreeSet<U>, it => it;
    [Ord] [H] [] HashSet<U, H>, it => sorted(it);
    [] [const N: usize] [Length<N>: Elements] [U; N], it => it;
    [Clone] [const N: usize] [Length<N>: Elements] &[U; N], it => it.iter().cloned();
    [Clone] [] [] &[U], it => it.iter().cloned();
    [Clone] [] [] &Vec<U>, it => it.iter().cloned();
}

fn sorted<U: Ord>(set: impl IntoIterator<Item = U>) -> Vec<U> {
    let mut elements: Vec<U> = set.into_iter().collect();
    elements.sort_unstable();
    elements
}
