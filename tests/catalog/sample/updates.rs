//! What updates do, and what is never shown.

use formwork::{Interruption, Outcome, Resource};

use super::types::{
    DedicatedIpPool, FileSystem, ReceiptRuleSet, SourceCredential, SubnetRouteTableAssociation,
};

#[test]
fn a_type_without_an_update() {
    let old = ReceiptRuleSet::builder().rule_set_name("a").build();
    let new = ReceiptRuleSet::builder().rule_set_name("b").build();
    assert_eq!(old.plan_update(&new).outcome(), Some(Outcome::Replace));
    assert!(!<ReceiptRuleSet as Resource>::spec().updatable);
}

#[test]
fn what_is_deleted_first() {
    let spec = <SubnetRouteTableAssociation as Resource>::spec();
    assert!(spec.deletes_before_replacing);
    assert_eq!(spec.primary_identifier, ["Id"]);
}

#[test]
fn an_update_that_depends() {
    let standard = DedicatedIpPool::builder().scaling_mode("STANDARD").build();
    let managed = DedicatedIpPool::builder().scaling_mode("MANAGED").build();
    let plan = standard.plan_update(&managed);
    assert_eq!(plan.outcome(), Some(Outcome::InPlace));
    assert_eq!(plan.interruption(), Interruption::Possible);
    let back = managed.plan_update(&standard);
    assert_eq!(back.outcome(), Some(Outcome::Refused));
    let reason = &back.changes()[0].reasons()[0];
    assert!(reason.source().starts_with("https://") && reason.as_of() == "2026-09-29");
}

#[test]
fn secrets_are_written_and_not_shown() {
    let credential = SourceCredential::builder()
        .server_type("GITHUB")
        .auth_type("PERSONAL_ACCESS_TOKEN")
        .token("hunter2")
        .build();
    assert!(!format!("{credential:?}").contains("hunter2"));
    assert!(credential.to_json().contains("hunter2"));
}

#[test]
fn an_attribute_that_is_listed_twice_is_there_once() {
    let spec = <FileSystem as Resource>::spec();
    let named = spec
        .attributes
        .iter()
        .filter(|one| one.name == "CreationTime");
    assert_eq!(named.count(), 1);
    assert!(spec.properties.iter().any(|one| one.name == "Bucket"));
}
