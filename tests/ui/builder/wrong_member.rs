formwork::resource!("AWS::ApiGatewayV2::IntegrationResponse");

fn main() {
    let _ = IntegrationResponse::builder()
        .response_parameters([("method.response.header.age", 5)])
        .api_id("a")
        .integration_id("i")
        .integration_response_key("k")
        .build();
}
