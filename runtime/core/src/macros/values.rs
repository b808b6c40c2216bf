//! Lists and maps of literals and functions, and free JSON.

/// Literals and functions side by side: a list, or with `=>` a map. Each value is whatever a property of its type takes.
///
/// ```
/// use formwork::{Value, values};
///
/// formwork::resource!("AWS::ECS::Cluster");
///
/// let cluster = Cluster::builder()
///     .capacity_providers(values!["FARGATE", Value::reference("Provider")])
///     .build();
/// let json = r#"{"CapacityProviders":["FARGATE",{"Ref":"Provider"}]}"#;
/// assert_eq!(formwork::Resource::to_value(&cluster).to_string(), json);
/// ```
///
/// Without elements write `[]`. For free JSON use [`json!`](crate::json).
#[macro_export]
macro_rules! values {
    ($($name:expr => $value:expr),+ $(,)?) => {
        [$(($crate::__private::String::from($name), $crate::__private::value($value))),+]
    };
    ($($value:expr),+ $(,)?) => {
        [$($crate::__private::value($value)),+]
    };
}

/// [`Json`](crate::Json) as it is written, with functions, handles and values of the program in it.
///
/// Members keep their order. A value is a literal or any expression that a property of free JSON takes; values of
/// other types, such as what [`Handle::get_att`](crate::Handle::get_att) returns, fit as well. A name is a string literal, or
/// an expression in parentheses.
///
/// ```
/// use formwork::{Value, json};
///
/// let bucket = "arn:aws:s3:::logs".to_owned();
/// let role: Value<String> = Value::get_att("Role", "Arn");
/// let policy = json!({
///     "Version": "2012-10-17",
///     "Statement": [{
///         "Effect": "Allow",
///         "Principal": { "AWS": role },
///         "Action": ["s3:GetObject", "s3:PutObject"],
///         "Resource": [bucket, Value::sub("arn:aws:s3:::${Name}/*")],
///     }],
/// });
/// assert_eq!(policy.pointer("/Statement/0/Resource/1/Fn::Sub").unwrap().as_str(), Some("arn:aws:s3:::${Name}/*"));
/// assert_eq!(policy.pointer("/Statement/0/Principal/AWS/Fn::GetAtt/0").unwrap().as_str(), Some("Role"));
/// ```
#[macro_export]
macro_rules! json {
    (null) => { $crate::Json::Null };
    ([$($items:tt)*]) => { $crate::Json::Array($crate::__json_items!([] $($items)*)) };
    ({$($members:tt)*}) => { $crate::Json::Object($crate::__json_members!([] $($members)*)) };
    ($value:expr) => {{
        #[allow(unused_imports, reason = "a value needs one of them")]
        use $crate::__private::{AnyToJson as _, NothingToJson as _, ValueToJson as _};
        $crate::__private::ToJson($value).to_json()
    }};
}

/// The items of an array, one after the other; those that are done stand in the first brackets.
#[doc(hidden)]
#[macro_export]
macro_rules! __json_items {
    ([$($done:expr,)*]) => { <[$crate::Json]>::into_vec($crate::__private::Box::new([$($done),*])) };
    ([$($done:expr,)*] null $(, $($rest:tt)*)?) => {
        $crate::__json_items!([$($done,)* $crate::json!(null),] $($($rest)*)?)
    };
    ([$($done:expr,)*] [$($items:tt)*] $(, $($rest:tt)*)?) => {
        $crate::__json_items!([$($done,)* $crate::json!([$($items)*]),] $($($rest)*)?)
    };
    ([$($done:expr,)*] {$($members:tt)*} $(, $($rest:tt)*)?) => {
        $crate::__json_items!([$($done,)* $crate::json!({$($members)*}),] $($($rest)*)?)
    };
    ([$($done:expr,)*] $value:expr $(, $($rest:tt)*)?) => {
        $crate::__json_items!([$($done,)* $crate::json!($value),] $($($rest)*)?)
    };
}

/// The members of an object, one after the other; those that are done stand in the first brackets.
#[doc(hidden)]
#[macro_export]
macro_rules! __json_members {
    ([$($name:expr, $done:expr,)*]) => {
        <$crate::Map<$crate::Json> as ::core::iter::FromIterator<($crate::__private::String, _)>>::from_iter(
            [$(($crate::__private::String::from($name), $done)),*]
        )
    };
    ([$($done:expr,)*] $name:tt : null $(, $($rest:tt)*)?) => {
        $crate::__json_members!([$($done,)* $name, $crate::json!(null),] $($($rest)*)?)
    };
    ([$($done:expr,)*] $name:tt : [$($items:tt)*] $(, $($rest:tt)*)?) => {
        $crate::__json_members!([$($done,)* $name, $crate::json!([$($items)*]),] $($($rest)*)?)
    };
    ([$($done:expr,)*] $name:tt : {$($members:tt)*} $(, $($rest:tt)*)?) => {
        $crate::__json_members!([$($done,)* $name, $crate::json!({$($members)*}),] $($($rest)*)?)
    };
    ([$($done:expr,)*] $name:tt : $value:expr $(, $($rest:tt)*)?) => {
        $crate::__json_members!([$($done,)* $name, $crate::json!($value),] $($($rest)*)?)
    };
}
