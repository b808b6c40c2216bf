::formwork::__private_0_1_0::resource! {
    pub IntegrationResponse in integration_response {
        @integration_response> build 0 Builder IntegrationResponseBuilder [IntegrationResponse] (ApiId, (IntegrationId, (IntegrationResponseKey, ()))) (ApiId ApiId IntegrationId IntegrationId IntegrationResponseKey IntegrationResponseKey) [] [Default] [] r#"The resource type `AWS::ApiGatewayV2::IntegrationResponse`; `ApiId`, `IntegrationId` and `IntegrationResponseKey` are required.

Identified by `ApiId` and `IntegrationId` and `IntegrationResponseId`. It takes no tags.

```text
let integration_response = IntegrationResponse::builder()
    .api_id("…")
    .integration_id("…")
    .integration_response_key("…")
    .build();
```

# Properties

| Property | Type | Update requires |
|---|---|---|
| `ApiId` (required) | string | replacement |
| `ContentHandlingStrategy` | string | no interruption |
| `IntegrationId` (required) | string | replacement |
| `IntegrationResponseKey` (required) | string | no interruption |
| `ResponseParameters` | map of strings | no interruption |
| `ResponseTemplates` | map of strings | no interruption |
| `TemplateSelectionExpression` | string | no interruption |

# Return values

`Ref`: the value of `IntegrationResponseId`.

| `Fn::GetAtt` | Type |
|---|---|
| `IntegrationResponseId` | string |

[CloudFormation reference](https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-apigatewayv2-integrationresponse.html)"#;
        0 api_id api_id [r"ApiId"] [integration_response::__private::String => (integration_response::__private::Given, (IntegrationId, (IntegrationResponseKey, ())))] [] [] [] r"Required. A string: at least 1 character. Update requires: replacement.

[CloudFormation reference](https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-apigatewayv2-integrationresponse.html#cfn-apigatewayv2-integrationresponse-apiid)";
        1 content_handling_strategy content_handling_strategy [r"ContentHandlingStrategy"] [] [] [integration_response::ContentHandlingStrategy] [] r"Optional. A string: one of `CONVERT_TO_BINARY`, `CONVERT_TO_TEXT`. Update requires: no interruption.

[CloudFormation reference](https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-apigatewayv2-integrationresponse.html#cfn-apigatewayv2-integrationresponse-contenthandlingstrategy)";
        2 integration_id integration_id [r"IntegrationId"] [integration_response::__private::String => (ApiId, (integration_response::__private::Given, (IntegrationResponseKey, ())))] [] [] [] r"Required. A string: at least 1 character. Update requires: replacement.

[CloudFormation reference](https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-apigatewayv2-integrationresponse.html#cfn-apigatewayv2-integrationresponse-integrationid)";
        3 integration_response_key integration_response_key [r"IntegrationResponseKey"] [integration_response::__private::String => (ApiId, (IntegrationId, (integration_response::__private::Given, ())))] [] [] [] r"Required. A string: at least 1 character. Update requires: no interruption.

[CloudFormation reference](https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-apigatewayv2-integrationresponse.html#cfn-apigatewayv2-integrationresponse-integrationresponsekey)";
        4 response_parameters response_parameters [r"ResponseParameters"] [] [] [integration_response::__private::Map<integration_response::__private::Value<integration_response::__private::String>>] [] r"Optional. A map of strings: written as JSON; keys are `method.response.header.{name}`, where `{name}` is the name of a header (`` ^method\.response\.header\.[!#$%&'*+.^_`|~0-9A-Za-z-]+$ ``); each `integration.response.header.{name}`, `integration.response.body.{JSON expression without the $ in front}`, or a fixed value in single quotes (`` ^(integration\.response\.(header\.[!#$%&'*+.^_`|~0-9A-Za-z-]+|body\.[^$][\s\S]*)|'[\s\S]*')$ ``). Update requires: no interruption.

[CloudFormation reference](https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-apigatewayv2-integrationresponse.html#cfn-apigatewayv2-integrationresponse-responseparameters)";
        5 response_templates response_templates [r"ResponseTemplates"] [] [] [integration_response::__private::Map<integration_response::__private::Value<integration_response::__private::String>>] [] r"Optional. A map of strings: written as JSON; keys are a content type such as `application/json`. Update requires: no interruption.

[CloudFormation reference](https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-apigatewayv2-integrationresponse.html#cfn-apigatewayv2-integrationresponse-responsetemplates)";
        6 template_selection_expression template_selection_expression [r"TemplateSelectionExpression"] [] [] [integration_response::__private::String] [] r"Optional. A string. Update requires: no interruption.

[CloudFormation reference](https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-apigatewayv2-integrationresponse.html#cfn-apigatewayv2-integrationresponse-templateselectionexpression)";
    }
    r"AWS::ApiGatewayV2::IntegrationResponse" Attributes r"Property types, value sets, attributes and builders of `IntegrationResponse` (`AWS::ApiGatewayV2::IntegrationResponse`).

Structs are `Clone`, `Debug`, `PartialEq`, `Serialize` and `Deserialize`. Value sets are `Clone`, `Debug`, `Display`, `Eq` and `Hash`, are made of text by `From` and `FromStr`, and compare with text." {
        #[doc (hidden)]
        pub static __SPEC: __private::SpecCell = __private::SpecCell::new (r#"{"typeName":"AWS::ApiGatewayV2::IntegrationResponse","documentation":"https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-apigatewayv2-integrationresponse.html","asOf":"2026-08","primaryIdentifier":["ApiId","IntegrationId","IntegrationResponseId"],"attributes":{"IntegrationResponseId":{"type":"string"}},"tagging":{"taggable":false},"refReturns":["IntegrationResponseId"],"definitions":{"":{"type":"object","properties":{"ApiId":{"type":"string","minLength":1,"source":"https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-apigatewayv2-integrationresponse.html#cfn-apigatewayv2-integrationresponse-apiid","update":"Immutable"},"ContentHandlingStrategy":{"type":"string","enum":["CONVERT_TO_BINARY","CONVERT_TO_TEXT"],"source":"https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-apigatewayv2-integrationresponse.html#cfn-apigatewayv2-integrationresponse-contenthandlingstrategy"},"IntegrationId":{"type":"string","minLength":1,"source":"https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-apigatewayv2-integrationresponse.html#cfn-apigatewayv2-integrationresponse-integrationid","update":"Immutable"},"IntegrationResponseKey":{"type":"string","minLength":1,"source":"https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-apigatewayv2-integrationresponse.html#cfn-apigatewayv2-integrationresponse-integrationresponsekey"},"ResponseParameters":{"type":"object","patternProperties":{"^method\\.response\\.header\\.[!#$%&'*+.^_`|~0-9A-Za-z-]+$":{"type":"string","pattern":"^(integration\\.response\\.(header\\.[!#$%&'*+.^_`|~0-9A-Za-z-]+|body\\.[^$][\\s\\S]*)|'[\\s\\S]*')$","patternMeaning":"`integration.response.header.{name}`, `integration.response.body.{JSON expression without the $ in front}`, or a fixed value in single quotes","source":"https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-apigatewayv2-integrationresponse.html#cfn-apigatewayv2-integrationresponse-responseparameters","keyMeaning":"`method.response.header.{name}`, where `{name}` is the name of a header"}},"additionalProperties":false,"format":"json","source":"https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-apigatewayv2-integrationresponse.html#cfn-apigatewayv2-integrationresponse-responseparameters"},"ResponseTemplates":{"type":"object","additionalProperties":{"type":"string"},"format":"json","source":"https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-apigatewayv2-integrationresponse.html#cfn-apigatewayv2-integrationresponse-responsetemplates"},"TemplateSelectionExpression":{"type":"string"}},"additionalProperties":false,"required":["ApiId","IntegrationId","IntegrationResponseKey"],"readOnly":["IntegrationResponseId"]}}}"#);
        #[doc = r"Ties the attributes to `IntegrationResponse`."]
        #[doc (hidden)]
        pub enum Attributes {
        }
        #[doc = r"`Fn::GetAtt` with `IntegrationResponseId`: string."]
        pub const INTEGRATION_RESPONSE_ID: __private::Attribute<self::Attributes> = __private::Attribute::new (r"IntegrationResponseId");
        __private::value_set! {
            ContentHandlingStrategy r"Values of `ContentHandlingStrategy`: `CONVERT_TO_BINARY`, `CONVERT_TO_TEXT`.

Other values are kept as they are, and `validate` reports them.";
            {
                0 r"CONVERT_TO_BINARY" ConvertToBinary r"`CONVERT_TO_BINARY`: Decodes a body that is a Base64 string into the bytes that it stands for.";
                1 r"CONVERT_TO_TEXT" ConvertToText r"`CONVERT_TO_TEXT`: Encodes a body of bytes as a Base64 string.";
            }
        }
        __private::builder! {
            Builder r"What `builder` gives: one setter for each property, named as the field, then `build`, which compiles once every required property was given. The type of a builder has the name of its struct, with `Builder` behind it."
        }
        #[doc = r"Builder of `IntegrationResponse`: one setter for each property, then `build`."]
        #[doc (hidden)]
        pub type IntegrationResponseBuilder<Target, ApiId = __private::Missing<self::required::ApiId>, IntegrationId = __private::Missing<self::required::IntegrationId>, IntegrationResponseKey = __private::Missing<self::required::IntegrationResponseKey>,> = self::Builder<Target, (ApiId, (IntegrationId, (IntegrationResponseKey, ())))>;
        #[doc = "The required properties: what the state of a builder names while one is missing."]
        #[doc (hidden)]
        pub mod required {
            #[doc = r"The required property `ApiId`."]
            pub enum ApiId {
            }
            #[doc = r"The required property `IntegrationId`."]
            pub enum IntegrationId {
            }
            #[doc = r"The required property `IntegrationResponseKey`."]
            pub enum IntegrationResponseKey {
            }
        }
    }
}
