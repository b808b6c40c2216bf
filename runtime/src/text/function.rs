//! The names of intrinsic functions.

/// The function that gives what a name of the template stands for.
pub(crate) const REF: &str = "Ref";

/// The function that names a condition. It stands where a condition is due and nowhere else: a property may have
/// the same name.
pub(crate) const CONDITION: &str = "Condition";

/// The pseudo parameter that removes what it stands for.
pub(crate) const NO_VALUE: &str = "AWS::NoValue";

/// The function that puts what a macro makes in the place of the object around it.
pub(crate) const TRANSFORM: &str = "Fn::Transform";

/// The start of the names under which loops stand, each with a name of its own behind it.
pub(crate) const FOR_EACH: &str = "Fn::ForEach::";

/// Whether a name is that of a function, known or not.
pub(crate) fn is_function(name: &str) -> bool {
    name == REF || name.starts_with("Fn::")
}

/// Whether deployment puts other members in the place of the one with this name, which may stand beside others.
pub(crate) fn adds_members(name: &str) -> bool {
    name.starts_with("Fn::") && (name == TRANSFORM || name.starts_with(FOR_EACH))
}

/// Whether text holds a reference that deployment replaces, `{{resolve:…}}`.
pub(crate) fn is_dynamic(text: &str) -> bool {
    // Mostly there is no brace at all, and one byte is found faster than ten.
    text.as_bytes().contains(&b'{') && text.contains("{{resolve:")
}
