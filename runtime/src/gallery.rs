//! What is generated, to look at: the WebSocket family of API Gateway and twelve types that many programs use.
//!
//! These pages are made for docs.rs alone. A program generates the types that it names, with
//! [`resource!`](crate::resource!), and finds pages like these in its own documentation (`cargo doc --open`).

/// The family of [`IntegrationResponse`](websocket::IntegrationResponse): an API over WebSockets.
pub mod websocket {
    crate::resource! {
        crate = crate,
        types = [
            "AWS::ApiGatewayV2::Api",
            "AWS::ApiGatewayV2::Deployment",
            "AWS::ApiGatewayV2::Integration",
            "AWS::ApiGatewayV2::IntegrationResponse",
            "AWS::ApiGatewayV2::Model",
            "AWS::ApiGatewayV2::Route",
            "AWS::ApiGatewayV2::RouteResponse",
            "AWS::ApiGatewayV2::Stage",
        ],
    }
}

/// Types that many programs use.
pub mod popular {
    crate::resource! {
        crate = crate,
        types = [
            "AWS::CloudWatch::Alarm",
            "AWS::DynamoDB::Table",
            "AWS::EC2::SecurityGroup",
            "AWS::EC2::VPC",
            "AWS::IAM::Role",
            "AWS::KMS::Key",
            "AWS::Lambda::Function",
            "AWS::Logs::LogGroup",
            "AWS::RDS::DBInstance",
            "AWS::S3::Bucket",
            "AWS::SNS::Topic",
            "AWS::SQS::Queue",
        ],
    }
}
