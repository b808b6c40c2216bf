//! A chat over `WebSockets` as one template: an API with four routes, their function, and a table of who is
//! connected. Prints the template as YAML.

use formwork::template::Condition;
use formwork::{DeletionPolicy, Json, Output, Parameter, Template, Value, Violations, sub};

formwork::resource! {
    "AWS::ApiGatewayV2::Api",
    "AWS::ApiGatewayV2::Deployment",
    "AWS::ApiGatewayV2::Integration",
    "AWS::ApiGatewayV2::IntegrationResponse",
    "AWS::ApiGatewayV2::Route",
    "AWS::ApiGatewayV2::Stage",
    "AWS::DynamoDB::Table",
    "AWS::IAM::Role",
    "AWS::Lambda::Function",
    "AWS::Lambda::Permission",
}

fn main() -> Result<(), Violations> {
    print!("{}", chat()?.to_yaml());
    Ok(())
}

/// The template.
///
/// # Errors
///
/// If a name is taken or cannot be one.
pub(crate) fn chat() -> Result<Template, Violations> {
    let mut template = Template::new();
    template.description("A chat over WebSockets");

    let allowed = ["dev", "prod"];
    let stage_name = Parameter::string().default("prod").allowed_values(allowed);
    let stage_name = template.parameter("StageName", stage_name)?;
    let is_prod = template.condition("IsProd", stage_name.equals("prod"))?;

    let api = Api::builder()
        .name("chat")
        .protocol_type("WEBSOCKET")
        .route_selection_expression("$request.body.action");
    let api = template.add("Api", api)?;

    let connections = Table::builder()
        .billing_mode("PAY_PER_REQUEST")
        .attribute_definitions([table::AttributeDefinition::builder()
            .attribute_name("connectionId")
            .attribute_type("S")
            .build()])
        .key_schema([table::KeySchemaItem::builder()
            .attribute_name("connectionId")
            .key_type("HASH")
            .build()]);
    let connections = template.add("Connections", connections)?;
    template
        .entry(&connections)
        .deletion_policy(DeletionPolicy::Retain);

    let trust = json(
        r#"{
        "Version": "2012-10-17",
        "Statement": [{
            "Effect": "Allow",
            "Principal": { "Service": "lambda.amazonaws.com" },
            "Action": "sts:AssumeRole"
        }]
    }"#,
    );
    let role = template.add("Role", Role::builder().assume_role_policy_document(trust))?;

    let handler = Function::builder()
        .role(role.get_att(role::ARN))
        .runtime("nodejs22.x")
        .handler("index.handler")
        .code(
            function::Code::builder()
                .zip_file("exports.handler = async () => ({ statusCode: 200 })")
                .build(),
        )
        .memory_size(is_prod.if_(512, 128))
        .environment(
            function::Environment::builder()
                .variables([
                    ("TABLE", Json::from(&connections)),
                    ("STAGE", Json::from(&stage_name)),
                ])
                .build(),
        );
    let handler = template.add("Handler", handler)?;
    let permission = Permission::builder()
        .action("lambda:InvokeFunction")
        .function_name(&handler)
        .principal("apigateway.amazonaws.com")
        .source_arn(sub!(
            "arn:${AWS::Partition}:execute-api:${AWS::Region}:${AWS::AccountId}:${api}/*"
        ));
    template.add("Permission", permission)?;

    let arn = handler.get_att(function::ARN);
    let integration = Integration::builder()
        .api_id(&api)
        .integration_type("AWS_PROXY")
        .integration_uri(sub!(
            "arn:${AWS::Partition}:apigateway:${AWS::Region}:lambda:path/2015-03-31/functions/${arn}/invocations"
        ));
    let integration = template.add("Integration", integration)?;
    let not_found = IntegrationResponse::builder()
        .api_id(&api)
        .integration_id(integration.reference())
        .integration_response_key("/400/");
    template.add("NotFound", not_found)?;

    let mut routes = Vec::new();
    for (name, key) in [
        ("Connect", "$connect"),
        ("Disconnect", "$disconnect"),
        ("Send", "send"),
        ("Default", "$default"),
    ] {
        let route = Route::builder()
            .api_id(&api)
            .route_key(key)
            .target(sub!("integrations/${integration}"));
        routes.push(template.add(name, route)?);
    }

    let deployment = template.add("Deployment", Deployment::builder().api_id(&api))?;
    for route in &routes {
        template.entry(&deployment).depends_on(route);
    }
    let stage = Stage::builder()
        .api_id(&api)
        .stage_name(&stage_name)
        .deployment_id(&deployment);
    template.add("Stage", stage)?;

    template.condition("IsDev", !Condition::from(&is_prod))?;
    let endpoint =
        Output::new(api.get_att(api::API_ENDPOINT)).export(sub!("${AWS::StackName}-endpoint"));
    template.output("Endpoint", endpoint)?;
    template.output(
        "Url",
        sub!("wss://${api}.execute-api.${AWS::Region}.${AWS::URLSuffix}/${stage_name}"),
    )?;
    let role_arn: Value<String> = role.get_att(role::ARN);
    template.output("RoleArn", Output::new(role_arn).condition(&is_prod))?;
    Ok(template)
}

/// A document that stands in the program.
fn json(text: &str) -> Json {
    text.parse().expect("the text is JSON")
}
