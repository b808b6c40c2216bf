formwork::resource!("AWS::ApiGatewayV2::IntegrationResponse");

use integration_response::ContentHandlingStrategy;

fn is_binary(strategy: &ContentHandlingStrategy) -> bool {
    match strategy {
        ContentHandlingStrategy::ConvertToBinary => true,
        ContentHandlingStrategy::ConvertToText => false,
    }
}

fn main() {
    println!("{}", is_binary(&"CONVERT_TO_TEXT".into()));
}
