// Written by `cargo run -p formwork-tests --bin expanded`, without documentation. Made of: b7ba7a297c99ba48

pub struct IntegrationResponse {
    #[doc(alias = r"ApiId")]
    pub api_id: ::formwork::Value<integration_response::__private::String>,
    #[doc(alias = r"ContentHandlingStrategy")]
    pub content_handling_strategy: ::core::option::Option<
        ::formwork::Value<integration_response::ContentHandlingStrategy>,
    >,
    #[doc(alias = r"IntegrationId")]
    pub integration_id: ::formwork::Value<integration_response::__private::String>,
    #[doc(alias = r"IntegrationResponseKey")]
    pub integration_response_key: ::formwork::Value<
        integration_response::__private::String,
    >,
    #[doc(alias = r"ResponseParameters")]
    pub response_parameters: ::core::option::Option<
        ::formwork::Value<
            integration_response::__private::Map<
                integration_response::__private::Value<
                    integration_response::__private::String,
                >,
            >,
        >,
    >,
    #[doc(alias = r"ResponseTemplates")]
    pub response_templates: ::core::option::Option<
        ::formwork::Value<
            integration_response::__private::Map<
                integration_response::__private::Value<
                    integration_response::__private::String,
                >,
            >,
        >,
    >,
    #[doc(alias = r"TemplateSelectionExpression")]
    pub template_selection_expression: ::core::option::Option<
        ::formwork::Value<integration_response::__private::String>,
    >,
}
#[automatically_derived]
#[doc(hidden)]
impl ::formwork::__private::Properties for IntegrationResponse {
    const NAME: (&'static ::core::primitive::str, &'static ::core::primitive::str) = (
        "",
        "IntegrationResponse",
    );
    #[inline]
    fn table() -> &'static ::formwork::__private::RecordSpec {
        integration_response::__SPEC.record(0)
    }
    #[inline]
    fn each<'__a, __V: ::formwork::__private::Visitor<'__a>>(
        &'__a self,
        __visitor: &mut __V,
    ) {
        __visitor.slot(0, &self.api_id);
        __visitor.slot(1, &self.content_handling_strategy);
        __visitor.slot(2, &self.integration_id);
        __visitor.slot(3, &self.integration_response_key);
        __visitor.slot(4, &self.response_parameters);
        __visitor.slot(5, &self.response_templates);
        __visitor.slot(6, &self.template_selection_expression);
    }
    #[inline]
    fn slot_mut(
        &mut self,
        index: ::core::primitive::usize,
    ) -> ::core::option::Option<&mut dyn ::formwork::__private::Slot> {
        match index {
            0 => ::core::option::Option::Some(&mut self.api_id),
            1 => ::core::option::Option::Some(&mut self.content_handling_strategy),
            2 => ::core::option::Option::Some(&mut self.integration_id),
            3 => ::core::option::Option::Some(&mut self.integration_response_key),
            4 => ::core::option::Option::Some(&mut self.response_parameters),
            5 => ::core::option::Option::Some(&mut self.response_templates),
            6 => ::core::option::Option::Some(&mut self.template_selection_expression),
            _ => ::core::option::Option::None,
        }
    }
    #[inline]
    fn empty() -> Self {
        Self {
            api_id: <::formwork::Value<
                integration_response::__private::String,
            > as ::formwork::__private::Slot>::empty(),
            content_handling_strategy: ::core::option::Option::<
                ::formwork::Value<integration_response::ContentHandlingStrategy>,
            >::None,
            integration_id: <::formwork::Value<
                integration_response::__private::String,
            > as ::formwork::__private::Slot>::empty(),
            integration_response_key: <::formwork::Value<
                integration_response::__private::String,
            > as ::formwork::__private::Slot>::empty(),
            response_parameters: ::core::option::Option::<
                ::formwork::Value<
                    integration_response::__private::Map<
                        integration_response::__private::Value<
                            integration_response::__private::String,
                        >,
                    >,
                >,
            >::None,
            response_templates: ::core::option::Option::<
                ::formwork::Value<
                    integration_response::__private::Map<
                        integration_response::__private::Value<
                            integration_response::__private::String,
                        >,
                    >,
                >,
            >::None,
            template_selection_expression: ::core::option::Option::<
                ::formwork::Value<integration_response::__private::String>,
            >::None,
        }
    }
}
#[automatically_derived]
#[doc(hidden)]
impl ::formwork::__private::Generated for IntegrationResponse {
    type Kind = ::formwork::__private::OfProperties;
}
#[doc(hidden)]
impl ::core::cmp::PartialEq for IntegrationResponse {
    fn eq(&self, other: &Self) -> ::core::primitive::bool {
        ::formwork::__private::equal(self, other)
    }
}
#[automatically_derived]
#[doc(hidden)]
impl ::core::fmt::Debug for IntegrationResponse {
    fn fmt(&self, formatter: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        ::formwork::__private::debug(self, formatter)
    }
}
#[automatically_derived]
#[doc(hidden)]
impl ::formwork::__private::Serialize for IntegrationResponse {
    fn serialize<__S: ::formwork::__private::Serializer>(
        &self,
        __serializer: __S,
    ) -> ::core::result::Result<__S::Ok, __S::Error> {
        ::formwork::__private::serialize(self, __serializer)
    }
}
#[automatically_derived]
#[doc(hidden)]
impl<'__de> ::formwork::__private::Deserialize<'__de> for IntegrationResponse {
    fn deserialize<__D: ::formwork::__private::Deserializer<'__de>>(
        __deserializer: __D,
    ) -> ::core::result::Result<Self, __D::Error> {
        ::formwork::__private::deserialize(__deserializer)
    }
}
#[automatically_derived]
#[doc(hidden)]
impl ::core::clone::Clone for IntegrationResponse {
    fn clone(&self) -> Self {
        Self {
            api_id: ::core::clone::Clone::clone(&self.api_id),
            content_handling_strategy: ::core::clone::Clone::clone(
                &self.content_handling_strategy,
            ),
            integration_id: ::core::clone::Clone::clone(&self.integration_id),
            integration_response_key: ::core::clone::Clone::clone(
                &self.integration_response_key,
            ),
            response_parameters: ::core::clone::Clone::clone(&self.response_parameters),
            response_templates: ::core::clone::Clone::clone(&self.response_templates),
            template_selection_expression: ::core::clone::Clone::clone(
                &self.template_selection_expression,
            ),
        }
    }
}
#[automatically_derived]
#[doc(hidden)]
impl ::core::default::Default for IntegrationResponse
where
    for<'__a> ::formwork::__private::Setter: ::formwork::__private::HasDefault<
        '__a,
        Self,
    >,
{
    fn default() -> Self {
        <Self as ::formwork::__private::Properties>::empty()
    }
}
impl IntegrationResponse {
    #[doc(hidden)]
    #[must_use]
    pub fn default() -> Self
    where
        for<'__a> ::formwork::__private::Setter: integration_response::__private::HasDefault<
            '__a,
            Self,
        >,
    {
        <Self as ::formwork::__private::Properties>::empty()
    }
}
impl IntegrationResponse {
    pub fn builder() -> integration_response::IntegrationResponseBuilder<
        IntegrationResponse,
    > {
        integration_response::Builder {
            __record: <Self as ::formwork::__private::Properties>::empty(),
            __state: ::core::marker::PhantomData,
        }
    }
}
impl<
    ApiId,
    IntegrationId,
    IntegrationResponseKey,
> integration_response::Builder<
    IntegrationResponse,
    (ApiId, (IntegrationId, (IntegrationResponseKey, ()))),
> {
    pub fn api_id(
        mut self,
        value: impl integration_response::__private::IntoValue<
            integration_response::__private::String,
        >,
    ) -> integration_response::Builder<
        IntegrationResponse,
        (
            integration_response::__private::Given,
            (IntegrationId, (IntegrationResponseKey, ())),
        ),
    > {
        self.__record.api_id = ::formwork::IntoValue::into_value(value);
        integration_response::Builder {
            __record: self.__record,
            __state: ::core::marker::PhantomData,
        }
    }
    pub fn content_handling_strategy(
        mut self,
        value: impl integration_response::__private::IntoValue<
            integration_response::ContentHandlingStrategy,
            ::formwork::Optional,
        >,
    ) -> Self {
        ::formwork::__private::set(
            &mut self.__record.content_handling_strategy,
            value,
        );
        self
    }
    pub fn integration_id(
        mut self,
        value: impl integration_response::__private::IntoValue<
            integration_response::__private::String,
        >,
    ) -> integration_response::Builder<
        IntegrationResponse,
        (ApiId, (integration_response::__private::Given, (IntegrationResponseKey, ()))),
    > {
        self.__record.integration_id = ::formwork::IntoValue::into_value(value);
        integration_response::Builder {
            __record: self.__record,
            __state: ::core::marker::PhantomData,
        }
    }
    pub fn integration_response_key(
        mut self,
        value: impl integration_response::__private::IntoValue<
            integration_response::__private::String,
        >,
    ) -> integration_response::Builder<
        IntegrationResponse,
        (ApiId, (IntegrationId, (integration_response::__private::Given, ()))),
    > {
        self.__record.integration_response_key = ::formwork::IntoValue::into_value(
            value,
        );
        integration_response::Builder {
            __record: self.__record,
            __state: ::core::marker::PhantomData,
        }
    }
    pub fn response_parameters(
        mut self,
        value: impl integration_response::__private::IntoValue<
            integration_response::__private::Map<
                integration_response::__private::Value<
                    integration_response::__private::String,
                >,
            >,
            ::formwork::Optional,
        >,
    ) -> Self {
        ::formwork::__private::set(&mut self.__record.response_parameters, value);
        self
    }
    pub fn response_templates(
        mut self,
        value: impl integration_response::__private::IntoValue<
            integration_response::__private::Map<
                integration_response::__private::Value<
                    integration_response::__private::String,
                >,
            >,
            ::formwork::Optional,
        >,
    ) -> Self {
        ::formwork::__private::set(&mut self.__record.response_templates, value);
        self
    }
    pub fn template_selection_expression(
        mut self,
        value: impl integration_response::__private::IntoValue<
            integration_response::__private::String,
            ::formwork::Optional,
        >,
    ) -> Self {
        ::formwork::__private::set(
            &mut self.__record.template_selection_expression,
            value,
        );
        self
    }
    #[inline]
    #[must_use]
    pub fn build(self) -> IntegrationResponse
    where
        ApiId: integration_response::__private::IsGiven<
            integration_response::required::ApiId,
        >,
        IntegrationId: integration_response::__private::IsGiven<
            integration_response::required::IntegrationId,
        >,
        IntegrationResponseKey: integration_response::__private::IsGiven<
            integration_response::required::IntegrationResponseKey,
        >,
    {
        self.__record
    }
}
#[automatically_derived]
#[doc(hidden)]
impl ::formwork::__private::Built for IntegrationResponse {
    type Type = Self;
    type State = ();
    fn built(self) -> Self {
        self
    }
}
#[automatically_derived]
#[doc(hidden)]
impl ::formwork::__private::Built for &IntegrationResponse {
    type Type = IntegrationResponse;
    type State = ();
    fn built(self) -> IntegrationResponse {
        ::core::clone::Clone::clone(self)
    }
}
pub mod integration_response {
    #[doc(hidden)]
    pub(super) use ::formwork::__private;
    #[doc(hidden)]
    pub static __SPEC: __private::SpecCell = __private::SpecCell::new(
        r#"{"typeName":"AWS::ApiGatewayV2::IntegrationResponse","documentation":"https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-apigatewayv2-integrationresponse.html","asOf":"2026-08","primaryIdentifier":["ApiId","IntegrationId","IntegrationResponseId"],"attributes":{"IntegrationResponseId":{"type":"string"}},"tagging":{"taggable":false},"refReturns":["IntegrationResponseId"],"definitions":{"":{"type":"object","properties":{"ApiId":{"type":"string","minLength":1,"source":"https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-apigatewayv2-integrationresponse.html#cfn-apigatewayv2-integrationresponse-apiid","update":"Immutable"},"ContentHandlingStrategy":{"type":"string","enum":["CONVERT_TO_BINARY","CONVERT_TO_TEXT"],"source":"https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-apigatewayv2-integrationresponse.html#cfn-apigatewayv2-integrationresponse-contenthandlingstrategy"},"IntegrationId":{"type":"string","minLength":1,"source":"https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-apigatewayv2-integrationresponse.html#cfn-apigatewayv2-integrationresponse-integrationid","update":"Immutable"},"IntegrationResponseKey":{"type":"string","minLength":1,"source":"https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-apigatewayv2-integrationresponse.html#cfn-apigatewayv2-integrationresponse-integrationresponsekey"},"ResponseParameters":{"type":"object","patternProperties":{"^method\\.response\\.header\\.[!#$%&'*+.^_`|~0-9A-Za-z-]+$":{"type":"string","pattern":"^(integration\\.response\\.(header\\.[!#$%&'*+.^_`|~0-9A-Za-z-]+|body\\.[^$][\\s\\S]*)|'[\\s\\S]*')$","patternMeaning":"`integration.response.header.{name}`, `integration.response.body.{JSON expression without the $ in front}`, or a fixed value in single quotes","source":"https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-apigatewayv2-integrationresponse.html#cfn-apigatewayv2-integrationresponse-responseparameters","keyMeaning":"`method.response.header.{name}`, where `{name}` is the name of a header"}},"additionalProperties":false,"format":"json","source":"https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-apigatewayv2-integrationresponse.html#cfn-apigatewayv2-integrationresponse-responseparameters"},"ResponseTemplates":{"type":"object","additionalProperties":{"type":"string"},"format":"json","source":"https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-apigatewayv2-integrationresponse.html#cfn-apigatewayv2-integrationresponse-responsetemplates"},"TemplateSelectionExpression":{"type":"string"}},"additionalProperties":false,"required":["ApiId","IntegrationId","IntegrationResponseKey"],"readOnly":["IntegrationResponseId"]}}}"#,
    );
    #[doc(hidden)]
    pub enum Attributes {}
    pub const INTEGRATION_RESPONSE_ID: __private::Attribute<self::Attributes> = __private::Attribute::new(
        r"IntegrationResponseId",
    );
    #[non_exhaustive]
    pub enum ContentHandlingStrategy {
        ConvertToBinary,
        ConvertToText,
        #[doc(hidden)]
        __Other(::formwork::__private::Other),
    }
    impl ContentHandlingStrategy {
        pub const VALUES: &'static [&'static ::core::primitive::str] = &[
            r"CONVERT_TO_BINARY",
            r"CONVERT_TO_TEXT",
        ];
        #[inline]
        #[must_use]
        pub fn as_str(&self) -> &::core::primitive::str {
            ::formwork::__private::value_set_text(self)
        }
        #[inline]
        #[must_use]
        pub fn is_known(&self) -> ::core::primitive::bool {
            !match self {
                Self::__Other(_) => true,
                _ => false,
            }
        }
    }
    #[automatically_derived]
    #[doc(hidden)]
    impl ::formwork::__private::ValueSet for ContentHandlingStrategy {
        const TEXTS: &'static [&'static ::core::primitive::str] = Self::VALUES;
        #[inline]
        fn known(
            &self,
        ) -> ::core::result::Result<
            ::core::primitive::usize,
            &::formwork::__private::Other,
        > {
            ::core::result::Result::Ok(
                match self {
                    ContentHandlingStrategy::ConvertToBinary => 0,
                    ContentHandlingStrategy::ConvertToText => 1,
                    ContentHandlingStrategy::__Other(other) => {
                        return ::core::result::Result::Err(other);
                    }
                },
            )
        }
        #[inline]
        fn make(
            known: ::core::result::Result<
                ::core::primitive::usize,
                ::formwork::__private::Other,
            >,
        ) -> Self {
            match known {
                ::core::result::Result::Ok(0) => ContentHandlingStrategy::ConvertToBinary,
                ::core::result::Result::Ok(1) => ContentHandlingStrategy::ConvertToText,
                ::core::result::Result::Ok(_) => {
                    ContentHandlingStrategy::__Other(
                        ::formwork::__private::Other::empty(),
                    )
                }
                ::core::result::Result::Err(other) => {
                    ContentHandlingStrategy::__Other(other)
                }
            }
        }
    }
    #[automatically_derived]
    #[doc(hidden)]
    impl ::core::clone::Clone for ContentHandlingStrategy {
        fn clone(&self) -> Self {
            ::formwork::__private::value_set_clone(self)
        }
    }
    #[automatically_derived]
    #[doc(hidden)]
    impl<
        __T: ::formwork::__private::IsText + ?::core::marker::Sized,
    > ::core::cmp::PartialEq<__T> for ContentHandlingStrategy {
        fn eq(&self, other: &__T) -> ::core::primitive::bool {
            ::formwork::__private::value_set_text(self) == other.text()
        }
    }
    #[automatically_derived]
    #[doc(hidden)]
    impl ::core::cmp::Eq for ContentHandlingStrategy {}
    #[automatically_derived]
    #[doc(hidden)]
    impl ::core::hash::Hash for ContentHandlingStrategy {
        fn hash<H: ::core::hash::Hasher>(&self, state: &mut H) {
            ::formwork::__private::value_set_hash(self, state);
        }
    }
    #[automatically_derived]
    #[doc(hidden)]
    impl ::formwork::__private::Generated for ContentHandlingStrategy {
        type Kind = ::formwork::__private::OfValues;
    }
    #[automatically_derived]
    #[doc(hidden)]
    impl<__T: ::formwork::__private::FromText> ::core::convert::From<__T>
    for ContentHandlingStrategy {
        fn from(text: __T) -> Self {
            ::formwork::__private::value_set_from(text.text())
        }
    }
    #[automatically_derived]
    #[doc(hidden)]
    impl ::core::str::FromStr for ContentHandlingStrategy {
        type Err = ::core::convert::Infallible;
        fn from_str(
            text: &::core::primitive::str,
        ) -> ::core::result::Result<Self, Self::Err> {
            ::core::result::Result::Ok(::formwork::__private::value_set_from(text))
        }
    }
    #[automatically_derived]
    #[doc(hidden)]
    impl ::core::fmt::Display for ContentHandlingStrategy {
        fn fmt(
            &self,
            formatter: &mut ::core::fmt::Formatter<'_>,
        ) -> ::core::fmt::Result {
            formatter.pad(::formwork::__private::value_set_text(self))
        }
    }
    #[automatically_derived]
    #[doc(hidden)]
    impl ::core::fmt::Debug for ContentHandlingStrategy {
        fn fmt(
            &self,
            formatter: &mut ::core::fmt::Formatter<'_>,
        ) -> ::core::fmt::Result {
            ::formwork::__private::value_set_debug(self, formatter)
        }
    }
    #[must_use]
    pub struct Builder<Record, State> {
        #[doc(hidden)]
        pub __record: Record,
        #[doc(hidden)]
        pub __state: ::core::marker::PhantomData<State>,
    }
    #[automatically_derived]
    #[doc(hidden)]
    impl<Record: ::core::clone::Clone, State> ::core::clone::Clone
    for Builder<Record, State> {
        fn clone(&self) -> Self {
            Self {
                __record: ::core::clone::Clone::clone(&self.__record),
                __state: ::core::marker::PhantomData,
            }
        }
    }
    #[automatically_derived]
    #[doc(hidden)]
    impl<Record, State> ::formwork::__private::Built for Builder<Record, State> {
        type Type = Record;
        type State = State;
        fn built(self) -> Record {
            self.__record
        }
    }
    #[automatically_derived]
    #[doc(hidden)]
    impl<
        Record,
        State: ::formwork::__private::Complete,
    > ::formwork::__private::Make<::formwork::Value<Record>>
    for Builder<Record, State> {
        fn make(self) -> ::formwork::Value<Record> {
            ::formwork::Value::Literal(self.__record)
        }
    }
    #[doc(hidden)]
    pub type IntegrationResponseBuilder<
        Target,
        ApiId = __private::Missing<self::required::ApiId>,
        IntegrationId = __private::Missing<self::required::IntegrationId>,
        IntegrationResponseKey
            = __private::Missing<self::required::IntegrationResponseKey>,
    > = self::Builder<Target, (ApiId, (IntegrationId, (IntegrationResponseKey, ())))>;
    #[doc(hidden)]
    pub mod required {
        pub enum ApiId {}
        pub enum IntegrationId {}
        pub enum IntegrationResponseKey {}
    }
}
#[automatically_derived]
impl ::formwork::Resource for IntegrationResponse {
    const TYPE_NAME: &'static ::core::primitive::str = r"AWS::ApiGatewayV2::IntegrationResponse";
    type Attributes = integration_response::Attributes;
    #[inline]
    fn spec() -> &'static ::formwork::ResourceSpec {
        integration_response::__SPEC.resource()
    }
}
