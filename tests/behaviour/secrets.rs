//! What is write-only is shown nowhere, whatever else its definition is used for.

use formwork::Resource;

formwork::resource!(spec = "corpus/specs/secrets.json");

const TEXT: &str = r#"{
    "Name": "n",
    "Login": {"User": "u", "Password": "hidden-1"},
    "Guest": {"User": "g", "Password": "hidden-2"},
    "Others": [{"User": "o", "Password": "hidden-3"}],
    "Free": {"Token": "hidden-4"}
}"#;

#[test]
fn structs_show_that_a_secret_is_there() {
    let resource = Secrets::from_json(TEXT).unwrap();
    let shown = format!("{resource:?}");
    assert_eq!(
        shown,
        r#"Secrets { Name: "n", Login: Account { User: "u", Password: <redacted> }, Guest: Account { User: "g", Password: <redacted> }, Others: [Account { User: "o", Password: <redacted> }], Free: <redacted> }"#
    );
    // A part of it by itself as well.
    let login = format!("{:?} {:?}", resource.login, resource.others);
    assert!(login.contains("<redacted>") && !login.contains("hidden"));
    // What is written is all there.
    for secret in 1..=4 {
        assert!(resource.to_json().contains(&format!("hidden-{secret}")));
    }
}

#[test]
fn branches_of_functions_show_no_secret_either() {
    let text = r#"{
        "Login": {"Fn::If": ["C", {"User": "u", "Password": "hidden-1"}, {"Ref": "AWS::NoValue"}]},
        "Guest": {"Fn::If": ["C", {"User": "g"}, {"Ref": "AWS::NoValue"}]},
        "Others": [{"Fn::If": ["C", {"Password": "hidden-3"}, {"Ref": "AWS::NoValue"}]}, {"User": "o"}]
    }"#;
    let resource = Secrets::from_json(text).unwrap();
    let shown = format!("{resource:?}");
    assert!(
        shown.contains("Login: <redacted>") && shown.contains("[<redacted>, Account {"),
        "{shown}"
    );
    assert!(shown.contains(r#"{"User":"g"}"#), "{shown}");
    let plan = Secrets::from_json("{}").unwrap().plan_update(&resource);
    let shown = plan.to_string();
    assert!(
        !shown.contains("hidden") && shown.contains("\"g\""),
        "{shown}"
    );
}

#[test]
fn plans_show_no_secret_either_alone_or_inside() {
    let whole = Secrets::from_json(TEXT).unwrap();
    let mut changed = whole.clone();
    let other = TEXT.replace("hidden", "hidden-too");
    let rotated = Secrets::from_json(&other).unwrap();
    changed.guest = None;
    changed.others = None;
    let empty = Secrets::from_json("{}").unwrap();
    for (before, after) in [
        (&whole, &rotated),
        (&whole, &changed),
        (&changed, &whole),
        (&empty, &whole),
        (&whole, &empty),
    ] {
        let plan = before.plan_update(after);
        assert!(!plan.is_empty());
        let shown = format!("{plan}\n{plan:?}");
        assert!(!shown.contains("hidden"), "{shown}");
    }
    // What is beside secrets is shown.
    let mut renamed = whole.clone();
    renamed.name = Some("other".into());
    let shown = whole.plan_update(&renamed).to_string();
    assert!(shown.contains("\"other\""), "{shown}");
}

/// What is no record has no fields of which one could be hidden.
#[test]
fn what_holds_a_secret_without_being_a_struct_is_not_shown() {
    let text = r#"{
        "Mixed": {"Open": "o", "Key": "hidden-1"},
        "Either": {"User": "u", "Password": "hidden-2"}
    }"#;
    let resource = Secrets::from_json(text).unwrap();
    let plan = Secrets::from_json("{}").unwrap().plan_update(&resource);
    let shown = format!("{resource:?} {plan} {plan:?}");
    assert!(!shown.contains("hidden"), "{shown}");
    assert!(resource.to_json().contains("hidden-1") && resource.to_json().contains("hidden-2"));
    // Where there is no secret, everything is shown.
    let text = r#"{"Either": {"User": "seen"}}"#;
    let shown = format!("{:?}", Secrets::from_json(text).unwrap());
    assert!(shown.contains("seen"), "{shown}");
}

#[test]
fn facts_say_of_which_uses_a_role_is_said() {
    let spec = Secrets::spec();
    assert_eq!(spec.scoped_roles.write_only, ["/Login/Password"]);
    assert_eq!(spec.scoped_roles.deprecated, ["/Old/User"]);
    assert!(spec.scoped_roles.read_only.is_empty() && spec.scoped_roles.non_public.is_empty());
}

/// Values that break a rule each, with what must not be read of them.
const BROKEN: [(&str, &str); 7] = [
    (r#"{"Login": {"Password": "HUNTER2"}}"#, "HUNTER2"),
    (r#"{"Login": {"Password": "hunter2-hunter2"}}"#, "hunter2"),
    (r#"{"Login": {"Password": "${Hunter}"}}"#, "Hunter"),
    (r#"{"Login": {"Password": ["hunter2"]}}"#, "hunter2"),
    (
        r#"{"Others": {"User": "u", "Password": "hunter2"}}"#,
        "hunter2",
    ),
    (
        r#"{"Guest": {"Fn::If": ["C", {"Password": "HUNTER2"}, {"Password": 31415926535}]}}"#,
        "HUNTER2",
    ),
    (
        r#"{"Guest": {"Password": {"Fn::Join": ["-", ["hunter2", ["x"]]]}}, "Name": ["n"]}"#,
        "hunter2",
    ),
];

#[test]
fn problems_name_the_place_of_a_secret_and_not_its_value() {
    for (text, secret) in BROKEN {
        let report = Secrets::from_json(text).unwrap_err();
        let shown = format!("{report}\n{report:?}");
        assert!(!shown.contains(secret), "{shown}");
        for one in &report {
            let words = format!("{one} {} {:?}", one.message(), one.help());
            assert!(!words.contains(secret), "{words}");
        }
        let checked = Secrets::check_json(text).to_string();
        assert!(!checked.contains(secret), "{checked}");
    }
    let report = Secrets::from_json(BROKEN[0].0).unwrap_err().to_string();
    let expected =
        "error[E3031]: a value that is not shown does not match the pattern `^[a-z0-9-]+$`
 --> 1:24 (/Login/Password)
  |
1 | {\"Login\": {\"Password\": \"*******\"}}
  |                        ^

1 problem";
    assert_eq!(report, expected);
}

/// The line of another problem may hold a secret as well.
#[test]
fn lines_of_a_text_show_no_secret_beside_what_is_wrong() {
    let text = r#"{"Login": {"User": ["u"], "Password": "hünter€2"}, "Free": {"Token": "hunter2"}, "Nmae": 1}"#;
    let shown = Secrets::check_json(text).to_string();
    assert!(shown.contains(r#""Password": "*×****•*"}"#), "{shown}");
    assert!(!shown.contains("unter"), "{shown}");
    assert!(shown.contains(r#"{"User": ["u"]"#), "{shown}");
}

#[test]
fn values_in_memory_and_read_by_serde_are_not_shown_either() {
    let account = secrets::Account::builder().password("HUNTER2");
    let made = Secrets::builder().login(account).build();
    let shown = made.validate().unwrap_err().to_string();
    assert!(
        shown.contains("a value that is not shown") && !shown.contains("HUNTER2"),
        "{shown}"
    );
    let text = r#"{"Login": {"Password": {"hunter2": 1}}}"#;
    let shown = serde_json::from_str::<Secrets>(text)
        .unwrap_err()
        .to_string();
    assert!(!shown.contains("hunter2"), "{shown}");
    let shown = Secrets::check_yaml("Login:\n  Password: 0123\nName: 0124\n").to_string();
    assert!(!shown.contains("123") && shown.contains("0124"), "{shown}");
}

#[test]
fn reports_on_templates_show_no_secret() {
    use formwork::{Template, Types};

    let types = Types::new().with::<Secrets>();
    for (text, secret) in BROKEN {
        let template = format!(
            r#"{{"Conditions": {{"C": {{"Fn::Equals": ["a", "a"]}}}}, "Resources": {{"S": {{"Type": "Acme::Odd::Secrets", "Properties": {text}}}, "T": {{}}}}}}"#
        );
        let template: Template = template.parse().unwrap();
        let shown = template.check(&types).unwrap_err().to_string();
        assert!(!shown.contains(secret), "{shown}");
        let shown = template.violations(&types).to_string();
        assert!(!shown.contains(secret), "{shown}");
        let shown = template.resource::<Secrets>("S").unwrap_err().to_string();
        assert!(!shown.contains(secret), "{shown}");
    }
    let text = "Resources:\n  S:\n    Type: Acme::Odd::Secrets\n    Properties: {Login: {Password: hunter2}, Nmae: x}\n";
    let shown = Template::from_yaml(text)
        .unwrap()
        .check(&types)
        .unwrap_err()
        .to_string();
    assert!(
        shown.contains("{Login: {Password: *******}, Nmae: x}"),
        "{shown}"
    );
}
