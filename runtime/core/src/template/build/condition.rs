//! Conditions and their handles.

use core::fmt;
use core::ops::{BitAnd, BitOr, Not};

use super::origin::Origin;
use crate::template::attributes::ConditionName;
use crate::template::section::Section;
use crate::typed::slot::Slot;
use crate::{IntoValue, Json, Template, Value, Violations};

/// What decides: equality of two values, or a combination of conditions.
///
/// ```
/// use formwork::template::Condition;
/// use formwork::Value;
///
/// let is_prod = Condition::equals(Value::reference("Stage"), "prod");
/// let is_big = Condition::named("IsBig");
/// let both = (is_prod & !is_big).to_json().to_string();
/// assert_eq!(
///     both,
///     r#"{"Fn::And":[{"Fn::Equals":[{"Ref":"Stage"},"prod"]},{"Fn::Not":[{"Condition":"IsBig"}]}]}"#,
/// );
/// ```
#[derive(Clone, PartialEq)]
pub struct Condition(Value<bool>);

impl Condition {
    /// Whether two texts are equal.
    #[must_use]
    pub fn equals(left: impl IntoValue<String>, right: impl IntoValue<String>) -> Self {
        Self(Value::equals(left, right))
    }

    /// The outcome of a condition of the template, by name.
    #[must_use]
    pub fn named(name: impl Into<String>) -> Self {
        Self(Value::condition(name))
    }

    /// Whether all of 2 to 10 conditions hold.
    #[must_use]
    pub fn all<C: Into<Self>>(conditions: impl IntoIterator<Item = C>) -> Self {
        Self(Value::and(conditions.into_iter().map(|one| one.into().0)))
    }

    /// Whether one of 2 to 10 conditions holds.
    #[must_use]
    pub fn any<C: Into<Self>>(conditions: impl IntoIterator<Item = C>) -> Self {
        Self(Value::or(conditions.into_iter().map(|one| one.into().0)))
    }

    /// Whether a condition does not hold; also written `!condition`.
    ///
    /// ```
    /// use formwork::template::Condition;
    ///
    /// let odd = Condition::not(Condition::named("Even"));
    /// assert_eq!(odd.to_json().to_string(), r#"{"Fn::Not":[{"Condition":"Even"}]}"#);
    /// ```
    #[must_use]
    pub fn not(condition: impl Into<Self>) -> Self {
        Self(Value::not(condition.into().0))
    }

    /// Whether this condition and another one hold; also written `one & other`.
    #[must_use]
    pub fn and(self, other: impl Into<Self>) -> Self {
        Self::all([self, other.into()])
    }

    /// Whether this condition or another one holds; also written `one | other`.
    #[must_use]
    pub fn or(self, other: impl Into<Self>) -> Self {
        Self::any([self, other.into()])
    }

    /// As a template holds it.
    #[must_use]
    pub fn to_json(&self) -> Json {
        self.0.to_json()
    }
}

/// The JSON that it is.
impl fmt::Debug for Condition {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl From<Value<bool>> for Condition {
    fn from(value: Value<bool>) -> Self {
        Self(value)
    }
}

impl From<&ConditionHandle> for Condition {
    fn from(handle: &ConditionHandle) -> Self {
        Self::named(&*handle.name)
    }
}

impl From<ConditionHandle> for Condition {
    fn from(handle: ConditionHandle) -> Self {
        Self::from(&handle)
    }
}

impl<C: Into<Self>> BitAnd<C> for Condition {
    type Output = Self;

    fn bitand(self, other: C) -> Self {
        self.and(other)
    }
}

impl<C: Into<Self>> BitOr<C> for Condition {
    type Output = Self;

    fn bitor(self, other: C) -> Self {
        self.or(other)
    }
}

impl Not for Condition {
    type Output = Self;

    fn not(self) -> Self {
        Self::not(self)
    }
}

/// A condition of a template, to be used where something depends on it.
#[derive(Clone)]
pub struct ConditionHandle {
    name: Box<str>,
    origin: Origin,
}

impl ConditionHandle {
    /// The name of the condition in its template.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// `Fn::If`: one of two values.
    ///
    /// ```
    /// use formwork::{Template, Value};
    /// use formwork::template::Condition;
    ///
    /// let mut template = Template::new();
    /// let is_prod = template.condition("IsProd", Condition::equals(Value::reference("Stage"), "prod"))?;
    /// let size: Value<i64> = is_prod.if_(3, 1);
    /// assert_eq!(size.to_json().to_string(), r#"{"Fn::If":["IsProd",3,1]}"#);
    /// # Ok::<(), formwork::Violations>(())
    /// ```
    #[must_use]
    pub fn if_<T: Slot>(&self, then: impl IntoValue<T>, otherwise: impl IntoValue<T>) -> Value<T> {
        Value::if_(&*self.name, then, otherwise)
    }

    /// Whether the condition and another one hold; also written `&one & other`.
    #[must_use]
    pub fn and(&self, other: impl Into<Condition>) -> Condition {
        Condition::from(self).and(other)
    }

    /// Whether the condition or another one holds; also written `&one | other`.
    #[must_use]
    pub fn or(&self, other: impl Into<Condition>) -> Condition {
        Condition::from(self).or(other)
    }

    /// Whether the condition does not hold; also written `!&condition`.
    #[must_use]
    pub fn not(&self) -> Condition {
        Condition::not(self)
    }
}

/// The name of the condition.
impl fmt::Debug for ConditionHandle {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("ConditionHandle").field(&self.name).finish()
    }
}

impl From<&ConditionHandle> for String {
    fn from(handle: &ConditionHandle) -> Self {
        handle.name.clone().into()
    }
}

macro_rules! combines {
    ($($handle:ty)*) => { $(
        impl Not for $handle {
            type Output = Condition;

            fn not(self) -> Condition {
                Condition::not(self)
            }
        }

        impl<C: Into<Condition>> BitAnd<C> for $handle {
            type Output = Condition;

            fn bitand(self, other: C) -> Condition {
                Condition::from(self).and(other)
            }
        }

        impl<C: Into<Condition>> BitOr<C> for $handle {
            type Output = Condition;

            fn bitor(self, other: C) -> Condition {
                Condition::from(self).or(other)
            }
        }
    )* };
}

combines! { ConditionHandle &ConditionHandle }

impl ConditionName for ConditionHandle {
    fn condition_name(&self) -> &str {
        &self.name
    }

    fn origin(&self) -> Option<Origin> {
        Some(self.origin)
    }
}

impl Template {
    /// Adds a condition under a name.
    ///
    /// # Errors
    ///
    /// If the name has other characters than letters and digits, or is taken by a condition.
    pub fn condition(
        &mut self,
        name: &str,
        condition: impl Into<Condition>,
    ) -> Result<ConditionHandle, Violations> {
        self.claim(Section::Conditions, name)?;
        self.put_entry(Section::Conditions, name, condition.into().to_json());
        Ok(ConditionHandle {
            name: name.into(),
            origin: self.origin,
        })
    }
}
