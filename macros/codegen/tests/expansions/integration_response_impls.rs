const _: () = {
    ::formwork::__private::record! {
        IntegrationResponse, integration_response::__SPEC, 0, 0 api_id 1
        content_handling_strategy 2 integration_id 3 integration_response_key 4
        response_parameters 5 response_templates 6 template_selection_expression
    }
    impl IntegrationResponse {
        ///A builder of `IntegrationResponse`.
        #[inline]
        pub fn builder() -> integration_response::IntegrationResponseBuilder<
            IntegrationResponse,
        > {
            integration_response::IntegrationResponseBuilder {
                __record: <IntegrationResponse as ::formwork::__private::Record>::empty(),
                __state: ::core::marker::PhantomData,
            }
        }
    }
    impl<
        ApiId,
        IntegrationId,
        IntegrationResponseKey,
    > integration_response::IntegrationResponseBuilder<
        IntegrationResponse,
        ApiId,
        IntegrationId,
        IntegrationResponseKey,
    > {
        /**Identifies the API that the integration belongs to.

Required. A string of at least 1 characters. Update requires: no interruption.*/
        #[inline]
        pub fn api_id(
            mut self,
            __value: impl ::core::convert::Into<
                ::formwork::Value<::formwork::__private::String>,
            >,
        ) -> integration_response::IntegrationResponseBuilder<
            IntegrationResponse,
            ::formwork::__private::Given,
            IntegrationId,
            IntegrationResponseKey,
        > {
            self.__record.api_id = ::core::convert::Into::into(__value);
            integration_response::IntegrationResponseBuilder {
                __record: self.__record,
                __state: ::core::marker::PhantomData,
            }
        }
        /**How the type of the body is converted on its way from the integration.

Optional. A string. Allowed values: `CONVERT_TO_BINARY`, `CONVERT_TO_TEXT`. Update requires: no interruption.*/
        #[inline]
        pub fn content_handling_strategy(
            mut self,
            __value: impl ::core::convert::Into<
                ::formwork::Value<integration_response::ContentHandlingStrategy>,
            >,
        ) -> Self {
            self.__record.content_handling_strategy = ::core::option::Option::Some(
                ::core::convert::Into::into(__value),
            );
            self
        }
        /**Identifies the integration whose answers this response is for.

Required. A string of at least 1 characters. Update requires: no interruption.*/
        #[inline]
        pub fn integration_id(
            mut self,
            __value: impl ::core::convert::Into<
                ::formwork::Value<::formwork::__private::String>,
            >,
        ) -> integration_response::IntegrationResponseBuilder<
            IntegrationResponse,
            ApiId,
            ::formwork::__private::Given,
            IntegrationResponseKey,
        > {
            self.__record.integration_id = ::core::convert::Into::into(__value);
            integration_response::IntegrationResponseBuilder {
                __record: self.__record,
                __state: ::core::marker::PhantomData,
            }
        }
        /**Selects the answers that this response is for.

Required. A string of at least 1 characters. Update requires: no interruption.*/
        #[inline]
        pub fn integration_response_key(
            mut self,
            __value: impl ::core::convert::Into<
                ::formwork::Value<::formwork::__private::String>,
            >,
        ) -> integration_response::IntegrationResponseBuilder<
            IntegrationResponse,
            ApiId,
            IntegrationId,
            ::formwork::__private::Given,
        > {
            self.__record.integration_response_key = ::core::convert::Into::into(
                __value,
            );
            integration_response::IntegrationResponseBuilder {
                __record: self.__record,
                __state: ::core::marker::PhantomData,
            }
        }
        /**The headers of the method response, by name.

Optional. A map of strings. Its keys match `` ^method\.response\.header\.[!#$%&'*+.^_`|~0-9A-Za-z-]+$ `` (`method.response.header.{name}`, where `{name}` is the name of a header). Each value: a string that matches `` ^(integration\.response\.(header\.[!#$%&'*+.^_`|~0-9A-Za-z-]+|body\.[^$][\s\S]*)|'[\s\S]*')$ `` (`integration.response.header.{name}`, `integration.response.body.{JSON expression without the $ in front}`, or a fixed value in single quotes). Update requires: no interruption.*/
        #[inline]
        pub fn response_parameters(
            mut self,
            __value: impl ::core::convert::Into<
                ::formwork::Value<
                    ::formwork::Map<::formwork::Value<::formwork::__private::String>>,
                >,
            >,
        ) -> Self {
            self.__record.response_parameters = ::core::option::Option::Some(
                ::core::convert::Into::into(__value),
            );
            self
        }
        /**The templates that make the body of the response, by content type.

Optional. A map of strings. Update requires: no interruption.*/
        #[inline]
        pub fn response_templates(
            mut self,
            __value: impl ::core::convert::Into<
                ::formwork::Value<
                    ::formwork::Map<::formwork::Value<::formwork::__private::String>>,
                >,
            >,
        ) -> Self {
            self.__record.response_templates = ::core::option::Option::Some(
                ::core::convert::Into::into(__value),
            );
            self
        }
        /**The expression that chooses among the response templates.

Optional. A string. Update requires: no interruption.*/
        #[inline]
        pub fn template_selection_expression(
            mut self,
            __value: impl ::core::convert::Into<
                ::formwork::Value<::formwork::__private::String>,
            >,
        ) -> Self {
            self.__record.template_selection_expression = ::core::option::Option::Some(
                ::core::convert::Into::into(__value),
            );
            self
        }
        /// What was built. This compiles only if every required property was given.
        #[inline]
        #[must_use]
        pub fn build(self) -> IntegrationResponse
        where
            ApiId: ::formwork::__private::IsGiven,
            IntegrationId: ::formwork::__private::IsGiven,
            IntegrationResponseKey: ::formwork::__private::IsGiven,
        {
            self.__record
        }
    }
    #[automatically_derived]
    impl ::formwork::Resource for IntegrationResponse {
        const TYPE_NAME: &'static ::core::primitive::str = "AWS::ApiGatewayV2::IntegrationResponse";
        type Attributes = integration_response::Attributes;
        #[inline]
        fn spec() -> &'static ::formwork::ResourceSpec {
            integration_response::__SPEC.resource()
        }
    }
};
