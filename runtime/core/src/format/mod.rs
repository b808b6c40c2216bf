//! Formats: rules about text that have a name instead of a pattern.
//!
//! What may be right is never refused: a format says what text of that kind has in common, in every
//! partition and of every age.

mod aws;
mod letters;
pub(crate) mod pattern;
mod time;

use std::net::{Ipv4Addr, Ipv6Addr};
use std::str::FromStr;

use crate::document::Document;

/// Whether text has a format.
type Check = fn(&str) -> bool;

/// A format that is judged: name, check, and what the text should be.
pub(crate) type Format = (&'static str, Check, &'static str);

/// The formats that are judged.
static JUDGED: [Format; 21] = [
    ("date-time", time::is_date_time, DATE_TIME),
    ("timestamp", time::is_date_time, DATE_TIME),
    ("json", is_json, "JSON"),
    ("uri", is_uri, "an address such as `https://example.com/`"),
    (
        "ipv4-network",
        is_ipv4_network,
        "an IPv4 network such as `10.0.0.0/16`",
    ),
    (
        "ipv6-network",
        is_ipv6_network,
        "an IPv6 network such as `2001:db8::/56`",
    ),
    (
        "AWS::EC2::SecurityGroup.Id",
        aws::is_security_group,
        "the id of a security group, `sg-…`",
    ),
    (
        "AWS::EC2::Subnet.Id",
        aws::is_subnet,
        "the id of a subnet, `subnet-…`",
    ),
    ("AWS::EC2::VPC.Id", aws::is_vpc, "the id of a VPC, `vpc-…`"),
    (
        "AWS::EC2::Image.Id",
        aws::is_image,
        "the id of an image, `ami-…`",
    ),
    (
        "AWS::S3::Bucket.Name",
        aws::is_bucket,
        "the name of a bucket",
    ),
    (
        "AWS::Logs::LogGroup.Name",
        aws::is_log_group,
        "the name of a log group",
    ),
    ("AWS::KMS::Key.Id", aws::is_key_id, "the id of a KMS key"),
    (
        "AWS::KMS::Alias.AliasName",
        aws::is_key_alias,
        "the alias of a KMS key, `alias/…`",
    ),
    ("AWS::KMS::Key.Arn", aws::is_key_arn, "the ARN of a KMS key"),
    (
        "AWS::IAM::Role.Arn",
        aws::is_role_arn,
        "the ARN of a role, `arn:aws:iam::123456789012:role/…`",
    ),
    (
        "AWS::SNS::Topic.Arn",
        aws::is_topic_arn,
        "the ARN of an SNS topic",
    ),
    (
        "AWS::SQS::Queue.Arn",
        aws::is_queue_arn,
        "the ARN of an SQS queue",
    ),
    (
        "AWS::Lambda::Function.Arn",
        aws::is_function_arn,
        "the ARN of a Lambda function",
    ),
    (
        "AWS::Route53::HostedZone.Id",
        aws::is_hosted_zone,
        "the id of a hosted zone, `Z…`",
    ),
    (
        "AWS::Route53::AliasTarget.HostedZoneId",
        aws::is_hosted_zone,
        "the id of a hosted zone, `Z…`",
    ),
];

const DATE_TIME: &str = "a date and time such as `2030-01-31T12:00:00Z`";

/// The formats of published files that are not judged, each with the reason.
const NOT_JUDGED: [(&str, &str); 10] = [
    ("int64", "a number: its type says the same"),
    ("double", "a number: its type says the same"),
    ("string", "no format, but the type once more"),
    ("password", "asks editors not to show the text"),
    (
        "AWS::EC2::SecurityGroup.Name",
        "nearly any text can be a name",
    ),
    (
        "AWS::EC2::SecurityGroup.Names",
        "a list, whose elements have a format of their own",
    ),
    (
        "AWS::EC2::SecurityGroup.Ids",
        "a list, whose elements have a format of their own",
    ),
    (
        "AWS::EC2::Subnet.Ids",
        "a list, whose elements have a format of their own",
    ),
    (
        "AWS::ACM::Certificate.Arn",
        "certificates of IAM are taken in most of its places as well",
    ),
    (
        r"(^arn:[a-z\d-]+:rekognition:[a-z\d-]+:\d{12}:collection\/([a-zA-Z0-9_.\-]+){1,255})",
        "a pattern in the wrong place; the reader of specifications judges by it",
    ),
];

/// The format of that name; none if it judges nothing.
pub(crate) fn find(name: &str) -> Option<&'static Format> {
    JUDGED.iter().find(|(known, ..)| *known == name)
}

/// What the text should be, if it is not.
pub(crate) fn broken((_, holds, wanted): &Format, text: &str) -> Option<&'static str> {
    (!holds(text)).then_some(*wanted)
}

/// Whether somebody decided about a format.
pub(crate) fn is_decided(format: &str) -> bool {
    JUDGED.iter().any(|(name, ..)| *name == format)
        || NOT_JUDGED.iter().any(|(name, _)| *name == format)
}

fn is_json(text: &str) -> bool {
    Document::from_json(text).is_ok()
}

/// A scheme and something after it, without blanks.
fn is_uri(text: &str) -> bool {
    let Some((scheme, rest)) = text.split_once(':') else {
        return false;
    };
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.');
    scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme.chars().all(plain)
        && !rest.is_empty()
        && !rest.contains(|c: char| c.is_whitespace() || c.is_control())
}

fn is_ipv4_network(text: &str) -> bool {
    is_network::<Ipv4Addr>(text, 32)
}

fn is_ipv6_network(text: &str) -> bool {
    is_network::<Ipv6Addr>(text, 128)
}

fn is_network<A: FromStr>(text: &str, most: u8) -> bool {
    text.split_once('/').is_some_and(|(address, bits)| {
        let bits = bits.parse::<u8>().ok().filter(|_| !bits.starts_with('+'));
        A::from_str(address).is_ok() && bits.is_some_and(|bits| bits <= most)
    })
}

#[cfg(test)]
mod tests {
    fn broken(format: &str, text: &str) -> Option<&'static str> {
        super::find(format).and_then(|format| super::broken(format, text))
    }

    fn check(format: &str, good: &[&str], bad: &[&str]) {
        for text in good {
            assert_eq!(broken(format, text), None, "{format} {text}");
        }
        for text in bad {
            assert!(broken(format, text).is_some(), "{format} {text}");
        }
    }

    #[test]
    fn json_text_is_read() {
        assert_eq!(broken("json", "{\"a\": [1]}"), None);
        assert_eq!(broken("json", "{a: 1}"), Some("JSON"));
        assert_eq!(broken("a format of tomorrow", "x"), None);
    }

    #[test]
    fn networks_are_an_address_and_bits() {
        let good = ["10.0.0.0/16", "0.0.0.0/0", "10.1.2.3/32"];
        let bad = [
            "10.0.0.0",
            "10.0.0.0/33",
            "10.0.0/16",
            "10.0.0.256/8",
            "::/0",
            "10.0.0.0/+8",
        ];
        check("ipv4-network", &good, &bad);
        let good = ["::/0", "2001:db8::/56", "fd00::1/128"];
        check(
            "ipv6-network",
            &good,
            &["::", "::/129", "10.0.0.0/8", "g::/8"],
        );
    }

    #[test]
    fn addresses_have_a_scheme() {
        let good = ["https://example.com/a?b#c", "urn:a:b", "s3://bucket"];
        check("uri", &good, &["example.com", "https://a b", ":x", "x:"]);
    }
}
