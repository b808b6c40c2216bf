//! Names that are not what names usually are.

use formwork::Resource;

use super::types::{
    ResponseHeadersPolicy, ServiceNetwork, response_headers_policy, service_network,
};

#[test]
fn a_word_that_is_only_reserved() {
    let options = response_headers_policy::FrameOptions::builder()
        .frame_option("DENY")
        .r#override(true)
        .build();
    assert_eq!(options.r#override.as_literal(), Some(&true));
    assert_eq!(
        ResponseHeadersPolicy::TYPE_NAME,
        "AWS::CloudFront::ResponseHeadersPolicy"
    );
}

#[test]
fn a_name_in_lower_case_stays_so_on_the_wire() {
    let sharing = service_network::SharingConfig::builder()
        .enabled(false)
        .build();
    let network = ServiceNetwork::builder().sharing_config(sharing).build();
    assert_eq!(network.to_value()["SharingConfig"]["enabled"], false);
    let wrong = ServiceNetwork::from_json(r#"{"SharingConfig":{"enabled":true,"Enabled":true}}"#);
    let help = wrong
        .unwrap_err()
        .iter()
        .find_map(formwork::Violation::help);
    assert!(help.is_some_and(|help| help.contains("`enabled`")));
}
