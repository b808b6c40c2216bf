//! The types that a name or pattern on the command line means.

use std::fs;
use std::path::Path;

use crate::output::visible::{named, visible};
use crate::stop::Stop;
use formwork_specs::{ResourceType, Spec, bundled, curated, suggest};

/// Whether a name fits a pattern: `*` stands for any letters, `?` for one; a pattern without either
/// fits every name that contains it. Upper and lower case are the same.
pub(crate) fn fits(pattern: &str, name: &str) -> bool {
    let pattern: Vec<char> = pattern.to_lowercase().chars().collect();
    let name = name.to_lowercase();
    if !pattern.iter().any(|letter| matches!(letter, '*' | '?')) {
        return name.contains(&pattern.iter().collect::<String>());
    }
    let name: Vec<char> = name.chars().collect();
    // Where to go on when what follows the last `*` does not fit: let it stand for one letter more.
    let mut star: Option<(usize, usize)> = None;
    let (mut p, mut n) = (0, 0);
    while let Some(letter) = name.get(n) {
        match pattern.get(p) {
            Some('*') => {
                star = Some((p, n));
                p += 1;
            }
            Some(wanted) if *wanted == '?' || wanted == letter => {
                p += 1;
                n += 1;
            }
            _ => {
                let Some((at, covered)) = star else {
                    return false;
                };
                star = Some((at, covered + 1));
                p = at + 1;
                n = covered + 1;
            }
        }
    }
    pattern.iter().skip(p).all(|letter| *letter == '*')
}

/// A bundled type.
pub(crate) fn bundled(name: &str) -> Result<ResourceType, Stop> {
    match bundled::resource(name) {
        Some(resource) => resource.map_err(|problems| refused("the catalog", &problems)),
        None => Err(unknown(name, "the catalog", bundled::names())),
    }
}

/// A type of a file; if no name is given, the only one. What the file has wrong comes along.
pub(crate) fn in_file(
    name: Option<&str>,
    path: &Path,
) -> Result<(Vec<formwork_specs::Problem>, ResourceType), Stop> {
    let place = named(path);
    let bytes =
        fs::read(path).map_err(|error| Stop::Unusable(format!("cannot read {place}: {error}")))?;
    let names =
        formwork_specs::type_names(&bytes).map_err(|problems| refused(&place, &problems))?;
    let name = match (name, names.as_slice()) {
        (Some(name), _) => name,
        (None, [only]) => only,
        (None, names) => {
            let message = format!(
                "{place} describes {} types\nhelp: name one of them before `--file`",
                names.len()
            );
            return Err(Stop::Unusable(message));
        }
    };
    if !names.iter().any(|known| known == name) {
        return Err(unknown(name, &place, names.iter().map(String::as_str)));
    }
    let (spec, resource) = one(name, &bytes, &place)?;
    let mut warnings = spec.warnings;
    formwork_specs::locate(&bytes, &mut warnings);
    Ok((warnings, resource))
}

/// A type with the facts of a file laid over it.
pub(crate) fn with_facts(mut resource: ResourceType, path: &Path) -> Result<ResourceType, Stop> {
    let place = named(path);
    let bytes =
        fs::read(path).map_err(|error| Stop::Unusable(format!("cannot read {place}: {error}")))?;
    let facts = curated::read(&bytes, &resource).map_err(|problems| refused(&place, &problems))?;
    curated::lay_over(&mut resource, facts);
    Ok(resource)
}

fn one(name: &str, bytes: &[u8], place: &str) -> Result<(Spec, ResourceType), Stop> {
    let mut spec = formwork_specs::read_types(bytes, &|known| known == name)
        .map_err(|problems| refused(place, &problems))?;
    match spec.resources.pop() {
        Some(resource) => Ok((spec, resource)),
        None => Err(Stop::Unusable(format!(
            "{place} does not describe `{}`",
            visible(name)
        ))),
    }
}

fn refused(place: &str, problems: &formwork_specs::Problems) -> Stop {
    Stop::Unusable(format!("{place} cannot be read:\n{problems}"))
}

/// The names that end as the one asked for does are near it, too.
fn unknown<'n>(name: &str, place: &str, known: impl Iterator<Item = &'n str>) -> Stop {
    const MOST: usize = 3;
    let known: Vec<&str> = known.collect();
    let mut near = suggest::nearest(name, known.iter().copied());
    let end = format!("::{}", name.to_lowercase());
    let ending = known
        .iter()
        .filter(|known| known.to_lowercase().ends_with(&end));
    for name in ending {
        if !near.contains(name) {
            near.push(name);
        }
    }
    near.truncate(MOST);
    let message = format!("{place} has no type `{}`", visible(name));
    if near.is_empty() {
        return Stop::Unusable(message);
    }
    let near: Vec<String> = near
        .iter()
        .map(|name| format!("`{}`", visible(name)))
        .collect();
    Stop::Unusable(format!(
        "{message}\nhelp: similar names exist: {}",
        near.join(", ")
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns() {
        for (pattern, name, expected) in [
            ("AWS::S3::*", "AWS::S3::Bucket", true),
            ("aws::s3::*", "AWS::S3::Bucket", true),
            ("*::*Bucket*", "AWS::S3::BucketPolicy", true),
            ("*Bucket", "AWS::S3::BucketPolicy", false),
            ("AWS::S?::Bucket", "AWS::S3::Bucket", true),
            ("bucketp", "AWS::S3::BucketPolicy", true),
            ("", "AWS::S3::Bucket", true),
            ("*", "", true),
            ("?", "", false),
            ("a*b*c", "aXbXbXc", true),
            ("a*b*c", "aXbXbX", false),
        ] {
            assert_eq!(fits(pattern, name), expected, "{pattern} {name}");
        }
    }

    #[test]
    fn a_pattern_of_many_stars_takes_no_time() {
        assert!(!fits(&"*a".repeat(200), &"a".repeat(150)));
    }

    #[test]
    fn near_names_are_told() {
        for (name, near) in [
            ("AWS::S3::Buckett", "`AWS::S3::Bucket`"),
            ("s3::bucket", "`AWS::S3::Bucket`"),
            ("aws::s3::bucket", "`AWS::S3::Bucket`"),
        ] {
            let Err(Stop::Unusable(message)) = bundled(name) else {
                panic!("{name} is known");
            };
            assert!(message.contains(near), "{message}");
        }
    }
}
