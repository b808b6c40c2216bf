//! Numbers and booleans.

use super::Make;
use crate::json::intrinsic::Intrinsic;
use crate::typed::placeholder::Placeholder;
use crate::typed::value::Value;
use crate::{Json, Number};

macro_rules! literals {
    ($($number:ty, $it:ident => $due:ty, $literal:expr;)*) => { $(
        #[diagnostic::do_not_recommend]
        impl Make<Value<$due>> for $number {
            #[inline]
            fn make(self) -> Value<$due> {
                let $it = self;
                Value::Literal($literal)
            }
        }
    )* };
}

literals! {
    bool, it => bool, it;
    bool, it => Json, it.into();
    f64, it => f64, it;
    f64, it => Json, it.into();
    f32, it => f64, it.into();
    f32, it => Json, f64::from(it).into();
}

/// Integers that every property for integers or numbers holds.
macro_rules! small_integers {
    ($($integer:ident)*) => {
        literals! { $(
            $integer, it => i64, it.into();
            $integer, it => f64, it.into();
            $integer, it => Json, it.into();
        )* }
    };
}

small_integers! { i8 i16 i32 u8 u16 u32 }

literals! {
    i64, it => i64, it;
    i64, it => Json, it.into();
}

/// Integers of which a property for integers holds those of 64 bits. Others are kept with their digits, so that
/// nothing is lost, and `validate` reports them.
macro_rules! large_integers {
    ($($integer:ident)*) => { $(
        literals! { $integer, it => Json, it.into(); }

        #[diagnostic::do_not_recommend]
        impl Make<Value<i64>> for $integer {
            fn make(self) -> Value<i64> {
                match self.try_into() {
                    Ok(integer) => Value::Literal(integer),
                    Err(_) => Value::Intrinsic(Intrinsic::written(self.into()).into()),
                }
            }
        }
    )* };
}

large_integers! { isize u64 usize i128 u128 }

/// Integers that doubles hold in part. Others keep their digits, as those do that are read.
macro_rules! integers_as_numbers {
    ($($integer:ident)*) => { $(
        #[diagnostic::do_not_recommend]
        impl Make<Value<f64>> for $integer {
            #[allow(clippy::cast_precision_loss, reason = "what is lost stands in the digits")]
            fn make(self) -> Value<f64> {
                let double = self as f64;
                let digits = Number::from(self);
                if Number::from_f64(double).as_ref() == Some(&digits) {
                    Value::Literal(double)
                } else {
                    let digits = Intrinsic::of_number(double, digits);
                    Value::Intrinsic(Placeholder::of_digits(digits))
                }
            }
        }
    )* };
}

integers_as_numbers! { i64 isize u64 usize i128 u128 }
