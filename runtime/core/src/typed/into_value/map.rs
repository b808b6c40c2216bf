//! Collections of pairs, for maps and for free JSON.

use std::collections::{BTreeMap, HashMap};

use super::element::{Elements, Length};
use super::list::JsonElement;
use super::{IntoValue, Make};
use crate::typed::value::Value;
use crate::{Json, Map};

fn map<T, K: Into<String>, V: IntoValue<T>>(
    members: impl IntoIterator<Item = (K, V)>,
) -> Value<Map<Value<T>>> {
    let members = members.into_iter();
    Value::Literal(
        members
            .map(|(name, value)| (name, value.into_value()))
            .collect(),
    )
}

/// One line for each collection of pairs: its generics, what is asked of them, the type, and its pairs in their order.
macro_rules! pairs {
    ($([$($generics:tt)*] [$($bounds:tt)*] $collection:ty, $it:ident => $members:expr;)*) => { $(
        #[diagnostic::do_not_recommend]
        impl<T, K: Into<String>, V: IntoValue<T>, $($generics)*>
            Make<Value<Map<Value<T>>>> for $collection
        where
            $($bounds)*
        {
            fn make(self) -> Value<Map<Value<T>>> {
                let $it = self;
                map($members)
            }
        }
    )* };
}

pairs! {
    [] [] Vec<(K, V)>, it => it;
    [] [K: Clone, V: Clone] &Vec<(K, V)>, it => it.iter().cloned();
    [] [K: Clone, V: Clone] &[(K, V)], it => it.iter().cloned();
    [const N: usize] [Length<N>: Elements<(K, V), (String, Value<T>)>] [(K, V); N], it => it;
    [const N: usize] [K: Clone, V: Clone, Length<N>: Elements<(K, V), (String, Value<T>)>]
        &[(K, V); N], it => it.iter().cloned();
}

/// The same for maps, which stand for free JSON as well: lists of pairs do so as lists.
macro_rules! maps {
    ($(
        [$($generics:tt)*] [$($bounds:tt)*] $collection:ty, $it:ident => $members:expr;
    )*) => { $(
        #[diagnostic::do_not_recommend]
        impl<T, V: IntoValue<T>, $($generics)*> Make<Value<Map<Value<T>>>> for $collection
        where
            $($bounds)*
        {
            fn make(self) -> Value<Map<Value<T>>> {
                let $it = self;
                map($members)
            }
        }

        #[diagnostic::do_not_recommend]
        impl<V: IntoValue<Json>, $($generics)*> Make<Value<Json>> for $collection
        where
            $($bounds)*
        {
            fn make(self) -> Value<Json> {
                let $it = self;
                Value::Literal(<(_, V)>::gather($members.into_iter()))
            }
        }
    )* };
}

maps! {
    [] [] Map<V>, it => it;
    [] [V: Clone] &Map<V>, it => it.clone();
    [K] [K: Into<String>] BTreeMap<K, V>, it => it;
    [K] [K: Into<String> + Clone, V: Clone] &BTreeMap<K, V>, it => it.clone();
    [K, H] [K: Into<String>] HashMap<K, V, H>, it => sorted(it);
    [K, H] [K: Into<String> + Clone, V: Clone] &HashMap<K, V, H>, it => {
        sorted(it.iter().map(|(name, value)| (name.clone(), value.clone())))
    };
}

/// The members in the order of their names.
fn sorted<K: Into<String>, V>(map: impl IntoIterator<Item = (K, V)>) -> Vec<(String, V)> {
    let members = map.into_iter().map(|(name, value)| (name.into(), value));
    let mut members: Vec<(String, V)> = members.collect();
    members.sort_by(|(left, _), (right, _)| left.cmp(right));
    members
}
