formwork::resource!("AWS::ApiGatewayV2::IntegrationResponse");

fn main() {
    let _ = IntegrationResponse::default();
}
