formwork::resource!("AWS::ApiGatewayV2::IntegrationResponse");

fn main() {
    let _ = IntegrationResponse::builder().integration_id("i").build();
}
