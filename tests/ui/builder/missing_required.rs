formwork::resource!("AWS::ApiGatewayV2::IntegrationResponse");

fn main() {
    let _ = IntegrationResponse::builder()
        .api_id("a")
        .integration_id("i")
        .build();
}
