//! Named formats, and what other resources call their properties, in words.

use super::Style;
use crate::model::{Relationship, Schema};

/// The formats of the published files, and those of JSON Schema that a specification of one's own may name, sorted by
/// name. An example stands in backquotes. No words: the name says what the type says already.
///
/// Source: JSON Schema 2020-12, Validation, section 7.3; for names with `::` the resource types that they name.
static WORDS: [(&str, &str); 49] = [
    ("AWS::ACM::Certificate.Arn", "the ARN of an ACM certificate"),
    ("AWS::EC2::Image.Id", "the id of an EC2 image (AMI)"),
    (
        "AWS::EC2::SecurityGroup.Id",
        "the id of an EC2 security group",
    ),
    (
        "AWS::EC2::SecurityGroup.Ids",
        "the ids of EC2 security groups",
    ),
    (
        "AWS::EC2::SecurityGroup.Name",
        "the name of an EC2 security group",
    ),
    (
        "AWS::EC2::SecurityGroup.Names",
        "the names of EC2 security groups",
    ),
    ("AWS::EC2::Subnet.Id", "the id of an EC2 subnet"),
    ("AWS::EC2::Subnet.Ids", "the ids of EC2 subnets"),
    ("AWS::EC2::VPC.Id", "the id of an EC2 VPC"),
    ("AWS::IAM::Role.Arn", "the ARN of an IAM role"),
    ("AWS::KMS::Alias.AliasName", "the alias of a KMS key"),
    ("AWS::KMS::Key.Arn", "the ARN of a KMS key"),
    ("AWS::KMS::Key.Id", "the id of a KMS key"),
    (
        "AWS::Kinesis::Stream.Arn",
        "the ARN of a Kinesis data stream",
    ),
    ("AWS::Lambda::Function.Arn", "the ARN of a Lambda function"),
    (
        "AWS::Logs::LogGroup.Arn",
        "the ARN of a CloudWatch log group",
    ),
    (
        "AWS::Logs::LogGroup.Name",
        "the name of a CloudWatch log group",
    ),
    (
        "AWS::Route53::AliasTarget.HostedZoneId",
        "the id of the hosted zone of an alias target in Route 53",
    ),
    (
        "AWS::Route53::HostedZone.Id",
        "the id of a hosted zone of Route 53",
    ),
    ("AWS::S3::Bucket.Arn", "the ARN of an S3 bucket"),
    ("AWS::S3::Bucket.Name", "the name of an S3 bucket"),
    ("AWS::SNS::Topic.Arn", "the ARN of an SNS topic"),
    ("AWS::SQS::Queue.Arn", "the ARN of an SQS queue"),
    ("date", "a date such as `2030-01-31`"),
    (
        "date-time",
        "a date and time such as `2030-01-31T12:00:00Z`",
    ),
    ("double", ""),
    ("duration", "a duration such as `P1DT12H`"),
    ("email", "an email address"),
    ("float", ""),
    ("hostname", "a host name"),
    ("idn-email", "an email address, in any script"),
    ("idn-hostname", "a host name, in any script"),
    ("int32", ""),
    ("int64", ""),
    ("ipv4", "an IPv4 address"),
    ("ipv4-network", "an IPv4 CIDR block such as `10.0.0.0/16`"),
    ("ipv6", "an IPv6 address"),
    ("ipv6-network", "an IPv6 CIDR block such as `2001:db8::/56`"),
    ("iri", "an IRI"),
    ("json", "written as JSON"),
    ("json-pointer", "a JSON pointer"),
    ("password", "a password"),
    ("regex", "a regular expression"),
    ("string", ""),
    ("time", "a time of day such as `12:00:00Z`"),
    (
        "timestamp",
        "a date and time such as `2030-01-31T12:00:00Z`",
    ),
    ("uri", "a URI"),
    ("uri-reference", "a URI reference"),
    ("uuid", "a UUID"),
];

/// The words of a format; none if its name says nothing.
pub(super) fn format(name: &str, style: &Style) -> Option<String> {
    if let Some(words) = known(name) {
        return (!words.is_empty()).then(|| shown(words, style));
    }
    Some(match name.split_once('.') {
        Some((type_name, property)) if is_type(type_name) => of(type_name, property, style),
        _ => format!("format {}", (style.code)(name)),
    })
}

/// The property of another resource that a value names, in words.
pub(super) fn related(relationship: &Relationship, style: &Style) -> String {
    let Relationship {
        type_name,
        property_path,
    } = relationship;
    let property = property_path.trim_start_matches("/properties/");
    match known(&format!("{type_name}.{property}")) {
        Some(words) if !words.is_empty() => shown(words, style),
        _ => of(type_name, property, style),
    }
}

/// What alternatives are called, if each has a name: `the ARN or the id of a KMS key`.
pub(super) fn alternatives(alternatives: &[Schema], style: &Style) -> Option<String> {
    let words = alternatives.iter().map(|schema| {
        let limits = &schema.limits;
        let other = || Some(related(limits.relationship.as_ref()?, style));
        limits
            .format
            .as_deref()
            .and_then(|name| format(name, style))
            .or_else(other)
    });
    let words: Option<Vec<String>> = words.collect();
    let words = words?;
    let halves: Option<Vec<(&str, &str)>> =
        words.iter().map(|words| words.split_once(" of ")).collect();
    if let Some([(first, whole), rest @ ..]) = halves.as_deref()
        && rest.iter().all(|(_, other)| other == whole)
    {
        let heads = core::iter::once(*first).chain(rest.iter().map(|(head, _)| *head));
        return either(heads).map(|heads| format!("{heads} of {whole}"));
    }
    either(words.iter().map(String::as_str))
}

/// `a`, `a or b`, `a, b or c`.
fn either<'w>(words: impl Iterator<Item = &'w str>) -> Option<String> {
    let mut words: Vec<&str> = words.collect();
    words.dedup();
    let last = words.pop()?;
    Some(if words.is_empty() {
        last.to_owned()
    } else {
        format!("{} or {last}", words.join(", "))
    })
}

fn known(name: &str) -> Option<&'static str> {
    let at = WORDS.binary_search_by_key(&name, |(name, _)| name).ok()?;
    WORDS.get(at).map(|(_, words)| *words)
}

/// Words of the table with their example as the style has it.
fn shown(words: &str, style: &Style) -> String {
    let pieces = words.split('`').enumerate();
    pieces
        .map(|(number, piece)| match number % 2 {
            0 => piece.to_owned(),
            _ => (style.code)(piece),
        })
        .collect()
}

fn of(type_name: &str, property: &str, style: &Style) -> String {
    format!("{} of {}", (style.code)(property), (style.code)(type_name))
}

/// Whether this is the name of a resource type: `AWS::EC2::VPC`.
fn is_type(name: &str) -> bool {
    let mut parts = 0;
    let all = name.split("::").all(|part| {
        parts += 1;
        !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_alphanumeric())
    });
    all && parts > 1
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Limits;

    const STYLE: Style = Style {
        most_values: 2,
        longest_pattern: 4,
        explained_patterns: true,
        code: |text| format!("<{text}>"),
        literal: |value| format!("{value:?}"),
        prose: str::to_owned,
    };

    #[test]
    fn the_table_is_sorted_for_the_search() {
        assert!(WORDS.is_sorted_by(|(one, _), (next, _)| one < next));
        for (name, words) in WORDS {
            assert_eq!(known(name), Some(words));
        }
    }

    #[test]
    fn names_become_words() {
        for (name, expected) in [
            ("AWS::IAM::Role.Arn", Some("the ARN of an IAM role")),
            (
                "ipv4-network",
                Some("an IPv4 CIDR block such as <10.0.0.0/16>"),
            ),
            ("int64", None),
            (
                "AWS::Batch::JobQueue.Arn",
                Some("<Arn> of <AWS::Batch::JobQueue>"),
            ),
            ("Arn", Some("format <Arn>")),
            ("^a.b", Some("format <^a.b>")),
            ("AWS::.Arn", Some("format <AWS::.Arn>")),
            ("", Some("format <>")),
        ] {
            assert_eq!(format(name, &STYLE).as_deref(), expected, "{name}");
        }
    }

    fn to(type_name: &str, property: &str) -> Relationship {
        Relationship {
            type_name: type_name.to_owned(),
            property_path: format!("/properties/{property}"),
        }
    }

    #[test]
    fn properties_of_other_resources_have_the_words_of_the_format() {
        assert_eq!(
            related(&to("AWS::KMS::Key", "Arn"), &STYLE),
            "the ARN of a KMS key"
        );
        assert_eq!(
            related(&to("AWS::EC2::EIP", "PublicIp"), &STYLE),
            "<PublicIp> of <AWS::EC2::EIP>"
        );
        let schemas = ["LagId", "LagArn"].map(|property| Schema {
            limits: Limits {
                relationship: Some(to("AWS::DirectConnect::Lag", property)),
                ..Limits::default()
            },
            ..Schema::default()
        });
        assert_eq!(
            alternatives(&schemas, &STYLE).as_deref(),
            Some("<LagId> or <LagArn> of <AWS::DirectConnect::Lag>")
        );
    }

    #[test]
    fn alternatives_are_told_only_if_each_has_a_format() {
        let with = |format: Option<&str>| Schema {
            limits: Limits {
                format: format.map(str::to_owned),
                ..Limits::default()
            },
            ..Schema::default()
        };
        let of = |formats: &[Option<&str>]| {
            let schemas: Vec<Schema> = formats.iter().map(|format| with(*format)).collect();
            alternatives(&schemas, &STYLE)
        };
        let key = [
            Some("AWS::KMS::Key.Arn"),
            Some("AWS::KMS::Key.Id"),
            Some("AWS::KMS::Alias.AliasName"),
        ];
        assert_eq!(
            of(&key).as_deref(),
            Some("the ARN, the id or the alias of a KMS key")
        );
        assert_eq!(
            of(&[Some("AWS::KMS::Key.Arn"), Some("AWS::IAM::Role.Arn")]).as_deref(),
            Some("the ARN of a KMS key or the ARN of an IAM role")
        );
        assert_eq!(
            of(&[Some("AWS::EC2::VPC.Id"), Some("uuid")]).as_deref(),
            Some("the id of an EC2 VPC or a UUID")
        );
        assert_eq!(of(&[Some("email"), None]), None);
        assert_eq!(of(&[Some("email")]).as_deref(), Some("an email address"));
        assert_eq!(of(&[]), None);
    }

    /// Every name that the catalog has is in the table, but for one that is a pattern by mistake.
    #[test]
    fn every_format_of_the_catalog_has_words() {
        let mut met = 0;
        for name in crate::bundled::names() {
            let text = crate::bundled::find(name).unwrap_or_default();
            for piece in text.split("\"format\": \"").skip(1) {
                let format = piece.split('"').next().unwrap_or_default();
                met += 1;
                assert!(
                    known(format).is_some() || format.contains('\\'),
                    "{format} of {name}"
                );
            }
        }
        assert!(met > 2000, "{met}");
    }
}
