//! Text, for strings, for value sets and for free JSON.

use std::borrow::Cow;

use super::Make;
use crate::Json;
use crate::typed::value::Value;
use crate::typed::value_set::{ValueSet, value_set_from};

/// One line for each type: its generics, the type, the text as `String` and as `&str`.
macro_rules! texts {
    ($([$($lifetime:lifetime)?] $text:ty, $it:ident => $owned:expr, $borrowed:expr;)*) => { $(
        #[diagnostic::do_not_recommend]
        impl<$($lifetime)?> Make<Value<String>> for $text {
            #[inline]
            fn make(self) -> Value<String> {
                let $it = self;
                Value::Literal($owned)
            }
        }

        #[diagnostic::do_not_recommend]
        impl<$($lifetime,)? S: ValueSet> Make<Value<S>> for $text {
            #[inline]
            fn make(self) -> Value<S> {
                let $it = self;
                Value::Literal(value_set_from($borrowed))
            }
        }

        #[diagnostic::do_not_recommend]
        impl<$($lifetime)?> Make<Value<Json>> for $text {
            #[inline]
            fn make(self) -> Value<Json> {
                let $it = self;
                Value::Literal(Json::String($owned))
            }
        }
    )* };
}

texts! {
    ['t] &'t str, text => text.to_owned(), text;
    ['t] &'t &'t str, text => (*text).to_owned(), text;
    [] String, text => text, &text;
    ['t] &'t String, text => text.clone(), text;
    ['t] Cow<'t, str>, text => text.into_owned(), &text;
    ['t] &'t Cow<'t, str>, text => text.clone().into_owned(), text;
    [] Box<str>, text => text.into_string(), &text;
    [] char, text => text.to_string(), text.encode_utf8(&mut [0; 4]);
}
