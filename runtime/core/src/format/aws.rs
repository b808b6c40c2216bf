//! Identifiers of AWS: what all of a kind have in common.

use super::letters::Letters;

static PLAIN: Letters = Letters::and(b"");
static HYPHENATED: Letters = Letters::and(b"-");
static OF_BUCKETS: Letters = Letters::and(b".-_");
static OF_LOG_GROUPS: Letters = Letters::and(b".-_/#");
static OF_ALIASES: Letters = Letters::and(b"/_-:");

/// `sg-0123456789abcdef0`.
pub(super) fn is_security_group(text: &str) -> bool {
    is_id(text, "sg-")
}

/// `subnet-0123456789abcdef0`.
pub(super) fn is_subnet(text: &str) -> bool {
    is_id(text, "subnet-")
}

/// `vpc-0123456789abcdef0`.
pub(super) fn is_vpc(text: &str) -> bool {
    is_id(text, "vpc-")
}

/// `ami-0123456789abcdef0`, or a parameter that EC2 looks up itself.
pub(super) fn is_image(text: &str) -> bool {
    is_id(text, "ami-") || text.starts_with("resolve:ssm:")
}

fn is_id(text: &str, prefix: &str) -> bool {
    text.strip_prefix(prefix).is_some_and(is_alphanumeric)
}

fn is_alphanumeric(text: &str) -> bool {
    !text.is_empty() && PLAIN.spell(text)
}

/// Buckets of old may be longer than new ones and hold capitals and underscores; an access point may stand
/// in the place of a bucket.
pub(super) fn is_bucket(text: &str) -> bool {
    text.starts_with("arn:") || ((3..=255).contains(&text.len()) && OF_BUCKETS.spell(text))
}

pub(super) fn is_log_group(text: &str) -> bool {
    text.starts_with("arn:") || ((1..=512).contains(&text.len()) && OF_LOG_GROUPS.spell(text))
}

/// `/hostedzone/Z0123456789ABCDEFGHIJ`, the start of which may be left out.
pub(super) fn is_hosted_zone(text: &str) -> bool {
    let id = text.trim_start_matches('/');
    is_alphanumeric(id.strip_prefix("hostedzone/").unwrap_or(id))
}

/// A UUID, after `mrk-` and without hyphens for keys of several regions.
pub(super) fn is_key_id(text: &str) -> bool {
    !text.is_empty() && text.len() <= 64 && HYPHENATED.spell(text)
}

/// `alias/name`; those of AWS are `alias/aws/service`.
pub(super) fn is_key_alias(text: &str) -> bool {
    let name = text.strip_prefix("alias/");
    name.is_some_and(|name| !name.is_empty() && OF_ALIASES.spell(name))
}

pub(super) fn is_key_arn(text: &str) -> bool {
    arn(text, "kms").is_some_and(|key| key.starts_with("key/") || key.starts_with("alias/"))
}

pub(super) fn is_role_arn(text: &str) -> bool {
    let name = arn(text, "iam").and_then(|role| role.strip_prefix("role/"));
    name.is_some_and(|name| !name.is_empty())
}

pub(super) fn is_topic_arn(text: &str) -> bool {
    arn(text, "sns").is_some()
}

pub(super) fn is_queue_arn(text: &str) -> bool {
    arn(text, "sqs").is_some()
}

pub(super) fn is_function_arn(text: &str) -> bool {
    let name = arn(text, "lambda").and_then(|function| function.strip_prefix("function:"));
    name.is_some_and(|name| !name.is_empty())
}

/// What an ARN of a service names: `arn:partition:service:region:account:this`.
fn arn<'t>(text: &'t str, service: &str) -> Option<&'t str> {
    let rest = text.strip_prefix("arn:aws")?;
    let (_partition, rest) = part(rest)?;
    let rest = rest.strip_prefix(service)?.strip_prefix(':')?;
    let (_region, rest) = part(rest)?;
    let (_account, resource) = part(rest)?;
    (!resource.is_empty()).then_some(resource)
}

/// A part of an ARN, and what stands after the colon at its end.
fn part(text: &str) -> Option<(&str, &str)> {
    let length = HYPHENATED.run(text);
    let (part, rest) = text.split_at_checked(length)?;
    Some((part, rest.strip_prefix(':')?))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(holds: fn(&str) -> bool, good: &[&str], bad: &[&str]) {
        for text in good {
            assert!(holds(text), "{text}");
        }
        for text in bad {
            assert!(!holds(text), "{text}");
        }
    }

    #[test]
    fn ids_start_with_what_they_are() {
        check(
            is_security_group,
            &["sg-12345678", "sg-0123456789abcdef0"],
            &["sg-", "default", "sg-1 2"],
        );
        check(is_subnet, &["subnet-12345678"], &["subnet", "sg-12345678"]);
        check(is_vpc, &["vpc-12345678"], &["vpc_1", ""]);
        check(
            is_image,
            &["ami-12345678", "resolve:ssm:/path"],
            &["latest", "ami-"],
        );
        check(
            is_hosted_zone,
            &["Z2FDTNDATAQYW2", "/hostedzone/Z1"],
            &["example.com.", ""],
        );
    }

    #[test]
    fn names_hold_what_they_may() {
        check(
            is_bucket,
            &[
                "my-bucket",
                "Old_Bucket",
                "arn:aws:s3:eu-west-1:1:accesspoint/a",
            ],
            &["ab", "a/b", "a b"],
        );
        check(
            is_log_group,
            &["/aws/lambda/f", "a#b", "x"],
            &["", "a b", "a*"],
        );
    }

    #[test]
    fn keys_are_named_in_three_ways() {
        check(
            is_key_id,
            &["11111111-2222-3333-4444-555555555555", "mrk-1234"],
            &["", "alias/a", "a b"],
        );
        check(
            is_key_alias,
            &["alias/a", "alias/aws/s3"],
            &["alias/", "a", "alias/a b"],
        );
        let good = [
            "arn:aws:kms:eu-west-1:123456789012:key/1",
            "arn:aws-cn:kms:cn-north-1:1:alias/a",
        ];
        check(
            is_key_arn,
            &good,
            &[
                "arn:aws:kms:eu-west-1:1:grant/1",
                "arn:aws:iam::1:role/x",
                "key/1",
            ],
        );
    }

    #[test]
    fn arns_name_a_thing_of_a_service_in_any_partition() {
        let good = [
            "arn:aws:iam::123456789012:role/a/b",
            "arn:aws-us-gov:iam::123456789012:role/a",
            "arn:aws-iso-f:iam::123456789012:role/service-role/a",
        ];
        let bad = [
            "role/a",
            "arn:aws:iam::123456789012:user/a",
            "arn:aws:iam::123456789012:role/",
            "arn:iam",
        ];
        check(is_role_arn, &good, &bad);
        check(
            is_topic_arn,
            &["arn:aws:sns:eu-west-1:1:t"],
            &["arn:aws:sqs:eu-west-1:1:t", "t"],
        );
        check(
            is_queue_arn,
            &["arn:aws:sqs:eu-west-1:1:q.fifo"],
            &["https://sqs/1/q"],
        );
        check(
            is_function_arn,
            &["arn:aws:lambda:eu-west-1:1:function:f:alias"],
            &["f", "arn:aws:lambda:r:1:layer:l"],
        );
    }
}
