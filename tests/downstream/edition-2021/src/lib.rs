//! A crate of the edition before.

formwork::resource!("AWS::ApiGatewayV2::IntegrationResponse");
formwork::resource!(spec = "../shared/gnome.json");

#[derive(Clone, Debug, PartialEq, formwork::Resource)]
#[resource(spec = "../shared/gnome.json", type = "Acme::Garden::Gnome")]
pub struct Dwarf {
    pub name: String,
}

#[derive(Clone, Debug, PartialEq, formwork::Resource)]
#[resource("AWS::S3::Bucket")]
pub struct Store<Name> {
    pub bucket_name: Option<Name>,
    pub tags: Option<Vec<Label>>,
}

#[derive(Clone, Debug, PartialEq, formwork::PropertyType)]
#[resource("AWS::S3::Bucket", property = "Tag")]
pub struct Label {
    pub key: String,
    pub value: formwork::Value<String>,
}

#[test]
fn it_works_there_too() {
    use formwork::Resource;

    let gnome = Gnome::builder().name("a").hat(gnome::Hat::Red).build();
    assert_eq!(gnome.to_value()["Hat"], "red");
    let response = IntegrationResponse::builder()
        .api_id("a")
        .integration_id("i")
        .integration_response_key("k")
        .build();
    response.validate().unwrap();
    let text = r#"{ "BucketName": "bucket", "Tags": [{ "Key": "k", "Value": { "Ref": "V" } }] }"#;
    let store = Store::<formwork::Value<String>>::from_json(text).unwrap();
    assert!(store.tags.unwrap()[0].value.is_intrinsic());
}
