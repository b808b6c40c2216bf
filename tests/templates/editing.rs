//! Templates that are changed: what is not edited stays, byte for byte.

use formwork::{Json, Template};

formwork::resource! { "AWS::SQS::Queue" }

const YAML: &str = r"# Who: the team
AWSTemplateFormatVersion: 2010-09-09
Description: >-
  A queue,
  and more
Parameters:
    Stage: {Type: String, Default: dev}   # flow
Resources:
  # the first
  Jobs:
    Type: 'AWS::SQS::Queue'   # quoted
    Properties:
      QueueName: !Sub '${AWS::StackName}-jobs'
      DelaySeconds: 5 # soon
      Tags:
      - Key: a
        Value: b

      - {Key: c, Value: d}
      # after

  Topic:
    Type: AWS::SNS::Topic
    Properties: {DisplayName: !Ref Stage}
Outputs:
  Arn:
    Value: !GetAtt Jobs.Arn";

const JSON: &str = r#"{
    "Description" : "spaced",
    "Resources": {
        "Jobs": {
            "Type": "AWS::SQS::Queue",
            "Properties": { "QueueName": "jobs", "DelaySeconds": 5,   "Tags": [
                { "Key": "a", "Value": "b" },
                { "Key": "c", "Value": "d" }
            ] }
        },
        "Topic": {"Type":"AWS::SNS::Topic"}
    }
}
"#;

fn yaml() -> Template {
    Template::from_yaml(YAML).unwrap()
}

fn json() -> Template {
    Template::from_json(JSON).unwrap()
}

/// The lines that differ, old ones with `-`, new ones with `+`; neighbours that are equal stay out.
fn difference(old: &str, new: &str) -> String {
    let (old, new): (Vec<&str>, Vec<&str>) = (old.lines().collect(), new.lines().collect());
    let same = |(left, right): &(&&str, &&str)| left == right;
    let start = old.iter().zip(&new).take_while(same).count();
    let end = old[start..].iter().rev().zip(new[start..].iter().rev());
    let end = end.take_while(same).count();
    let mut out = String::new();
    for line in &old[start..old.len() - end] {
        out.extend(["-", line, "\n"]);
    }
    for line in &new[start..new.len() - end] {
        out.extend(["+", line, "\n"]);
    }
    out
}

#[track_caller]
fn edited(template: &Template, old: &str, expected: &str) {
    let text = template.to_text();
    assert_eq!(difference(old, &text), expected, "{text}");
    let again = Template::from_text(&text).unwrap();
    assert_eq!(&again, template, "{text}");
}

#[test]
fn no_edit_gives_the_same_bytes() {
    assert_eq!(yaml().to_text(), YAML);
    assert_eq!(json().to_text(), JSON);
    let mut template = yaml();
    let queue: Queue = template.resource("Jobs").unwrap().unwrap();
    template.replace("Jobs", &queue).unwrap();
    assert_eq!(template.to_text(), YAML);
    let windows = YAML.replace('\n', "\r\n");
    assert_eq!(Template::from_yaml(&windows).unwrap().to_text(), windows);
}

#[test]
fn no_edit_gives_the_same_bytes_of_empty_objects_and_of_copies() {
    for text in [
        "{\"Metadata\": {\n  }, \"Resources\": { \"A\": { \"Type\": \"Custom::A\", \"Properties\": {\n} } } }",
        "{ \"Conditions\" : { } , \"Resources\": {\"A\": { }} }\n",
        "Metadata: { }\nResources: {A: { }}\n",
        "Resources:\n  A: &a\n    Type: Custom::A # same\n  B: *a\n  C: {Type: Custom::A, Metadata: { } }\n",
    ] {
        let mut template: Template = text.parse().unwrap();
        assert_eq!(template.to_text(), text);
        // Nor does an edit beside them change them.
        template.metadata("Owner", "we");
        let edited = template.to_text();
        let rest = text.split("Resources").nth(1).unwrap().trim_end();
        let rest = rest.strip_suffix('}').unwrap_or(rest).trim_end();
        assert!(edited.contains(rest), "{edited}");
    }
}

#[test]
fn a_text_that_the_end_of_the_file_ends_stays_as_it_is() {
    for (start, value) in [
        (
            "Resources:\n  A: # c\n    Type: Custom::A\n    Properties:\n",
            "      B: |\n        {\n          x\n        }",
        ),
        (
            "Resources:\n  A: # c\n    Type: Custom::A\n    Properties:\n",
            "      B: !Sub >\n        a\n        b",
        ),
    ] {
        let text = format!("{start}{value}");
        let added = |edit: &dyn Fn(&mut Template)| {
            let mut template: Template = text.parse().unwrap();
            edit(&mut template);
            let new = template.to_text();
            assert_eq!(Template::from_text(&new).unwrap(), template, "{new}");
            difference(&text, &new)
        };
        let edits = added(&|template| {
            template.metadata("Owner", "we");
        });
        assert_eq!(edits, "+Metadata:\n+  Owner: we\n");
        let edits = added(&|template| {
            template.entry("A").override_property("/C", 1);
        });
        assert_eq!(edits, "+      C: 1\n");
        let edits = added(&|template| {
            template.entry("A").attribute("Description", "d");
        });
        assert_eq!(edits, "+    Description: d\n");
    }
}

#[test]
fn one_property_changes_one_line_of_yaml() {
    let mut template = yaml();
    template.entry("Jobs").override_property("/DelaySeconds", 9);
    edited(
        &template,
        YAML,
        "-      DelaySeconds: 5 # soon\n+      DelaySeconds: 9 # soon\n",
    );
    let mut template = yaml();
    template
        .entry("Jobs")
        .override_property("/QueueName/Fn::Sub", "${AWS::Region}: it's");
    edited(
        &template,
        YAML,
        "-      QueueName: !Sub '${AWS::StackName}-jobs'\n+      QueueName: !Sub '${AWS::Region}: it''s'\n",
    );
    let mut template = yaml();
    template.entry("Jobs").override_property("/QueueName", "on");
    edited(
        &template,
        YAML,
        "-      QueueName: !Sub '${AWS::StackName}-jobs'\n+      QueueName: 'on'\n",
    );
}

#[test]
fn members_and_elements_come_and_go_on_their_own_lines() {
    let mut template = yaml();
    template
        .entry("Jobs")
        .override_property("/FifoQueue", true)
        .deletion_policy(formwork::DeletionPolicy::Retain);
    let text = template.to_text();
    assert!(text.contains("      # after\n"), "{text}");
    assert_eq!(Template::from_yaml(&text).unwrap(), template);
    for line in YAML.lines() {
        assert!(text.lines().any(|other| other == line), "{line}\n{text}");
    }
    let mut template = yaml();
    template
        .entry("Jobs")
        .override_property("/Tags/-", Json::from_yaml("{Key: e, Value: f}").unwrap());
    edited(&template, YAML, "+      - Key: e\n+        Value: f\n");
    let mut template = yaml();
    template
        .entry("Jobs")
        .override_property("/Tags", Json::from_yaml("[{Key: c, Value: d}]").unwrap());
    edited(&template, YAML, "-      - Key: a\n-        Value: b\n");
}

#[test]
fn flow_style_stays_flow_style() {
    let mut template = yaml();
    template
        .entry("Topic")
        .override_property("/DisplayName", "x: y");
    edited(
        &template,
        YAML,
        "-    Properties: {DisplayName: !Ref Stage}\n+    Properties: {DisplayName: \"x: y\"}\n",
    );
    let mut template = yaml();
    template
        .entry("Topic")
        .override_property("/FifoTopic", true);
    edited(
        &template,
        YAML,
        "-    Properties: {DisplayName: !Ref Stage}\n+    Properties: {DisplayName: !Ref Stage, \"FifoTopic\": true}\n",
    );
}

#[test]
fn resources_are_removed_and_added() {
    let mut template = yaml();
    template.remove("Topic");
    edited(
        &template,
        YAML,
        "-  Topic:\n-    Type: AWS::SNS::Topic\n-    Properties: {DisplayName: !Ref Stage}\n",
    );
    let mut template = yaml();
    template
        .add("Others", Queue::builder().queue_name("others"))
        .unwrap();
    edited(
        &template,
        YAML,
        "+  Others:\n+    Type: AWS::SQS::Queue\n+    Properties:\n+      QueueName: others\n",
    );
    let mut template = yaml();
    template.output("Name", "x").unwrap();
    assert!(
        template
            .to_text()
            .ends_with("Jobs.Arn\n  Name:\n    Value: x"),
        "{}",
        template.to_text()
    );
}

#[test]
fn json_keeps_its_blanks() {
    let mut template = json();
    template.entry("Jobs").override_property("/DelaySeconds", 9);
    let line = r#"            "Properties": { "QueueName": "jobs", "DelaySeconds": 5,   "Tags": ["#;
    let new = line.replace('5', "9");
    edited(&template, JSON, &format!("-{line}\n+{new}\n"));
    let mut template = json();
    template
        .entry("Jobs")
        .override_property("/Tags/-", Json::from_yaml("{Key: e}").unwrap());
    edited(
        &template,
        JSON,
        "-                { \"Key\": \"c\", \"Value\": \"d\" }\n+                { \"Key\": \"c\", \"Value\": \"d\" },\n\
         +                {\n+                    \"Key\": \"e\"\n+                }\n",
    );
    let mut template = json();
    template.remove("Topic");
    edited(
        &template,
        JSON,
        "-        },\n-        \"Topic\": {\"Type\":\"AWS::SNS::Topic\"}\n+        }\n",
    );
    let mut template = json();
    template.remove("Jobs");
    template.add("Others", Queue::builder()).unwrap();
    let text = template.to_text();
    assert_eq!(Template::from_json(&text).unwrap(), template);
    assert!(
        text.contains("\"Topic\": {\"Type\":\"AWS::SNS::Topic\"},\n        \"Others\": {"),
        "{text}"
    );
}

#[test]
fn what_cannot_be_patched_is_written_anew_around_the_place() {
    // An alias stands for a value that stands elsewhere.
    let text = "Resources:\n  A: &q\n    Type: AWS::SQS::Queue\n    Properties: {DelaySeconds: 1}\n  B: *q # same\n";
    let mut template = Template::from_yaml(text).unwrap();
    template.entry("B").override_property("/DelaySeconds", 2);
    let edited = template.to_text();
    assert_eq!(Template::from_yaml(&edited).unwrap(), template, "{edited}");
    assert!(
        edited.starts_with("Resources:\n  A: &q\n    Type: AWS::SQS::Queue\n"),
        "{edited}"
    );
    // The anchor goes, the alias stays: nothing of that text can stay.
    let mut template = Template::from_yaml(text).unwrap();
    template.remove("A");
    let edited = template.to_text();
    assert_eq!(Template::from_yaml(&edited).unwrap(), template, "{edited}");
}

#[test]
fn a_template_that_was_built_is_written_as_json() {
    let mut template = Template::new();
    template.add("Jobs", Queue::builder()).unwrap();
    assert_eq!(template.to_text(), template.to_json());
}

/// Numbers that look random and are the same in every run.
struct Random(u64);

impl Random {
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % bound.max(1)
    }

    fn value(&mut self) -> Json {
        let values = [
            "5",
            "true",
            "null",
            r#""plain""#,
            r#""on""#,
            r#""a: b # c""#,
            r#""two\nlines\n""#,
            r#""""#,
            "[]",
            "{}",
            r#"["x",{"Ref":"Jobs"}]"#,
            r#"{"A":{"B":[1,"é"]}}"#,
            r#"{"Fn::GetAtt":["Jobs","Arn"]}"#,
            r#"{"Fn::Sub":["${a}",{"a":"-"}]}"#,
            "1.50",
            r#"" blanks ""#,
            r#""'\"\\""#,
        ];
        values[self.below(values.len())].parse().unwrap()
    }
}

/// A pointer to something in a value, or to something new.
fn pointer(json: &Json, random: &mut Random) -> String {
    let mut pointer = String::new();
    let mut place = json;
    loop {
        let next = match place {
            Json::Object(members) if !members.is_empty() && random.below(5) > 0 => {
                let (name, value) = members.iter().nth(random.below(members.len())).unwrap();
                pointer.extend(["/", &name.replace('~', "~0").replace('/', "~1")]);
                value
            }
            Json::Array(items) if !items.is_empty() && random.below(5) > 0 => {
                let index = random.below(items.len());
                pointer.extend(["/", &index.to_string()]);
                &items[index]
            }
            Json::Object(_) => return pointer + "/New",
            Json::Array(_) => return pointer + "/-",
            _ => return pointer,
        };
        place = next;
        if random.below(4) == 0 {
            return pointer;
        }
    }
}

/// Random edits of a resource change no line outside of it, and the text says what the template says.
#[test]
fn random_edits_stay_in_their_place() {
    let flow = "Resources: {Jobs: {Type: AWS::SQS::Queue, Properties: {A: [1, 2, {b: c}], D: 'x'}}, Topic: {Type: T}}\n";
    let deep = "Resources:\n    Jobs:\n        Properties:\n            List:\n            -   - a\n                - b\n            -   k: |\n                    text\n                    more\n\n                l: >\n                    folded\n        Type: AWS::SQS::Queue # t\n    # c\n    Topic: {Type: T}\n";
    let mut random = Random(7);
    for text in [YAML, JSON, flow, deep] {
        let template = Template::from_text(text).unwrap();
        let jobs = template
            .resources()
            .find(|one| one.logical_id() == "Jobs")
            .unwrap();
        let properties = jobs.properties();
        let start = text.find("Jobs").unwrap();
        let end = text.find("Topic").unwrap();
        for _ in 0..400 {
            let mut edited = template.clone();
            for _ in 0..=random.below(3) {
                let pointer = pointer(&properties, &mut random);
                let value = random.value();
                edited = {
                    let mut next = edited;
                    next.entry("Jobs").override_property(&pointer, value);
                    next
                };
            }
            let new = edited.to_text();
            let again = Template::from_text(&new).unwrap_or_else(|error| panic!("{error}\n{new}"));
            assert_eq!(again, edited, "{new}");
            assert!(new.starts_with(&text[..start]), "{new}");
            assert!(new.ends_with(&text[end..]), "{new}");
        }
    }
}
