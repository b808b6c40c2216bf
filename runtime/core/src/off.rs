//! What the compiler says where a method is called whose feature is off.
//!
//! Items that a feature leaves out are named by the compiler together with the feature, methods are not. So they are
//! there, with a demand that nothing fulfils and whose words name the feature. A demand on one type alone would be an
//! error where the method is written: the lifetime, which says nothing, puts it off until the call.

/// Fulfilled by nothing.
#[cfg(not(feature = "yaml"))]
#[diagnostic::on_unimplemented(
    message = "YAML needs the feature `yaml` of `formwork`, which is off",
    label = "needs the feature `yaml`",
    note = "help: name it where the dependency is: `features = [\"yaml\"]`"
)]
pub trait Yaml<'never> {
    /// What a method would give.
    fn given<T>() -> T;
}

/// Fulfilled by nothing.
#[cfg(all(feature = "templates", not(feature = "catalog")))]
#[diagnostic::on_unimplemented(
    message = "the published types need the feature `catalog` of `formwork`, which is off",
    label = "needs the feature `catalog`",
    note = "help: name it where the dependency is: `features = [\"catalog\"]`"
)]
pub trait Catalog<'never> {
    /// What a method would give.
    fn given<T>() -> T;
}

/// Methods that nobody can call.
macro_rules! off {
    ($($feature:ident: $visibility:vis fn $name:ident($($argument:tt)*) -> $given:ty;)*) => {$(
        #[doc(hidden)]
        #[allow(clippy::missing_errors_doc, clippy::must_use_candidate, reason = "nobody can call it")]
        #[allow(clippy::wrong_self_convention, reason = "named as the method that the feature brings")]
        $visibility fn $name($($argument)*) -> $given
        where
            Self: for<'never> $crate::off::$feature<'never>,
        {
            <Self as $crate::off::$feature<'_>>::given()
        }
    )*};
}
#[cfg(not(feature = "yaml"))]
pub(crate) use off;

#[cfg(not(feature = "yaml"))]
impl crate::Json {
    off! {
        Yaml: pub fn from_yaml(_: &str) -> Result<Self, crate::JsonError>;
    }
}

#[cfg(all(feature = "templates", not(feature = "yaml")))]
impl crate::Template {
    off! {
        Yaml: pub fn from_yaml(_: &str) -> Result<Self, crate::Violations>;
        Yaml: pub fn to_yaml(&self) -> String;
    }
}

#[cfg(all(feature = "templates", not(feature = "yaml")))]
impl crate::types::ResourceType {
    off! {
        Yaml: pub fn from_yaml(&self, _: &str) -> Result<crate::Json, crate::Violations>;
        Yaml: pub fn check_yaml(&self, _: &str) -> crate::Violations;
    }
}

#[cfg(all(feature = "templates", not(feature = "catalog")))]
impl crate::Types {
    off! {
        Catalog: pub fn catalog() -> Self;
    }
}
