//! A constructor for each intrinsic function of the user guide.

use crate::json::intrinsic::Intrinsic;
use crate::typed::placeholder::Placeholder;
use crate::typed::slot::Slot;
use crate::typed::value::Value;
use crate::{IntoValue, Json, Map};

/// A value, or text, as an argument of a function.
fn argument(value: impl IntoValue<String>) -> Json {
    value.into_value().into_json()
}

fn arguments<V: IntoValue<String>>(values: impl IntoIterator<Item = V>) -> Json {
    Json::Array(values.into_iter().map(argument).collect())
}

/// The functions that can stand in the place of a value, each with a link to its page of the user guide.
///
/// Arguments that may hold functions themselves are taken as `impl IntoValue<…>`, so that text and
/// calls both fit.
///
/// ```
/// use formwork::Value;
///
/// let name: Value<String> = Value::join("-", [Value::from("logs"), Value::reference("AWS::Region")]);
/// let json = r#"{"Fn::Join":["-",["logs",{"Ref":"AWS::Region"}]]}"#;
/// assert_eq!(name.to_json().to_string(), json);
/// ```
impl<T> Value<T> {
    /// Any function by name: for functions that this crate does not know.
    ///
    /// ```
    /// use formwork::{Json, Value};
    ///
    /// let value: Value<i64> = Value::function("Fn::Whatever", Json::from("x"));
    /// assert_eq!(value.as_intrinsic().unwrap().name(), Some("Fn::Whatever"));
    /// ```
    #[must_use]
    pub fn function(name: impl Into<String>, argument: impl Into<Json>) -> Self {
        Self::Intrinsic(Intrinsic::call(name, argument).into())
    }

    /// [`Ref`](https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference-ref.html):
    /// a parameter's value, or what identifies a resource.
    #[must_use]
    pub fn reference(logical_id: impl Into<String>) -> Self {
        Self::function("Ref", logical_id.into())
    }

    /// `{"Ref": "AWS::NoValue"}`: as if the property were not written, for a branch of [`Value::if_`].
    #[must_use]
    pub fn no_value() -> Self {
        Self::Intrinsic(Placeholder::NO_VALUE)
    }

    /// [`Fn::GetAtt`](https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference-getatt.html):
    /// an attribute of a resource.
    #[must_use]
    pub fn get_att(logical_id: impl Into<String>, attribute: impl Into<String>) -> Self {
        let arguments = vec![Json::from(logical_id.into()), Json::from(attribute.into())];
        Self::function("Fn::GetAtt", arguments)
    }

    /// [`Fn::Sub`](https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference-sub.html)
    /// with names of the template alone: `${MyApi}` and `${MyApi.Attribute}` are replaced.
    #[must_use]
    pub fn sub(text: impl Into<String>) -> Self {
        Self::function("Fn::Sub", text.into())
    }

    /// `Fn::Sub` with variables of its own.
    #[must_use]
    pub fn sub_with<K: Into<String>, V: IntoValue<String>>(
        text: impl Into<String>,
        variables: impl IntoIterator<Item = (K, V)>,
    ) -> Self {
        let variables = variables.into_iter();
        let variables: Map<Json> = variables.map(|(k, v)| (k.into(), argument(v))).collect();
        Self::function(
            "Fn::Sub",
            vec![Json::from(text.into()), Json::Object(variables)],
        )
    }

    /// [`Fn::Join`](https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference-join.html):
    /// texts with a delimiter between them, or the elements of a list that is only known at deployment.
    ///
    /// ```
    /// use formwork::Value;
    ///
    /// let zones: Value<String> = Value::join(",", Value::get_azs(""));
    /// assert_eq!(zones.to_json().to_string(), r#"{"Fn::Join":[",",{"Fn::GetAZs":""}]}"#);
    /// ```
    #[must_use]
    pub fn join(delimiter: impl Into<String>, values: impl IntoTexts) -> Self {
        let values = values.into_texts();
        Self::function("Fn::Join", vec![Json::from(delimiter.into()), values])
    }

    /// [`Fn::Select`](https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference-select.html):
    /// one element of a list, counted from 0.
    #[must_use]
    pub fn select(index: impl IntoValue<i64>, list: impl IntoTexts) -> Self {
        let arguments = vec![index.into_value().to_json(), list.into_texts()];
        Self::function("Fn::Select", arguments)
    }

    /// [`Fn::If`](https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference-conditions.html#intrinsic-function-reference-conditions-if):
    /// one of two values, decided by a condition of the template.
    #[must_use]
    pub fn if_(
        condition: impl Into<String>,
        then: impl IntoValue<T>,
        otherwise: impl IntoValue<T>,
    ) -> Self
    where
        T: Slot,
    {
        let (then, otherwise) = (
            then.into_value().into_json(),
            otherwise.into_value().into_json(),
        );
        Self::function(
            "Fn::If",
            vec![Json::from(condition.into()), then, otherwise],
        )
    }

    /// [`Fn::FindInMap`](https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference-findinmap.html):
    /// a value of a mapping of the template.
    #[must_use]
    pub fn find_in_map(
        mapping: impl IntoValue<String>,
        top_level_key: impl IntoValue<String>,
        second_level_key: impl IntoValue<String>,
    ) -> Self {
        let keys = [
            argument(mapping),
            argument(top_level_key),
            argument(second_level_key),
        ];
        Self::function("Fn::FindInMap", keys.to_vec())
    }

    /// `Fn::FindInMap` with a value for keys that the mapping lacks; needs the transform
    /// `AWS::LanguageExtensions`.
    #[must_use]
    pub fn find_in_map_or(
        mapping: impl IntoValue<String>,
        top_level_key: impl IntoValue<String>,
        second_level_key: impl IntoValue<String>,
        default: impl IntoValue<T>,
    ) -> Self
    where
        T: Slot,
    {
        let default = Map::from([("DefaultValue", default.into_value().into_json())]);
        let keys = [
            argument(mapping),
            argument(top_level_key),
            argument(second_level_key),
            Json::Object(default),
        ];
        Self::function("Fn::FindInMap", keys.to_vec())
    }

    /// [`Fn::ImportValue`](https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference-importvalue.html):
    /// an output that another stack exports.
    #[must_use]
    pub fn import_value(export: impl IntoValue<String>) -> Self {
        Self::function("Fn::ImportValue", argument(export))
    }

    /// `Fn::GetStackOutput`: an output of another stack of the account and region, which need not be exported. For
    /// another region or account call [`Value::function`] with `Region` and `RoleArn` beside the two names.
    ///
    /// ```
    /// use formwork::Value;
    ///
    /// let output: Value<String> = Value::get_stack_output("network", "VpcId");
    /// let json = r#"{"Fn::GetStackOutput":{"StackName":"network","OutputName":"VpcId"}}"#;
    /// assert_eq!(output.to_json().to_string(), json);
    /// ```
    #[must_use]
    pub fn get_stack_output(stack: impl IntoValue<String>, output: impl IntoValue<String>) -> Self {
        let names = Map::from([
            ("StackName", argument(stack)),
            ("OutputName", argument(output)),
        ]);
        Self::function("Fn::GetStackOutput", Json::Object(names))
    }

    /// [`Fn::Base64`](https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference-base64.html):
    /// text in Base64.
    #[must_use]
    pub fn base64(text: impl IntoValue<String>) -> Self {
        Self::function("Fn::Base64", argument(text))
    }

    /// [`Fn::Transform`](https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference-transform.html):
    /// what a macro makes of the parameters.
    #[must_use]
    pub fn transform<K: Into<String>, V: Into<Json>>(
        name: impl Into<String>,
        parameters: impl IntoIterator<Item = (K, V)>,
    ) -> Self {
        let parameters = parameters.into_iter();
        let parameters: Map<Json> = parameters.map(|(k, v)| (k.into(), v.into())).collect();
        let call = Map::from([
            ("Name", Json::from(name.into())),
            ("Parameters", Json::Object(parameters)),
        ]);
        Self::function("Fn::Transform", Json::Object(call))
    }

    /// [`Fn::ToJsonString`](https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference-ToJsonString.html):
    /// an object or list as JSON text; needs the transform `AWS::LanguageExtensions`.
    #[must_use]
    pub fn to_json_string(value: impl Into<Json>) -> Self {
        Self::function("Fn::ToJsonString", value)
    }

    /// [`Fn::Length`](https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference-length.html):
    /// how many elements a list has; needs the transform `AWS::LanguageExtensions`.
    #[must_use]
    pub fn length(list: impl IntoTexts) -> Self {
        Self::function("Fn::Length", list.into_texts())
    }
}

/// The functions that give a list of texts.
impl Value<Vec<Value<String>>> {
    /// [`Fn::Split`](https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference-split.html):
    /// the pieces of a text between delimiters.
    #[must_use]
    pub fn split(delimiter: impl Into<String>, text: impl IntoValue<String>) -> Self {
        Self::function(
            "Fn::Split",
            vec![Json::from(delimiter.into()), argument(text)],
        )
    }

    /// [`Fn::Cidr`](https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference-cidr.html):
    /// `count` address blocks of `cidr_bits` subnet bits each, out of one block.
    #[must_use]
    pub fn cidr(
        block: impl IntoValue<String>,
        count: impl IntoValue<i64>,
        cidr_bits: impl IntoValue<i64>,
    ) -> Self {
        let arguments = [
            argument(block),
            count.into_value().into_json(),
            cidr_bits.into_value().into_json(),
        ];
        Self::function("Fn::Cidr", arguments.to_vec())
    }

    /// [`Fn::GetAZs`](https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference-getavailabilityzones.html):
    /// the availability zones of a region; `""` is the region of the stack.
    #[must_use]
    pub fn get_azs(region: impl IntoValue<String>) -> Self {
        Self::function("Fn::GetAZs", argument(region))
    }
}

/// What functions take as a list of texts: an array or vector of texts and functions, or what gives a list.
///
/// ```
/// use formwork::Value;
///
/// let one_by_one: Value<String> = Value::join("-", ["jobs".into(), Value::<String>::reference("Stage")]);
/// let from_a_list: Value<String> = Value::select(0, Value::get_azs(""));
/// # let _ = (one_by_one, from_a_list);
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no list of texts",
    note = "an array of texts and functions is one, and a function or a parameter that gives a list of texts"
)]
pub trait IntoTexts {
    /// The list as the function takes it.
    fn into_texts(self) -> Json;
}

impl<V: IntoValue<String>, I: IntoIterator<Item = V>> IntoTexts for I {
    fn into_texts(self) -> Json {
        arguments(self)
    }
}

impl IntoTexts for Value<Vec<Value<String>>> {
    fn into_texts(self) -> Json {
        self.to_json()
    }
}

/// The [condition functions](https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference-conditions.html)
/// and the [rule functions](https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference-rules.html)
/// of the user guide, for the conditions and rules of a template.
///
/// ```
/// use formwork::Value;
///
/// let is_production: Value<bool> = Value::equals(Value::reference("Stage"), "prod");
/// let json = r#"{"Fn::Equals":[{"Ref":"Stage"},"prod"]}"#;
/// assert_eq!(is_production.to_json().to_string(), json);
/// ```
impl Value<bool> {
    /// `Condition`: the outcome of a condition of the template, by name.
    #[must_use]
    pub fn condition(name: impl Into<String>) -> Self {
        Self::function("Condition", name.into())
    }

    /// `Fn::Equals`: whether two texts are equal.
    #[must_use]
    pub fn equals(left: impl IntoValue<String>, right: impl IntoValue<String>) -> Self {
        Self::function("Fn::Equals", vec![argument(left), argument(right)])
    }

    /// `Fn::And`: whether all of 2 to 10 conditions hold.
    #[must_use]
    pub fn and(conditions: impl IntoIterator<Item = Self>) -> Self {
        Self::function("Fn::And", Self::list(conditions))
    }

    /// `Fn::Or`: whether one of 2 to 10 conditions holds.
    #[must_use]
    pub fn or(conditions: impl IntoIterator<Item = Self>) -> Self {
        Self::function("Fn::Or", Self::list(conditions))
    }

    /// `Fn::Not`: whether a condition does not hold.
    #[must_use]
    #[allow(
        clippy::should_implement_trait,
        reason = "named after the function; a call, not an operator"
    )]
    pub fn not(condition: Self) -> Self {
        Self::function("Fn::Not", Self::list([condition]))
    }

    /// `Fn::Contains`: whether a text is one of a list.
    #[must_use]
    pub fn contains(list: impl IntoTexts, text: impl IntoValue<String>) -> Self {
        Self::function("Fn::Contains", vec![list.into_texts(), argument(text)])
    }

    /// `Fn::EachMemberEquals`: whether every element of a list equals a text.
    #[must_use]
    pub fn each_member_equals(list: impl IntoTexts, text: impl IntoValue<String>) -> Self {
        Self::function(
            "Fn::EachMemberEquals",
            vec![list.into_texts(), argument(text)],
        )
    }

    /// `Fn::EachMemberIn`: whether every element of the first list is in the second.
    #[must_use]
    pub fn each_member_in(
        list: impl IntoTexts,
        allowed: impl IntoValue<Vec<Value<String>>>,
    ) -> Self {
        Self::function(
            "Fn::EachMemberIn",
            vec![list.into_texts(), allowed.into_value().into_json()],
        )
    }

    fn list(conditions: impl IntoIterator<Item = Self>) -> Json {
        Json::Array(
            conditions
                .into_iter()
                .map(|condition| condition.to_json())
                .collect(),
        )
    }
}

/// Rule functions that give lists and attribute values of parameters.
impl<T> Value<T> {
    /// `Fn::RefAll`: the values of all parameters of one type.
    #[must_use]
    pub fn ref_all(parameter_type: impl Into<String>) -> Self {
        Self::function("Fn::RefAll", parameter_type.into())
    }

    /// `Fn::ValueOf`: an attribute of the value of a parameter.
    #[must_use]
    pub fn value_of(parameter: impl Into<String>, attribute: impl Into<String>) -> Self {
        let arguments = vec![Json::from(parameter.into()), Json::from(attribute.into())];
        Self::function("Fn::ValueOf", arguments)
    }

    /// `Fn::ValueOfAll`: an attribute of the values of all parameters of one type.
    #[must_use]
    pub fn value_of_all(parameter_type: impl Into<String>, attribute: impl Into<String>) -> Self {
        let arguments = vec![
            Json::from(parameter_type.into()),
            Json::from(attribute.into()),
        ];
        Self::function("Fn::ValueOfAll", arguments)
    }
}
