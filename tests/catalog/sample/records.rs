//! Records made in memory.

use formwork::{Resource, TypeSpec, Value};

use super::types::{
    CustomResource, DynamoTable, GatewayRoute, IdentityPoolRoleAttachment, MonitoringSubscription,
    RuleGroup, Theme, WafIpSet, WaitConditionHandle, gateway_route, monitoring_subscription,
    rule_group, theme, waf_ip_set,
};

#[test]
fn a_property_type_named_as_its_resource_is_another_type() {
    let config = monitoring_subscription::RealtimeMetricsSubscriptionConfig::builder()
        .realtime_metrics_subscription_status("Enabled")
        .build();
    let inner = monitoring_subscription::MonitoringSubscription::builder()
        .realtime_metrics_subscription_config(config)
        .build();
    let outer = MonitoringSubscription::builder()
        .distribution_id(Value::reference("Distribution"))
        .monitoring_subscription(inner)
        .build();
    assert_eq!(outer.validate(), Ok(()));
}

#[test]
fn a_statement_that_holds_a_statement() {
    let inner = rule_group::Statement::builder()
        .geo_match_statement(rule_group::GeoMatchStatement::builder().build())
        .build();
    let not = rule_group::NotStatement::builder().statement(inner).build();
    let outer = rule_group::Statement::builder().not_statement(not).build();
    let held = outer
        .not_statement
        .as_ref()
        .and_then(Value::as_literal)
        .unwrap();
    let held = held.statement.as_literal().unwrap();
    assert!(held.geo_match_statement.is_some());
    assert!(<RuleGroup as Resource>::spec().properties.len() > 5);
}

#[test]
fn records_that_hold_each_other_in_lists() {
    let leaf = theme::ThemeValues::builder().key("b").build();
    let value = theme::ThemeValue::builder().children([leaf]).build();
    let values = theme::ThemeValues::builder().key("a").value(value).build();
    let theme = Theme::builder().values([values]).build();
    assert_eq!(
        theme.to_value()["Values"][0]["Value"]["Children"][0]["Key"],
        "b"
    );
}

#[test]
fn types_without_properties_or_with_any() {
    assert_eq!(WaitConditionHandle::builder().build().to_json(), "{}");
    assert_eq!(
        CustomResource::builder()
            .service_token("arn")
            .build()
            .validate(),
        Ok(())
    );
    // What a schema lets in beyond the names that it lists has one field for all.
    let custom = CustomResource::from_json(r#"{"ServiceToken":"arn","Anything":[1]}"#).unwrap();
    assert_eq!(custom.additional_properties.len(), 1);
    assert_eq!(custom.to_value()["Anything"][0], 1);
}

#[test]
fn keywords_as_names() {
    let descriptor = waf_ip_set::IPSetDescriptor::builder()
        .r#type("IPV4")
        .value("1.2.3.4/32")
        .build();
    let set = WafIpSet::builder()
        .name("n")
        .ip_set_descriptors([descriptor])
        .build();
    assert_eq!(set.to_value()["IPSetDescriptors"][0]["Type"], "IPV4");
    let route = gateway_route::HttpGatewayRoute::builder()
        .r#match(
            gateway_route::HttpGatewayRouteMatch::builder()
                .prefix("/")
                .build(),
        )
        .action(Value::no_value())
        .build();
    assert!(route.r#match.as_literal().is_some());
    assert_eq!(GatewayRoute::TYPE_NAME, "AWS::AppMesh::GatewayRoute");
}

#[test]
fn types_that_only_branches_or_members_tell() {
    let spec = <IdentityPoolRoleAttachment as Resource>::spec();
    let mapping = spec
        .properties
        .iter()
        .find(|one| one.name == "RoleMappings")
        .unwrap();
    assert!(
        matches!(mapping.ty, TypeSpec::Map(TypeSpec::Record(record)) if record.name == "RoleMapping")
    );
    let spec = <DynamoTable as Resource>::spec();
    let indexes = spec
        .properties
        .iter()
        .find(|one| one.name == "LocalSecondaryIndexes")
        .unwrap();
    let TypeSpec::List(TypeSpec::Record(index)) = indexes.ty else {
        panic!("{:?}", indexes.ty);
    };
    let keys = index
        .properties()
        .iter()
        .find(|one| one.name == "KeySchema")
        .unwrap();
    assert!(
        matches!(keys.ty, TypeSpec::List(TypeSpec::Record(_))),
        "{:?}",
        keys.ty
    );
}
