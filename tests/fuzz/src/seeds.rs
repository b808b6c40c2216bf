//! Inputs to begin with, small and of every kind.

pub(crate) const JSON: &[&str] = &[
    r#"{"ApiId":{"Ref":"A"},"IntegrationId":"i","IntegrationResponseKey":"/400/"}"#,
    r#"{"ApiId":"a","IntegrationId":{"Fn::If":["C","x",{"Ref":"AWS::NoValue"}]},"IntegrationResponseKey":"$default",
        "ContentHandlingStrategy":"CONVERT_TO_TEXT","ResponseTemplates":{"a/b":"{{resolve:ssm:x}}"}}"#,
    r#"{"ApiId":5,"IntegrationId":true,"IntegrationResponseKey":{"Fn::Sub":["${a}",{"a":1}]},
        "ResponseParameters":{"method.response.header.x":"'y'"}}"#,
    r#"{"a":[1,-0,1.50,1e30,"\ud83d\ude00",null,{"Fn::Join":["",["a",{"Fn::GetAtt":["A","B"]}]]}]}"#,
];

pub(crate) const YAML: &[&str] = &[
    "ApiId: !Ref A\nIntegrationId: i\nIntegrationResponseKey: /400/\n",
    "ApiId: &a \"x\"\nIntegrationId: *a\nIntegrationResponseKey: !Sub '${A}-b'\nResponseTemplates:\n  a: |\n    x\n    y\n",
    "# why\nApiId: !GetAtt A.B\nIntegrationId: {Fn::If: [C, on, 0x1F]}\nIntegrationResponseKey: >-\n  a\n  b\n",
    "a:\n- 012\n- 1_000\n- 1:30\n- ~\n- yes\n- [b, {c: d}]\n",
];

pub(crate) const TEMPLATES: &[&str] = &[
    "Resources:\n  Q:\n    Type: AWS::SQS::Queue\n    Properties:\n      QueueName: !Sub '${AWS::StackName}-q' # name\n",
    "Parameters:\n  S: {Type: String, Default: a}\nConditions:\n  C: !Equals [!Ref S, a]\nResources:\n  T:\n    Type: AWS::SNS::Topic\n    Condition: C\n    DependsOn: [Q]\n  Q:\n    Type: AWS::SQS::Queue\nOutputs:\n  O: {Value: !GetAtt Q.Arn}\n",
    r#"{"Transform":["AWS::LanguageExtensions"],"Mappings":{"M":{"a":{"b":1}}},"Resources":{"Fn::ForEach::L":["X",["A","B"],{"Q${X}":{"Type":"AWS::SQS::Queue"}}]}}"#,
];

pub(crate) const SPECIFICATIONS: &[&str] = &[
    r##"{"typeName":"A::B::C","description":"d","additionalProperties":false,
        "properties":{"X":{"type":"string","pattern":"^a+$","maxLength":5},"Y":{"$ref":"#/definitions/Y"},"Z":{"type":"string"}},
        "definitions":{"Y":{"type":"object","additionalProperties":false,"properties":{"L":{"type":"array","items":{"type":"integer"},"insertionOrder":false}}}},
        "required":["X"],"createOnlyProperties":["/properties/X"],"readOnlyProperties":["/properties/Z"],"primaryIdentifier":["/properties/Z"]}"##,
    r#"{"ResourceSpecificationVersion":"1.0","ResourceTypes":{"A::B::C":{"Properties":{"X":{"PrimitiveType":"String","Required":true,"UpdateType":"Immutable"},"L":{"Type":"List","ItemType":"T"}}}},
        "PropertyTypes":{"A::B::C.T":{"Properties":{"M":{"Type":"Map","PrimitiveItemType":"Json"}}}}}"#,
    r##"{"typeName":"A::B::D","description":"d","properties":{"U":{"oneOf":[{"type":"object","properties":{"a":{"type":"string"}}},{"$ref":"#/definitions/E"}]}},
        "definitions":{"E":{"enum":["x","y"],"type":"string"}},"anyOf":[{"required":["U"]}]}"##,
];

pub(crate) const CALLS: &[&str] = &[
    r#""AWS::SQS::Queue""#,
    r#"pub(crate) "AWS::SQS::Queue" as Jobs, "AWS::SNS::Topic""#,
    r#"types = ["AWS::SQS::Queue*" ], derives = [Eq], crate = ::own"#,
    r#"spec = "none.json", patch = "none.json""#,
];

pub(crate) const PATTERNS: &[&str] = &[
    "^[a-zA-Z0-9_.-]{1,64}$",
    r"^arn:aws[a-z-]*:iam::\d{12}:role/[\w+=,.@/-]+$",
    r"^(?!aws:)(?<name>[^\x00-\x1F]+)(\k<name>)?$",
    r"(a|b|ab)*c{2,5}?\b[^\]\p{L}]",
];

pub(crate) const PATCHES: &[&str] = &[
    r#"[{"op":"add","path":"/properties/X/minLength","value":1},{"op":"remove","path":"/required"}]"#,
    r#"[{"op":"test","path":"/typeName","value":"A::B::C"},{"op":"copy","from":"/definitions/Y","path":"/definitions/W"}]"#,
    r#"[{"op":"move","from":"/properties/Z","path":"/properties/N"},{"op":"replace","path":"/properties/Y","value":{"type":"number"}}]"#,
];
