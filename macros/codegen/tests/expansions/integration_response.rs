/**What a WebSocket API sends back to its client when an integration has answered: which answers this response is for, and how headers and body are converted on the way.

Resource type: `AWS::ApiGatewayV2::IntegrationResponse`.

# Properties

| Property | Type | Required | Update requires |
|---|---|---|---|
| `ApiId` | string | yes | no interruption |
| `ContentHandlingStrategy` | string | no | no interruption |
| `IntegrationId` | string | yes | no interruption |
| `IntegrationResponseKey` | string | yes | no interruption |
| `ResponseParameters` | map of strings | no | no interruption |
| `ResponseTemplates` | map of strings | no | no interruption |
| `TemplateSelectionExpression` | string | no | no interruption |

# Return values

`Ref`: the identifier of the integration response, such as `abcd123`.

| `Fn::GetAtt` | Type |
|---|---|
| `IntegrationResponseId` | string |

[CloudFormation reference](https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-apigatewayv2-integrationresponse.html)

See also: [Set up WebSocket API integration responses in API Gateway](https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-integration-responses.html), [CreateIntegrationResponse](https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid-integrations-integrationid-integrationresponses.html#CreateIntegrationResponse), [Ref](https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference-ref.html).*/
#[derive(::core::clone::Clone, ::core::cmp::PartialEq)]
pub struct IntegrationResponse {
    /**Identifies the API that the integration belongs to.

Required. A string of at least 1 characters. Update requires: no interruption.

[CloudFormation reference](https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-apigatewayv2-integrationresponse.html#cfn-apigatewayv2-integrationresponse-apiid)*/
    #[doc(alias = "ApiId")]
    pub api_id: ::formwork::Value<::formwork::__private::String>,
    /**How the type of the body is converted on its way from the integration.

Only for WebSocket APIs. Left out, the body is passed on to the route response or method response as it is.

Optional. A string. Allowed values: `CONVERT_TO_BINARY`, `CONVERT_TO_TEXT`. Update requires: no interruption.

[CloudFormation reference](https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-apigatewayv2-integrationresponse.html#cfn-apigatewayv2-integrationresponse-contenthandlingstrategy)*/
    #[doc(alias = "ContentHandlingStrategy")]
    pub content_handling_strategy: ::core::option::Option<
        ::formwork::Value<integration_response::ContentHandlingStrategy>,
    >,
    /**Identifies the integration whose answers this response is for.

Required. A string of at least 1 characters. Update requires: no interruption.

[CloudFormation reference](https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-apigatewayv2-integrationresponse.html#cfn-apigatewayv2-integrationresponse-integrationid)*/
    #[doc(alias = "IntegrationId")]
    pub integration_id: ::formwork::Value<::formwork::__private::String>,
    /**Selects the answers that this response is for.

Required. A string of at least 1 characters. Update requires: no interruption.

[CloudFormation reference](https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-apigatewayv2-integrationresponse.html#cfn-apigatewayv2-integrationresponse-integrationresponsekey)*/
    #[doc(alias = "IntegrationResponseKey")]
    pub integration_response_key: ::formwork::Value<::formwork::__private::String>,
    /**The headers of the method response, by name.

Each gets a header of the integration's answer, a part of the answer's body, or a fixed value in single quotes.

Optional. A map of strings. Its keys match `` ^method\.response\.header\.[!#$%&'*+.^_`|~0-9A-Za-z-]+$ `` (`method.response.header.{name}`, where `{name}` is the name of a header). Each value: a string that matches `` ^(integration\.response\.(header\.[!#$%&'*+.^_`|~0-9A-Za-z-]+|body\.[^$][\s\S]*)|'[\s\S]*')$ `` (`integration.response.header.{name}`, `integration.response.body.{JSON expression without the $ in front}`, or a fixed value in single quotes). Update requires: no interruption.

[CloudFormation reference](https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-apigatewayv2-integrationresponse.html#cfn-apigatewayv2-integrationresponse-responseparameters)*/
    #[doc(alias = "ResponseParameters")]
    pub response_parameters: ::core::option::Option<
        ::formwork::Value<
            ::formwork::Map<::formwork::Value<::formwork::__private::String>>,
        >,
    >,
    /**The templates that make the body of the response, by content type.

Optional. A map of strings. Update requires: no interruption.

[CloudFormation reference](https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-apigatewayv2-integrationresponse.html#cfn-apigatewayv2-integrationresponse-responsetemplates)*/
    #[doc(alias = "ResponseTemplates")]
    pub response_templates: ::core::option::Option<
        ::formwork::Value<
            ::formwork::Map<::formwork::Value<::formwork::__private::String>>,
        >,
    >,
    /**The expression that chooses among the response templates.

Only for WebSocket APIs.

Optional. A string. Update requires: no interruption.

[CloudFormation reference](https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-apigatewayv2-integrationresponse.html#cfn-apigatewayv2-integrationresponse-templateselectionexpression)*/
    #[doc(alias = "TemplateSelectionExpression")]
    pub template_selection_expression: ::core::option::Option<
        ::formwork::Value<::formwork::__private::String>,
    >,
}
///Property types, value sets, attributes and builders of `IntegrationResponse` (`AWS::ApiGatewayV2::IntegrationResponse`).
pub mod integration_response {
    #[doc(hidden)]
    pub static __SPEC: ::formwork::__private::SpecCell = ::formwork::__private::SpecCell::new(
        "{\"typeName\":\"AWS::ApiGatewayV2::IntegrationResponse\",\"documentation\":\"https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-apigatewayv2-integrationresponse.html\",\"primaryIdentifier\":[\"IntegrationResponseId\"],\"attributes\":{\"IntegrationResponseId\":{\"type\":\"string\"}},\"definitions\":{\"\":{\"type\":\"object\",\"properties\":{\"ApiId\":{\"type\":\"string\",\"minLength\":1,\"source\":\"https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-apigatewayv2-integrationresponse.html#cfn-apigatewayv2-integrationresponse-apiid\"},\"ContentHandlingStrategy\":{\"type\":\"string\",\"enum\":[\"CONVERT_TO_BINARY\",\"CONVERT_TO_TEXT\"],\"source\":\"https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-apigatewayv2-integrationresponse.html#cfn-apigatewayv2-integrationresponse-contenthandlingstrategy\"},\"IntegrationId\":{\"type\":\"string\",\"minLength\":1,\"source\":\"https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-apigatewayv2-integrationresponse.html#cfn-apigatewayv2-integrationresponse-integrationid\"},\"IntegrationResponseKey\":{\"type\":\"string\",\"minLength\":1,\"source\":\"https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-apigatewayv2-integrationresponse.html#cfn-apigatewayv2-integrationresponse-integrationresponsekey\"},\"ResponseParameters\":{\"type\":\"object\",\"patternProperties\":{\"^method\\\\.response\\\\.header\\\\.[!#$%&'*+.^_`|~0-9A-Za-z-]+$\":{\"type\":\"string\",\"pattern\":\"^(integration\\\\.response\\\\.(header\\\\.[!#$%&'*+.^_`|~0-9A-Za-z-]+|body\\\\.[^$][\\\\s\\\\S]*)|'[\\\\s\\\\S]*')$\",\"patternMeaning\":\"`integration.response.header.{name}`, `integration.response.body.{JSON expression without the $ in front}`, or a fixed value in single quotes\",\"source\":\"https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-apigatewayv2-integrationresponse.html#cfn-apigatewayv2-integrationresponse-responseparameters\",\"keyMeaning\":\"`method.response.header.{name}`, where `{name}` is the name of a header\"}},\"additionalProperties\":false,\"source\":\"https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-apigatewayv2-integrationresponse.html#cfn-apigatewayv2-integrationresponse-responseparameters\"},\"ResponseTemplates\":{\"type\":\"object\",\"additionalProperties\":{\"type\":\"string\"},\"source\":\"https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-apigatewayv2-integrationresponse.html#cfn-apigatewayv2-integrationresponse-responsetemplates\"},\"TemplateSelectionExpression\":{\"type\":\"string\"}},\"additionalProperties\":false,\"required\":[\"ApiId\",\"IntegrationId\",\"IntegrationResponseKey\"]}}}",
    );
    ///Ties the attributes to `IntegrationResponse`.
    pub enum Attributes {}
    /**Identifies the integration response.

`Fn::GetAtt` with `IntegrationResponseId` returns: string.*/
    pub const INTEGRATION_RESPONSE_ID: ::formwork::Attribute<self::Attributes> = ::formwork::Attribute::new(
        "IntegrationResponseId",
    );
    /**Values of `ContentHandlingStrategy`.

Other values are read and kept as they are; `validate` reports them.*/
    #[derive(
        ::core::clone::Clone,
        ::core::cmp::PartialEq,
        ::core::cmp::Eq,
        ::core::hash::Hash,
    )]
    #[non_exhaustive]
    pub enum ContentHandlingStrategy {
        ///`CONVERT_TO_BINARY`: Decodes a body that is a Base64 string into the bytes that it stands for.
        ConvertToBinary,
        ///`CONVERT_TO_TEXT`: Encodes a body of bytes as a Base64 string.
        ConvertToText,
        #[doc(hidden)]
        __Other(::formwork::__private::Other),
    }
    ::formwork::__private::value_set! {
        ContentHandlingStrategy, 0 ConvertToBinary "CONVERT_TO_BINARY" 1 ConvertToText
        "CONVERT_TO_TEXT"
    }
    ///Builder of `IntegrationResponse`: one setter for each property, then [`build`](Self::build).
    #[must_use]
    pub struct IntegrationResponseBuilder<
        Target,
        ApiId = ::formwork::__private::Missing<self::required::ApiId>,
        IntegrationId = ::formwork::__private::Missing<self::required::IntegrationId>,
        IntegrationResponseKey
            = ::formwork::__private::Missing<self::required::IntegrationResponseKey>,
    > {
        #[doc(hidden)]
        pub __record: Target,
        #[doc(hidden)]
        pub __state: ::core::marker::PhantomData<
            (ApiId, IntegrationId, IntegrationResponseKey),
        >,
    }
    /// The required properties, as the state of a builder names the ones that are missing.
    pub mod required {
        ///The required property `ApiId`.
        pub enum ApiId {}
        ///The required property `IntegrationId`.
        pub enum IntegrationId {}
        ///The required property `IntegrationResponseKey`.
        pub enum IntegrationResponseKey {}
    }
}
