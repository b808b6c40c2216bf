//! A chat over `WebSockets` as one template of thirteen resources: an API with three routes, the function behind them,
//! and a table of who is connected. Prints the template as YAML, and what a change of it would do.

use formwork::template::UpdateReplacePolicy;
use formwork::{
    DeletionPolicy, Output, Parameter, Template, Types, Value, Violations, json, sub, values,
};

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
    "AWS::Logs::LogGroup",
}

fn main() -> Result<(), Violations> {
    let template = chat()?;
    let types = Types::catalog();
    template.check(&types)?;
    print!("{}", template.to_yaml());
    println!();
    println!("{}", template.plan_update(&changed(&template)?, &types));
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
    let stage_name = template.parameter(
        "StageName",
        Parameter::string()
            .default("dev")
            .allowed_values(["dev", "prod"]),
    )?;
    let is_prod = template.condition("IsProd", stage_name.equals("prod"))?;

    let connections = template.add(
        "Connections",
        Table::builder()
            .billing_mode(table::BillingMode::PayPerRequest)
            .attribute_definitions([table::AttributeDefinition::builder()
                .attribute_name("connectionId")
                .attribute_type(table::AttributeDefinitionAttributeType::S)])
            .key_schema([table::KeySchemaItem::builder()
                .attribute_name("connectionId")
                .key_type("HASH")]),
    )?;
    template
        .entry(&connections)
        .deletion_policy(DeletionPolicy::Retain)
        .update_replace_policy(UpdateReplacePolicy::Retain);

    let role = template.add(
        "Role",
        Role::builder()
            .assume_role_policy_document(json!({
                "Version": "2012-10-17",
                "Statement": [{
                    "Effect": "Allow",
                    "Principal": { "Service": "lambda.amazonaws.com" },
                    "Action": "sts:AssumeRole"
                }]
            }))
            .policies([role::Policy::builder()
                .policy_name("connections")
                .policy_document(json!({
                    "Version": "2012-10-17",
                    "Statement": [{
                        "Effect": "Allow",
                        "Action": ["dynamodb:PutItem", "dynamodb:DeleteItem", "dynamodb:Scan"],
                        "Resource": connections.get_att(table::ARN)
                    }]
                }))]),
    )?;

    let log = template.add(
        "Log",
        LogGroup::builder()
            .log_group_name(sub!("/aws/lambda/chat-${stage_name}"))
            .retention_in_days(is_prod.if_(90, 7)),
    )?;
    let handler = template.add(
        "Handler",
        Function::builder()
            .function_name(sub!("chat-${stage_name}"))
            .role(role.get_att(role::ARN))
            .runtime(function::Runtime::Nodejs22X)
            .handler("index.handler")
            .code(
                function::Code::builder()
                    .zip_file("exports.handler = async () => ({ statusCode: 200 })"),
            )
            .memory_size(is_prod.if_(512, Value::no_value()))
            .environment(
                function::Environment::builder()
                    .variables(values! { "TABLE" => &connections, "STAGE" => &stage_name }),
            ),
    )?;
    // The group is there before the function writes to one that nobody keeps.
    template.entry(&handler).depends_on(&log);

    gateway(&mut template, &handler, &stage_name)?;
    template.output(
        "TableArn",
        Output::new(connections.get_att(table::ARN))
            .condition(&is_prod)
            .export(sub!("${AWS::StackName}-table")),
    )?;
    Ok(template)
}

/// The API, and what leads from it to the function.
fn gateway(
    template: &mut Template,
    handler: &formwork::Handle<Function>,
    stage_name: &formwork::template::ParameterHandle,
) -> Result<(), Violations> {
    let api = template.add(
        "Api",
        Api::builder()
            .name(sub!("chat-${stage_name}"))
            .protocol_type("WEBSOCKET")
            .route_selection_expression("$request.body.action"),
    )?;
    template.add(
        "Permission",
        Permission::builder()
            .action("lambda:InvokeFunction")
            .function_name(handler)
            .principal("apigateway.amazonaws.com")
            .source_arn(sub!(
                "arn:${AWS::Partition}:execute-api:${AWS::Region}:${AWS::AccountId}:${api}/*"
            )),
    )?;
    let arn = handler.get_att(function::ARN);
    let integration = template.add(
        "Integration",
        Integration::builder()
            .api_id(&api)
            .integration_type("AWS_PROXY")
            .integration_uri(sub!(
                "arn:${AWS::Partition}:apigateway:${AWS::Region}:lambda:path/2015-03-31/functions/${arn}/invocations"
            )),
    )?;
    template.add(
        "NotFound",
        IntegrationResponse::builder()
            .api_id(&api)
            .integration_id(&integration)
            .integration_response_key("/404/"),
    )?;

    let deployment = template.add("Deployment", Deployment::builder().api_id(&api))?;
    for (name, key) in [
        ("Connect", "$connect"),
        ("Disconnect", "$disconnect"),
        ("Send", "sendmessage"),
    ] {
        let route = template.add(
            name,
            Route::builder()
                .api_id(&api)
                .route_key(key)
                .target(sub!("integrations/${integration}")),
        )?;
        template.entry(&deployment).depends_on(&route);
    }
    template.add(
        "Stage",
        Stage::builder()
            .api_id(&api)
            .stage_name(stage_name)
            .deployment_id(&deployment)
            .default_route_settings(
                stage::RouteSettings::builder()
                    .throttling_burst_limit(500)
                    .throttling_rate_limit(100),
            ),
    )?;
    template.output(
        "Url",
        sub!("wss://${api}.execute-api.${AWS::Region}.${AWS::URLSuffix}/${stage_name}"),
    )?;
    Ok(())
}

/// The template with another key of a route, another key of the table, and the log group under another logical id.
///
/// # Errors
///
/// If the template is not that of [`chat`].
pub(crate) fn changed(template: &Template) -> Result<Template, Violations> {
    let mut changed = template.clone();
    if let Some(mut route) = changed.resource::<Route>("Send")? {
        route.route_key = "send".into();
        changed.replace("Send", route)?;
    }
    if let Some(mut table) = changed.resource::<Table>("Connections")? {
        let key = table::KeySchemaItem::builder()
            .attribute_name("id")
            .key_type("HASH");
        let definition = table::AttributeDefinition::builder()
            .attribute_name("id")
            .attribute_type("S");
        table.key_schema = Value::new([key]);
        table.attribute_definitions = Some(Value::new([definition]));
        changed.replace("Connections", table)?;
    }
    if let Some(log) = changed.resource::<LogGroup>("Log")? {
        changed.remove("Log");
        changed.add("Logs", log)?;
        changed.entry("Handler").attribute("DependsOn", "Logs");
    }
    Ok(changed)
}
