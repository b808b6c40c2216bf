//! What holds of every plan, tried with values that nobody chose.

use formwork::{Json, Map, Outcome, Resource, Types, UpdatePlan};
use formwork_tests::dice::Dice;

use crate::LABORATORY;

formwork::resource!(spec = "corpus/specs/laboratory.json");

/// A value of a few, sometimes behind a function.
fn text(dice: &mut Dice) -> Json {
    let plain = Json::from(dice.one_of(&["a", "b", "1"]));
    match dice.below(8) {
        0 => call("Ref", Json::from(dice.one_of(&["P", "Q", "AWS::NoValue"]))),
        1 => call(
            "Fn::Sub",
            Json::from(dice.one_of(&["a", "${P}", "${P}-x", "b"])),
        ),
        2 => {
            let branches = [text(dice), text(dice)];
            let condition = Json::from(dice.one_of(&["C", "D"]));
            call(
                "Fn::If",
                [condition].into_iter().chain(branches).collect::<Json>(),
            )
        }
        _ => plain,
    }
}

fn call(name: &str, argument: Json) -> Json {
    object([(name, argument)])
}

fn object<'n>(members: impl IntoIterator<Item = (&'n str, Json)>) -> Json {
    let members = members
        .into_iter()
        .map(|(name, value)| (name.to_owned(), value));
    Json::from(members.collect::<Map<Json>>())
}

fn members<'n>(dice: &mut Dice, names: &[&'n str], make: fn(&mut Dice, &str) -> Json) -> Json {
    let mut chosen = Vec::new();
    for name in names {
        if dice.below(3) > 0 {
            chosen.push((*name, make(dice, name)));
        }
    }
    object::<'n>(chosen)
}

fn property(dice: &mut Dice, name: &str) -> Json {
    let texts = |dice: &mut Dice| Json::from_iter(dice.some(4, text));
    let lock = |dice: &mut Dice| members(dice, &["Kind", "Code"], |dice, _| text(dice));
    match name {
        "Height" => Json::from(dice.below(3) as u64),
        "Order" | "Set" | "FixedSet" => texts(dice),
        "Nested" | "Shelves" => Json::from_iter(dice.some(3, |dice| {
            members(dice, &["Id", "Items"], |dice, name| match name {
                "Items" => Json::from_iter(dice.some(3, text)),
                _ => text(dice),
            })
        })),
        "Tags" => {
            let mut tags = dice.some(3, |dice| [dice.one_of(&["a", "b", "c"]).to_owned()]);
            tags.sort();
            tags.dedup();
            let tags = tags.into_iter();
            tags.map(|[key]| object([("Key", Json::from(key)), ("Value", text(dice))]))
                .collect()
        }
        "Labels" => members(dice, &["x", "y"], |dice, _| text(dice)),
        "Lock" => lock(dice),
        "Drawers" => {
            let drawers = ["l", "r"].map(|name| (name, lock(dice)));
            object(drawers)
        }
        "Tree" => members(dice, &["Root", "Leaf", "Below"], |dice, name| match name {
            "Below" => members(dice, &["Root", "Leaf"], |dice, _| text(dice)),
            _ => text(dice),
        }),
        "Policy" => object([("A", texts(dice)), ("B", text(dice))]),
        _ => text(dice),
    }
}

const PROPERTIES: [&str; 14] = [
    "Name", "Place", "Height", "Colour", "Order", "Set", "FixedSet", "Nested", "Shelves", "Tags",
    "Labels", "Lock", "Drawers", "Tree",
];

fn properties(dice: &mut Dice) -> Json {
    let chosen = dice.some(3, |dice| PROPERTIES[dice.below(PROPERTIES.len())]);
    let mut all = Map::new();
    for name in chosen {
        all.insert(name, property(dice, name));
    }
    if dice.below(3) == 0 {
        all.insert("Policy", property(dice, "Policy"));
    }
    Json::from(all)
}

/// The same properties but for one.
fn edited(properties: &Json, dice: &mut Dice) -> Json {
    let mut all: Map<Json> = properties.as_object().cloned().unwrap_or_default();
    let name = PROPERTIES[dice.below(PROPERTIES.len())];
    all.insert(name, property(dice, name));
    Json::from(all)
}

/// The same value with sets and members in another order.
fn turned(value: &Json, name: &str) -> Json {
    match value {
        Json::Object(object)
            if object
                .keys()
                .any(|key| key == "Ref" || key.starts_with("Fn::")) =>
        {
            value.clone()
        }
        Json::Object(object) => {
            let members = object.iter().rev();
            let members = members.map(|(key, value)| (key.to_owned(), turned(value, key)));
            Json::from(members.collect::<Map<Json>>())
        }
        Json::Array(items) => {
            let items = items.iter().map(|item| turned(item, ""));
            if matches!(name, "Set" | "FixedSet" | "Nested" | "Tags" | "Items") {
                items.rev().collect::<Json>()
            } else {
                items.collect::<Json>()
            }
        }
        scalar => scalar.clone(),
    }
}

fn summary(plan: &UpdatePlan) -> (Option<Outcome>, formwork::Interruption, Vec<String>) {
    let changes = plan.changes().iter();
    let changes = changes.map(|one| format!("{} {} {}", one.path(), one.outcome(), one.certain()));
    (plan.outcome(), plan.interruption(), changes.collect())
}

#[test]
fn plans_agree_with_each_other() {
    let types = Types::new().with_specification(LABORATORY).unwrap();
    let bench = types.get("Acme::Lab::Bench").unwrap();
    let mut dice = Dice(7);
    let (mut outcomes, mut structs) = ([0; 5], 0);
    for _ in 0..4_000 {
        let old = properties(&mut dice);
        let new = if dice.below(2) == 0 {
            properties(&mut dice)
        } else {
            edited(&old, &mut dice)
        };
        let shown = || format!("{old} -> {new}");
        let plan = bench.plan_update(&old, &new);
        outcomes[plan.outcome().map_or(0, |outcome| outcome as usize + 1)] += 1;
        // Nothing changes between a value and itself, however its sets and members are ordered.
        for value in [&old, &new] {
            assert_eq!(bench.plan_update(value, value).outcome(), None, "{value}");
            let turned = turned(value, "");
            let plan = bench.plan_update(value, &turned);
            assert_eq!(plan.outcome(), None, "{value} {turned}: {plan}");
        }
        // What is a change is one in the other direction as well.
        let back = bench.plan_update(&new, &old);
        assert_eq!(
            plan.outcome().is_some(),
            back.outcome().is_some(),
            "{}",
            shown()
        );
        // The order of a set makes no difference to what a change does.
        let other = bench.plan_update(&turned(&old, ""), &new);
        assert_eq!(plan.outcome(), other.outcome(), "{}", shown());
        // A struct is compared as its document is.
        let read = [&old, &new].map(|value| Bench::from_json(&value.to_string()));
        if let [Ok(before), Ok(after)] = read {
            structs += 1;
            let found = summary(&before.plan_update(&after));
            assert_eq!(found, summary(&plan), "{}", shown());
            assert_eq!(before == after, old == new, "{}", shown());
        }
    }
    assert!(outcomes.iter().all(|count| *count > 40), "{outcomes:?}");
    assert!(structs > 2_000, "{structs}");
}
