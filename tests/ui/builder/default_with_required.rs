formwork::resource!("AWS::ApiGatewayV2::IntegrationResponse");

fn main() {
    let _ = IntegrationResponse {
        api_id: "a".into(),
        ..Default::default()
    };
}
