//! Roles of properties beside what an update does, in sentences.

use std::collections::HashMap;
use std::ptr;

use formwork_specs::curated::Paths;
use formwork_specs::model::{Property, PropertyPath, ResourceType, ScopedRoles};

use super::inline::code;

/// Roles at single paths, by the address of the property that the path ends at.
#[derive(Debug, Default)]
pub(crate) struct Roles<'s>(HashMap<*const Property, AtPaths<'s>>);

/// Where one property has which role, though not wherever its record is used.
#[derive(Clone, Debug, Default)]
struct AtPaths<'s> {
    read_only: Vec<&'s PropertyPath>,
    non_public: Vec<&'s PropertyPath>,
    write_only: Vec<&'s PropertyPath>,
    deprecated: Vec<&'s PropertyPath>,
}

impl<'s> Roles<'s> {
    pub(crate) fn of(resource: &'s ResourceType) -> Self {
        let ScopedRoles {
            read_only,
            non_public,
            write_only,
            deprecated,
        } = &resource.scoped_roles;
        let mut roles = Self::default();
        if resource.scoped_roles.is_empty() {
            return roles;
        }
        let data = Paths::of(resource);
        let mut add = |paths: &'s [PropertyPath], of: List| {
            for path in paths {
                for property in data.properties(path) {
                    let at = roles.0.entry(ptr::from_ref(property)).or_default();
                    of(at).push(path);
                }
            }
        };
        add(read_only, |at| &mut at.read_only);
        add(non_public, |at| &mut at.non_public);
        add(write_only, |at| &mut at.write_only);
        add(deprecated, |at| &mut at.deprecated);
        roles
    }

    /// The sentences about a property, each behind a blank.
    pub(super) fn sentences(&self, property: &Property) -> String {
        let AtPaths {
            read_only,
            non_public,
            write_only,
            deprecated,
        } = self
            .0
            .get(&ptr::from_ref(property))
            .cloned()
            .unwrap_or_default();
        let mut text = String::new();
        if !read_only.is_empty() {
            let paths = listed(&read_only);
            text.extend([" Read-only at ", &paths, ": the service sets it there."]);
        }
        if !non_public.is_empty() {
            text.extend([" Not meant for users at ", &listed(&non_public), "."]);
        }
        if property.write_only {
            text.push_str(" Write-only: no read returns it.");
        } else if !write_only.is_empty() {
            let paths = listed(&write_only);
            text.extend([" Write-only at ", &paths, ": no read returns it there."]);
        } else if property.secret {
            text.push_str(" It holds what no read returns.");
        }
        if property.deprecated {
            text.push_str(" Deprecated.");
        } else if !deprecated.is_empty() {
            text.extend([" Deprecated at ", &listed(&deprecated), "."]);
        }
        text
    }
}

/// One of the lists.
type List = for<'a, 's> fn(&'a mut AtPaths<'s>) -> &'a mut Vec<&'s PropertyPath>;

/// `A/B` and `C/B`.
pub(super) fn listed(paths: &[&PropertyPath]) -> String {
    let mut paths: Vec<String> = paths.iter().map(|path| code(&path.0.join("/"))).collect();
    match paths.pop() {
        Some(last) if !paths.is_empty() => format!("{} and {last}", paths.join(", ")),
        last => last.unwrap_or_default(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::shapes::Model;

    #[test]
    fn each_role_is_said_of_the_uses_that_have_it() {
        let spec = formwork_specs::read(
            br##"{"typeName":"A::B::C",
            "properties":{"A":{"$ref":"#/definitions/D"},"B":{"$ref":"#/definitions/D"},
                "E":{"$ref":"#/definitions/D"},"J":{"oneOf":[{"type":"string"},{"$ref":"#/definitions/D"}]}},
            "definitions":{"D":{"properties":{"All":{"type":"string"},"Some":{"type":"string"},"Out":{"type":"string"}}}},
            "writeOnlyProperties":["/properties/A/Some","/properties/B/Some",
                "/properties/A/All","/properties/B/All","/properties/E/All","/properties/J/All"],
            "deprecatedProperties":["/properties/A/Some"],
            "readOnlyProperties":["/properties/A/Out"],"nonPublicProperties":["/properties/B/Out"],
            "createOnlyProperties":["/properties/B/Some"]}"##,
        )
        .expect("it is read");
        let resource = &spec.resources[0];
        let model = Model::of(resource);
        let said = |schema: &formwork_specs::model::Schema, name: &str| {
            let property = schema.properties.iter().find(|one| one.name == name);
            let property = property.expect(name);
            let update = model.updates.word(property);
            let list = model.updates.list(property);
            format!("{}|{update}|{list}", model.roles.sentences(property))
        };
        let shared = &resource.definitions[0].schema;
        assert_eq!(
            said(shared, "All"),
            " Write-only: no read returns it.|no interruption|"
        );
        assert_eq!(
            said(shared, "Some"),
            " Write-only at `A/Some` and `B/Some`: no read returns it there. Deprecated at `A/Some`.\
             |no interruption or replacement\
             |- At `B/Some`: replacement. The specification says so of this use alone."
        );
        assert_eq!(
            said(shared, "Out"),
            " Read-only at `A/Out`: the service sets it there. Not meant for users at `B/Out`.\
             |no interruption|"
        );
        assert_eq!(
            said(&resource.body, "J"),
            " It holds what no read returns.|no interruption|"
        );
        assert_eq!(said(&resource.body, "A"), "|no interruption|");
    }
}
