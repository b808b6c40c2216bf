//! Templates that nobody wrote: whatever stands in them, nothing is lost, nothing panics, nothing is endless.

use formwork::{Json, Map, Template, Types};

/// A small generator of numbers (xorshift), so that every run is the same.
struct Random(u64);

impl Random {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % end as u64).unwrap()
    }

    fn of<'c, T: ?Sized>(&mut self, choices: &[&'c T]) -> &'c T {
        choices[self.below(choices.len())]
    }

    fn name(&mut self) -> &'static str {
        self.of(&[
            "A",
            "B",
            "C",
            "Api",
            "Table",
            "AWS::Region",
            "AWS::NoValue",
            "Nothing",
            "P",
            "Q",
            "é\n",
            "",
        ])
    }

    fn text(&mut self) -> String {
        let hard = [
            "plain",
            "",
            "yes",
            "NO",
            "on",
            "~",
            "null",
            "012",
            "1:30",
            "1e3",
            "2012-10-17",
            "0x1F",
            "- a",
            "a: b",
            "# c",
            "a #b",
            "'",
            "\"",
            "\\",
            "\t",
            "two\nlines\n",
            " blanks ",
            "${A}",
            "${!A} ${B.C}",
            "{{resolve:ssm:a}}",
            "!Ref A",
            "*a",
            "&a",
            "%",
            "@",
            "`",
            "é😀",
            "\u{1b}[31m",
            "\u{202e}",
            "|",
            ">",
            "?",
            "a,b",
            "[a]",
            "{a}",
        ];
        self.of(&hard).to_owned()
    }

    fn value(&mut self, levels: usize) -> Json {
        let kinds = if levels == 0 { 5 } else { 12 };
        let inner = levels.saturating_sub(1);
        match self.below(kinds) {
            0 | 1 => Json::from(self.text()),
            2 => Json::from(i64::try_from(self.below(100)).unwrap() - 50),
            3 => Json::from(self.below(2) == 0),
            4 => self
                .of(&["1.50", "1e3", "-0", "12345678901234567890"])
                .parse()
                .unwrap(),
            5 | 6 => (0..self.below(4)).map(|_| self.value(inner)).collect(),
            7 | 8 => self.object(inner),
            _ => self.call(inner),
        }
    }

    fn object(&mut self, levels: usize) -> Json {
        let count = self.below(4);
        let members: Map<Json> = (0..count)
            .map(|_| (self.text(), self.value(levels)))
            .collect();
        Json::Object(members)
    }

    fn call(&mut self, levels: usize) -> Json {
        let functions = [
            "Ref",
            "Fn::GetAtt",
            "Fn::Sub",
            "Fn::Join",
            "Fn::If",
            "Fn::Select",
            "Fn::Split",
            "Fn::FindInMap",
            "Fn::Base64",
            "Fn::Cidr",
            "Fn::GetAZs",
            "Fn::ImportValue",
            "Fn::Transform",
            "Fn::Length",
            "Fn::ToJsonString",
            "Fn::Tomorrow",
            "Fn::And",
            "Fn::Equals",
            "Condition",
            "Fn::ForEach::Loop",
        ];
        let function = self.of(&functions);
        let argument = match (function, self.below(4)) {
            ("Ref" | "Condition", 1..) => Json::from(self.name()),
            ("Fn::GetAtt", 1) => Json::from(format!("{}.{}", self.name(), self.name())),
            ("Fn::GetAtt", 2..) => vec![self.name(), self.name()].into(),
            ("Fn::If", 1..) => {
                let (then, otherwise) = (self.value(levels), self.value(levels));
                vec![Json::from(self.name()), then, otherwise].into()
            }
            ("Fn::Equals" | "Fn::And", 1..) => vec![self.value(levels), self.value(levels)].into(),
            _ => self.value(levels),
        };
        Json::Object(Map::from([(function, argument)]))
    }

    fn template(&mut self) -> Json {
        let sections = [
            "AWSTemplateFormatVersion",
            "Description",
            "Metadata",
            "Parameters",
            "Rules",
            "Mappings",
            "Conditions",
            "Transform",
            "Resources",
            "Outputs",
            "Hooks",
            "Globals",
            "Unknown",
        ];
        let mut template = Map::new();
        for section in sections {
            match self.below(6) {
                0 if section != "Resources" => {}
                1 => drop(template.insert(section, self.value(3))),
                _ => drop(template.insert(section, self.entries(section))),
            }
        }
        Json::Object(template)
    }

    fn entries(&mut self, section: &str) -> Json {
        let mut entries = Map::new();
        for _ in 0..self.below(6) {
            let value = match section {
                "Resources" => self.resource(),
                "Conditions" => self.call(3),
                _ => self.value(3),
            };
            entries.insert(self.name(), value);
        }
        Json::Object(entries)
    }

    fn resource(&mut self) -> Json {
        let types = [
            "AWS::SNS::Topic",
            "AWS::S3::Bucket",
            "Custom::A",
            "AWS::DynamoDB::Table",
            "Nonsense",
            "A::B::C::MODULE",
        ];
        let mut resource = Map::from([("Type", Json::from(self.of(&types)))]);
        for attribute in [
            "Properties",
            "DependsOn",
            "Condition",
            "DeletionPolicy",
            "UpdatePolicy",
            "Metadata",
        ] {
            if self.below(2) == 0 {
                let value = if self.below(2) == 0 {
                    Json::from(self.name())
                } else {
                    self.value(4)
                };
                resource.insert(attribute, value);
            }
        }
        Json::Object(resource)
    }
}

#[test]
fn whatever_stands_in_a_template_is_written_and_read_as_it_was() {
    let mut random = Random(0x9E37_79B9_7F4A_7C15);
    for _ in 0..600 {
        let json = random.template();
        let template = Template::from_json(&json.to_string()).unwrap();
        assert_eq!(template.to_json_value(), json);
        let text = template.to_json();
        assert_eq!(Template::from_json(&text).unwrap().to_json(), text);
        let yaml = template.to_yaml();
        match Template::from_yaml(&yaml) {
            Ok(again) => assert_eq!(again.to_json(), text, "{yaml}"),
            Err(found) => panic!("{found}\n{yaml}"),
        }
    }
}

#[test]
fn whatever_stands_in_a_template_is_checked_and_planned() {
    let types = Types::catalog();
    let mut random = Random(0x2545_F491_4F6C_DD1D);
    let mut before = Template::new();
    for _ in 0..400 {
        let json = random.template();
        let template = Template::from_json(&json.to_string()).unwrap();
        let found = template.violations(&types);
        assert_eq!(found, template.violations(&types));
        // The same as YAML, where the places differ and nothing else.
        let yaml = Template::from_yaml(&template.to_yaml()).unwrap();
        let rules = |found: &formwork::Violations| {
            let lines = found
                .iter()
                .map(|one| format!("{} {} {}", one.rule(), one.path(), one.message()));
            let mut lines: Vec<String> = lines.filter(|line| !line.starts_with("Syntax")).collect();
            lines.sort();
            lines
        };
        assert_eq!(rules(&found), rules(&yaml.violations(&types)), "{json}");
        let report = found.to_string();
        assert!(!report.contains(['\u{1b}', '\u{202e}']), "{report:?}");

        let same = template.plan_update(&template, &types);
        assert!(same.is_empty(), "{same}\n{json}");
        let plan = before.plan_update(&template, &types);
        let text = format!(
            "{plan}{}{}{}",
            plan.to_markdown(),
            plan.to_mermaid(),
            plan.to_json()
        );
        assert!(
            !text.contains(['\u{F8F0}', '\u{F8F2}', '\u{F8F3}']),
            "{text}"
        );
        before = template;
    }
}
