//! Names that a path has to escape: what a specification says of a path holds for the property it leads to,
//! and for no other.

use formwork::{Outcome, Resource, UpdateBehavior};

formwork::resource!(spec = "corpus/specs/paths.json");

/// What changing the property does that has a value in both documents.
fn update(old: &str, new: &str) -> (String, Outcome) {
    let [old, new] = [old, new].map(|text| Paths::from_json(text).unwrap());
    let plan = old.plan_update(&new);
    let [change] = plan.changes() else {
        panic!("one change is expected: {plan}");
    };
    (change.path().to_owned(), change.outcome())
}

/// The same of a property of `Shared` below some way to it, written with `VALUE` in its place.
fn inside(way: &str, name: &str) -> (String, Outcome) {
    let [old, new] = ["old", "new"].map(|value| {
        let value = format!(r#"{{"{name}":"{value}"}}"#);
        way.replace("VALUE", &value)
    });
    update(&old, &new)
}

#[test]
fn a_path_says_what_an_update_does_where_it_leads_and_only_there() {
    use Outcome::{InPlace, MayReplace, Replace};

    let (a, b) = (r#"{"A":VALUE}"#, r#"{"B":VALUE}"#);
    let (list, map) = (r#"{"List":[VALUE]}"#, r#"{"Map":{"m/1":VALUE}}"#);
    for (way, name, path, expected) in [
        (a, "x/y", "/A/x~1y", Replace),
        (a, "x~y", "/A/x~0y", Replace),
        (a, "x~1y", "/A/x~01y", Replace),
        (a, "x.y", "/A/x.y", Replace),
        (a, "z", "/A/z", Replace),
        (a, "free", "/A/free", InPlace),
        (b, "x/y", "/B/x~1y", MayReplace),
        (b, "x~y", "/B/x~0y", InPlace),
        (b, "x~1y", "/B/x~01y", InPlace),
        (b, "x.y", "/B/x.y", InPlace),
        (b, "z", "/B/z", InPlace),
        (list, "x/y", "/List/0/x~1y", Replace),
        (list, "z", "/List/0/z", InPlace),
        (map, "x/y", "/Map/m~11/x~1y", Replace),
        (map, "x~1y", "/Map/m~11/x~01y", InPlace),
    ] {
        assert_eq!(inside(way, name), (path.to_owned(), expected));
    }
}

#[test]
fn a_whole_record_that_comes_is_as_severe_as_the_paths_into_it() {
    let (_, severe) = update("{}", r#"{"A":{"x/y":"v"}}"#);
    assert_eq!(severe, Outcome::Replace);
    let (_, mild) = update("{}", r#"{"B":{"x~1y":"v"}}"#);
    assert_eq!(mild, Outcome::InPlace);
}

#[test]
fn a_branch_of_a_condition_is_passed_on_the_way() {
    let branch = r#"{"A":{"Fn::If":["C",VALUE,{"free":"f"}]}}"#;
    let (path, severe) = inside(branch, "x/y");
    assert_eq!(path, "/A/Fn::If/1/x~1y");
    // Which of the branches counts is not known.
    assert_eq!(severe, Outcome::MayReplace);
}

#[test]
fn other_lists_of_paths_lead_to_the_same_properties() {
    let spec = Paths::spec();
    let update = |name: &str| {
        let mut properties = spec.properties.iter();
        let found = properties.find(|property| property.name == name);
        found.unwrap().update
    };
    assert_eq!(update("to/p"), UpdateBehavior::Immutable);
    assert_eq!(update("to~p"), UpdateBehavior::Conditional);
    let attributes: Vec<_> = spec.attributes.iter().map(|one| one.name).collect();
    assert_eq!(attributes, ["i/d.k/n", "dot.ted.k/n"]);
    assert_eq!(spec.primary_identifier, ["i~1d/k~1n", "to~0p"]);
    let secret = Paths::from_json(r#"{"se/cret":"hidden"}"#).unwrap();
    assert!(!format!("{secret:?}").contains("hidden"));
}
