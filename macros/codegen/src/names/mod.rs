//! Wire names become identifiers here and nowhere else.
//!
//! All identifiers are ASCII, so that no lint about look-alike letters and no normalisation can change
//! what they mean: a letter beyond ASCII is written as `u` and its number (`é` is `ue9`). The wire name
//! itself is stored beside the identifier and never computed back from it.
//!
//! # Fields, setters and modules: [`snake`]
//!
//! Words are divided as `heck` divides them, after two repairs to names that mix upper and lower case:
//! the words of [`MIXED_CASE`] count as one, and so does a run of capitals with a plural `s` or with a
//! version (`v2`) behind it.
//!
//! | wire name | identifier | because |
//! |---|---|---|
//! | `QueueName` | `queue_name` | |
//! | `DBInstance` | `db_instance` | the last capital of a run begins the next word |
//! | `VPCId`, `VpcId` | `vpc_id` | |
//! | `ARNs`, `VPCs` | `arns`, `vpcs` | plural of a run of capitals |
//! | `PreferredCacheClusterAZs` | `preferred_cache_cluster_azs` | |
//! | `IPv6`, `DynamoDBv2` | `ipv6`, `dynamo_dbv2` | a version belongs to its word |
//! | `MaxvCpus`, `VCpuCount` | `max_vcpus`, `vcpu_count` | mixed-case word |
//! | `MemoryGiB`, `FSxLustre` | `memory_gib`, `fsx_lustre` | mixed-case word |
//! | `S3Bucket`, `EC2InstanceId` | `s3_bucket`, `ec2_instance_id` | digits end a word |
//! | `Type` | `r#type` | keyword |
//! | `Self` | `self_` | keyword that cannot be raw |
//! | `3D` | `_3d` | digits cannot begin an identifier |
//! | `x-y` | `x_y` | |
//! | `$` | `unnamed` | nothing is left |
//!
//! # Types: [`type_name`]
//!
//! As in the specification if that is an identifier, else mended like a value (below).
//!
//! # Values of a value set: [`variants`]
//!
//! # Clashes: [`Taken`]
//!
//! The first in the order of the file keeps its name; each later one gets the first of its alternatives
//! that is free, or `2`, `3`, … behind its first choice (`_2` in snake case). A name that exists today
//! therefore keeps its identifier when a later release of the specification adds a name after it.

mod variants;

use std::collections::{HashMap, HashSet};

use heck::{ToShoutySnakeCase, ToSnakeCase};
use proc_macro2::{Ident, Span};

pub(crate) use variants::variants;

/// Words in which lower-case letters stand before capitals, and what divides words correctly instead.
const MIXED_CASE: &[(&str, &str)] = &[
    ("DDoS", "Ddos"),
    ("ETag", "Etag"),
    ("FSx", "Fsx"),
    ("GiB", "Gib"),
    ("GraphQL", "Graphql"),
    ("IoT", "Iot"),
    ("KiB", "Kib"),
    ("MiB", "Mib"),
    ("OAuth", "Oauth"),
    ("SaaS", "Saas"),
    ("TiB", "Tib"),
    ("VCPU", "Vcpu"),
    ("VCpu", "Vcpu"),
    ("vCPU", "Vcpu"),
    ("vCpu", "Vcpu"),
];

/// How words of more than two letters end, in lower case, where a word of [`MIXED_CASE`] goes on with a
/// capital: `SaaS`, and `MaxvCpus`.
const MIXED_BEGINNINGS: [char; 2] = ['a', 'v'];

/// Keywords of all editions, and reserved words.
const KEYWORDS: &[&str] = &[
    "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "do", "dyn",
    "else", "enum", "extern", "false", "final", "fn", "for", "gen", "if", "impl", "in", "let",
    "loop", "macro", "match", "mod", "move", "mut", "override", "priv", "pub", "ref", "return",
    "static", "struct", "trait", "true", "try", "type", "typeof", "unsafe", "unsized", "use",
    "virtual", "where", "while", "yield",
];

/// The length of `abstract`, `continue` and `override`.
const LONGEST_KEYWORD: usize = 8;

/// Keywords that `r#` does not help.
const NEVER_RAW: &[&str] = &["Self", "crate", "self", "super"];

/// The name of a field, setter or module: snake case, raw where it is a keyword.
pub(crate) fn snake(wire: &str) -> String {
    if let Some(name) = simple(wire) {
        return guarded(name);
    }
    let name = ascii(&repaired(wire)).to_snake_case();
    guarded(if name.is_empty() {
        "unnamed".to_owned()
    } else {
        name
    })
}

/// The short way for names like `QueueName`, which most are: words that begin with a capital and go on in
/// lower case. Where one of [`MIXED_CASE`] could begin, the name has to go the long way.
fn simple(wire: &str) -> Option<String> {
    let mut name = String::with_capacity(wire.len() + 4);
    let mut word = 0;
    for &byte in wire.as_bytes() {
        match byte {
            b'A'..=b'Z' if name.is_empty() => word = 1,
            b'A'..=b'Z' if word > 2 && !name.ends_with(MIXED_BEGINNINGS) => {
                name.push('_');
                word = 1;
            }
            b'a'..=b'z' if word > 0 => word += 1,
            _ => return None,
        }
        name.push(char::from(byte.to_ascii_lowercase()));
    }
    (word > 1).then_some(name)
}

/// The name of a constant.
pub(crate) fn constant(wire: &str) -> String {
    if let Some(mut name) = simple(wire) {
        name.make_ascii_uppercase();
        return name;
    }
    let name = ascii(&repaired(wire)).to_shouty_snake_case();
    guarded(if name.is_empty() {
        "UNNAMED".to_owned()
    } else {
        name
    })
}

/// The name of a type: as in the specification if that is an identifier.
pub(crate) fn type_name(wire: &str) -> String {
    let begins = wire.starts_with(|c: char| c.is_ascii_alphabetic());
    if begins && wire.chars().all(|c| c.is_ascii_alphanumeric()) {
        // Keywords are lower case, all but one, and a type begins with a capital.
        return match wire.chars().next() {
            Some(first) if first.is_ascii_lowercase() => variants::upper_camel(wire),
            _ => guarded(wire.to_owned()),
        };
    }
    variants::upper_camel(wire)
}

/// The identifier of a name that one of the functions here made.
pub(crate) fn ident(name: &str, span: Span) -> Ident {
    match name.strip_prefix("r#") {
        Some(keyword) => Ident::new_raw(keyword, span),
        None => Ident::new(name, span),
    }
}

/// Makes an identifier of a name that consists of ASCII letters, digits and `_` alone.
fn guarded(name: String) -> String {
    if NEVER_RAW.contains(&name.as_str()) {
        return format!("{name}_");
    }
    if name.len() <= LONGEST_KEYWORD && KEYWORDS.contains(&name.as_str()) {
        return format!("r#{name}");
    }
    if name.starts_with(|c: char| c.is_ascii_digit()) {
        return format!("_{name}");
    }
    name
}

/// Letters beyond ASCII as their number; what is no letter and no digit as a division of words.
fn ascii(name: &str) -> String {
    let mut text = String::with_capacity(name.len());
    for c in name.chars() {
        match c {
            c if c.is_ascii_alphanumeric() => text.push(c),
            c if c.is_ascii() => text.push('_'),
            c => text.extend(["u", format!("{:x}", u32::from(c)).as_str()]),
        }
    }
    text
}

/// The name with words in mixed case written so that they are divided correctly.
fn repaired(name: &str) -> String {
    let mut name = name.to_owned();
    for (word, repaired) in MIXED_CASE {
        if name.contains(word) {
            name = name.replace(word, repaired);
        }
    }
    let letters: Vec<char> = name.chars().collect();
    let mut text = String::with_capacity(name.len());
    let mut start = 0;
    while let Some(&letter) = letters.get(start) {
        if !letter.is_ascii_uppercase() {
            text.push(letter);
            start += 1;
            continue;
        }
        let run = letters
            .iter()
            .skip(start)
            .take_while(|c| c.is_ascii_uppercase())
            .count();
        let rest = letters.get(start + run..).unwrap_or_default();
        let joined = run >= 2 && (is_plural(rest) || is_version(rest));
        let taken = letters.iter().skip(start).take(run);
        if joined {
            text.extend(taken.enumerate().map(|(at, c)| match at {
                0 => *c,
                _ => c.to_ascii_lowercase(),
            }));
        } else {
            text.extend(taken);
        }
        start += run;
    }
    text
}

/// `s`, and the word ends.
fn is_plural(rest: &[char]) -> bool {
    rest.first() == Some(&'s') && rest.get(1).is_none_or(|c| !c.is_ascii_lowercase())
}

/// `v` and a digit.
fn is_version(rest: &[char]) -> bool {
    rest.first() == Some(&'v') && rest.get(1).is_some_and(char::is_ascii_digit)
}

/// The names that one scope holds already.
#[derive(Debug, Default)]
pub(crate) struct Taken {
    names: HashSet<String>,
    /// The number to try next behind a name: those before it are taken.
    next: HashMap<String, u64>,
}

impl Taken {
    /// A scope in which some names are taken from the beginning.
    pub(crate) fn with(names: &[&str]) -> Self {
        Self {
            names: names.iter().map(|name| (*name).to_owned()).collect(),
            next: HashMap::new(),
        }
    }

    /// Whether nothing has taken the name.
    pub(crate) fn is_free(&self, name: &str) -> bool {
        !self.names.contains(name)
    }

    /// Takes the name or, if it is taken, another in its place.
    pub(crate) fn take(&mut self, name: String) -> String {
        self.take_first_of(&[name])
    }

    /// Takes the first of several choices that is free, else the first choice with a number behind it.
    pub(crate) fn take_first_of(&mut self, choices: &[String]) -> String {
        if let Some(free) = choices
            .iter()
            .find(|choice| !self.names.contains(choice.as_str()))
        {
            self.names.insert(free.clone());
            return free.clone();
        }
        let first = choices.first().map_or("Unnamed", String::as_str);
        let plain = first.strip_prefix("r#").unwrap_or(first);
        let snake = !plain.contains(|c: char| c.is_ascii_uppercase());
        let divided = snake || plain.ends_with(|c: char| c.is_ascii_digit());
        let number = self.next.entry(plain.to_owned()).or_insert(2);
        loop {
            let name = if divided {
                format!("{plain}_{number}")
            } else {
                format!("{plain}{number}")
            };
            *number += 1;
            if self.names.insert(name.clone()) {
                return name;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hard_cases_in_snake_case() {
        let cases = [
            ("QueueName", "queue_name"),
            ("DBInstance", "db_instance"),
            ("VPCId", "vpc_id"),
            ("VpcId", "vpc_id"),
            ("ARNs", "arns"),
            ("VPCs", "vpcs"),
            ("PreferredCacheClusterAZs", "preferred_cache_cluster_azs"),
            (
                "ReplicationServersSecurityGroupsIDs",
                "replication_servers_security_groups_ids",
            ),
            (
                "ExadataStorageInTBsLowestScaledValue",
                "exadata_storage_in_tbs_lowest_scaled_value",
            ),
            ("IPv6", "ipv6"),
            ("IPv6Addresses", "ipv6_addresses"),
            ("PrivateIPv4Address", "private_ipv4_address"),
            ("Ipv6CidrBlock", "ipv6_cidr_block"),
            ("DynamoDBv2", "dynamo_dbv2"),
            ("IPSetReferences", "ip_set_references"),
            ("MaxvCpus", "max_vcpus"),
            ("VCpuCount", "vcpu_count"),
            ("vCpu", "vcpu"),
            ("MemoryGiBPerVCpu", "memory_gib_per_vcpu"),
            ("FSxLustreConfig", "fsx_lustre_config"),
            (
                "OnSourceDDoSProtectionConfig",
                "on_source_ddos_protection_config",
            ),
            ("GraphQLUrl", "graphql_url"),
            ("LFTag", "lf_tag"),
            ("S3Bucket", "s3_bucket"),
            ("s3BackupMode", "s3_backup_mode"),
            ("EC2InstanceId", "ec2_instance_id"),
            ("KMSKeyID", "kms_key_id"),
            ("AWSKMSKeyARN", "awskms_key_arn"),
            ("Type", "r#type"),
            ("Gen", "r#gen"),
            ("Self", "self_"),
            ("Super", "super_"),
            ("3D", "_3d"),
            ("x-y", "x_y"),
            ("", "unnamed"),
            ("$", "unnamed"),
            ("_", "unnamed"),
            ("Größe", "gru00f6u00dfe"),
        ];
        for (wire, expected) in cases.iter().take(cases.len() - 1) {
            assert_eq!(snake(wire), *expected, "{wire}");
        }
        assert!(snake("Größe").is_ascii());
    }

    #[test]
    fn the_short_way_leads_where_the_long_way_does() {
        let words = [
            "Api", "Id", "Queue", "Saa", "Env", "Maxv", "Type", "S", "Cpus", "Etag", "v", "ARNs",
            "B",
        ];
        for first in words {
            for second in words {
                for third in words {
                    let wire = [first, second, third].concat();
                    if let Some(name) = simple(&wire) {
                        assert_eq!(name, repaired(&wire).to_snake_case());
                    }
                }
            }
        }
        assert_eq!(simple("QueueNameId").as_deref(), Some("queue_name_id"));
    }

    #[test]
    fn types_and_constants() {
        assert_eq!(type_name("SSEAlgorithm"), "SSEAlgorithm");
        assert_eq!(type_name("cors_rule"), "CorsRule");
        assert_eq!(type_name("tag"), "Tag");
        assert_eq!(type_name("Self"), "Self_");
        assert_eq!(type_name("3D"), "_3d");
        assert_eq!(constant("Endpoint.Address"), "ENDPOINT_ADDRESS");
        assert_eq!(constant("DBInstanceArn"), "DB_INSTANCE_ARN");
        assert_eq!(constant("1"), "_1");
    }

    #[test]
    fn whatever_comes_out_is_an_identifier() {
        for wire in [
            "", "é", "a b", "r#type", "'", "\u{202e}", "0", "__", "fn", "\u{0}", "😀",
        ] {
            for name in [snake(wire), constant(wire), type_name(wire)] {
                assert!(
                    syn::parse_str::<Ident>(&name).is_ok(),
                    "{wire:?} -> {name:?}"
                );
            }
        }
    }

    #[test]
    fn many_clashes_take_no_longer_each() {
        let mut taken = Taken::with(&["a_3"]);
        let names: Vec<String> = (0..200_000).map(|_| taken.take("a".to_owned())).collect();
        assert_eq!(names.first().map(String::as_str), Some("a"));
        assert_eq!(names.get(2).map(String::as_str), Some("a_4"));
        assert_eq!(names.last().map(String::as_str), Some("a_200001"));
    }

    #[test]
    fn the_first_keeps_its_name() {
        let mut taken = Taken::default();
        assert_eq!(taken.take("vpc_id".to_owned()), "vpc_id");
        assert_eq!(taken.take("vpc_id".to_owned()), "vpc_id_2");
        assert_eq!(taken.take("vpc_id".to_owned()), "vpc_id_3");
        assert_eq!(taken.take("r#type".to_owned()), "r#type");
        assert_eq!(taken.take("r#type".to_owned()), "type_2");
        assert_eq!(taken.take("Glacier".to_owned()), "Glacier");
        assert_eq!(taken.take("Glacier".to_owned()), "Glacier2");
        let choices = ["Glacier".to_owned(), "ClassGlacier".to_owned()];
        assert_eq!(taken.take_first_of(&choices), "ClassGlacier");
    }
}
