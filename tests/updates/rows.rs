//! One row of the table.

use formwork::{Interruption, Json, Map, Outcome, Types, UpdatePlan};

/// A change, and what it does.
pub(crate) struct Row {
    text: String,
    type_name: String,
    old: Json,
    new: Json,
    /// The attributes before and after, where they are in sight.
    attributes: Option<[Json; 2]>,
    expected: Option<Expected>,
    certain: Option<bool>,
}

struct Expected {
    outcome: Outcome,
    /// None if the resource does not stay.
    interruption: Option<Interruption>,
}

pub(crate) enum Verdict {
    Right,
    /// The plan is worse than what happens.
    FalseAlarm(String),
    /// The plan is milder than what happens.
    FalseSafe(String),
}

impl Row {
    pub(crate) fn read(line: &str) -> Self {
        let row: Json = line.parse().expect(line);
        let known = [
            "type",
            "old",
            "new",
            "outcome",
            "interruption",
            "unchanged",
            "certain",
            "attributesBefore",
            "attributesAfter",
            "why",
        ];
        for key in row.as_object().expect(line).keys() {
            assert!(known.contains(&key), "`{key}` is not known: {line}");
        }
        let text = |key: &str| row.get(key).and_then(Json::as_str);
        assert!(!text("why").expect(line).is_empty());
        let attributes = |key: &str| row.get(key).cloned();
        let attributes = attributes("attributesBefore").zip(attributes("attributesAfter"));
        let interruption = text("interruption").map(|word| match word {
            "none" => Interruption::None,
            "possible" => Interruption::Possible,
            "certain" => Interruption::Certain,
            _ => panic!("{line}"),
        });
        let expected = text("outcome").map(|word| Expected {
            outcome: match word {
                "in place" => Outcome::InPlace,
                "may replace" => Outcome::MayReplace,
                "replace" => Outcome::Replace,
                "refused" => Outcome::Refused,
                _ => panic!("{line}"),
            },
            interruption,
        });
        let unchanged = row.get("unchanged").and_then(Json::as_bool);
        assert_eq!(expected.is_none(), unchanged == Some(true), "{line}");
        Self {
            text: line.to_owned(),
            type_name: text("type").expect(line).to_owned(),
            old: row.get("old").expect(line).clone(),
            new: row.get("new").expect(line).clone(),
            attributes: attributes.map(|(before, after)| [before, after]),
            expected,
            certain: row.get("certain").and_then(Json::as_bool),
        }
    }

    pub(crate) fn ask(&self, types: &Types) -> Verdict {
        let plan = self.plan(types);
        let severity = |outcome: Option<Outcome>| outcome.map_or(0, |outcome| outcome as u8 + 1);
        let expected = self.expected.as_ref();
        let outcome = severity(expected.map(|expected| expected.outcome));
        let interruption = expected.and_then(|expected| expected.interruption);
        let found = (severity(plan.outcome()), plan.interruption());
        let wanted = (outcome, interruption.unwrap_or(found.1));
        let certain = plan.changes().iter().all(formwork::Change::certain);
        let report = format!("{}\n{plan}", self.text);
        if found == wanted && self.certain.is_none_or(|wanted| wanted == certain) {
            Verdict::Right
        } else if found.0 < wanted.0 || found.1 < wanted.1 {
            Verdict::FalseSafe(report)
        } else {
            Verdict::FalseAlarm(report)
        }
    }

    fn plan(&self, types: &Types) -> UpdatePlan {
        let found = types.get(&self.type_name).expect(&self.type_name);
        self.check_names(found);
        let Some([before, after]) = &self.attributes else {
            return found.plan_update(&self.old, &self.new);
        };
        let resource = |attributes: &Json, properties: &Json| {
            let mut resource: Map<Json> = attributes.as_object().cloned().expect(&self.text);
            resource.insert("Properties", properties.clone());
            Json::from(resource)
        };
        found.plan_resource_update(&resource(before, &self.old), &resource(after, &self.new))
    }

    /// A row about a property that its type does not have says nothing.
    fn check_names(&self, found: formwork::types::ResourceType) {
        for side in [&self.old, &self.new] {
            for name in side.as_object().into_iter().flat_map(Map::keys) {
                let spec = found.spec();
                let is_settable = spec.properties.iter().any(|known| known.name == name);
                let is_read_only = spec.attributes.iter().any(|known| known.name == name);
                let is_call = name.starts_with("Fn::");
                assert!(is_settable || is_read_only || is_call, "{}", self.text);
            }
        }
    }
}
