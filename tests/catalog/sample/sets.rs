//! Sets of values.

use formwork::{Resource, Rule};

use super::types::{
    Channel, DHCPOptions, LogGroup, capability, channel, configuration_set_event_destination,
    lambda_url, nodegroup, simulation_application,
};

#[test]
fn three_hundred_values() {
    let values = capability::X12TransactionSet::VALUES;
    assert!(values.len() > 300, "{}", values.len());
    for value in values {
        let read = capability::X12TransactionSet::from(*value);
        assert!(read.is_known() && read.as_str() == *value, "{value}");
    }
}

#[test]
fn numbers_of_a_set_stay_numbers() {
    let good = LogGroup::builder().retention_in_days(30).build();
    assert_eq!(good.validate(), Ok(()));
    let bad = LogGroup::builder()
        .retention_in_days(31)
        .build()
        .validate()
        .unwrap_err();
    let bad: Vec<_> = bad
        .iter()
        .map(|one| (one.path().to_owned(), one.rule()))
        .collect();
    assert_eq!(bad, [("/RetentionInDays".to_owned(), Rule::Enum)]);
    assert!(
        DHCPOptions::builder()
            .netbios_node_type(3)
            .build()
            .validate()
            .is_err()
    );
}

#[test]
fn an_empty_value() {
    assert_eq!(channel::Preset::from(""), channel::Preset::Empty);
    let channel = Channel::builder().preset(channel::Preset::Empty).build();
    assert_eq!(channel.to_value()["Preset"], "");
}

#[test]
fn values_that_are_no_names() {
    assert_eq!(lambda_url::CorsAllowMethods::Asterisk.as_str(), "*");
    let version = simulation_application::SimulationSoftwareSuiteVersion::_7;
    assert_eq!(version.as_str(), "7");
}

#[test]
fn values_that_meet_in_one_name() {
    use configuration_set_event_destination::DimensionConfigurationDimensionValueSource as Source;
    assert_eq!(Source::LinkTag.as_str(), "LINK_TAG");
    assert_eq!(Source::LinkTag2.as_str(), "linkTag");
    assert_eq!(nodegroup::CapacityType::OnDemand.as_str(), "ON_DEMAND");
    assert_eq!(nodegroup::CapacityType::OnDemand2.as_str(), "OnDemand");
}
