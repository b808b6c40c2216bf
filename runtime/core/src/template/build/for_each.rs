//! Loops over resources.

use super::into_resource::IntoResource;
use crate::template::section::Section;
use crate::text::function::FOR_EACH;
use crate::text::visible::visible;
use crate::typed::functions::IntoTexts;
use crate::typed::view::{self, View};
use crate::{Json, Map, Resource, Rule, Template, Violation, Violations};

impl Template {
    /// Adds a loop, `Fn::ForEach`: one resource for each element of a list. The variable stands as `${Variable}` in
    /// the logical id, and wherever the resource says what differs; the template needs the transform
    /// `AWS::LanguageExtensions`.
    ///
    /// # Errors
    ///
    /// If the name has other characters than letters and digits, or is taken by a loop; or if the logical id does
    /// not hold the variable, so that all resources would have one name.
    ///
    /// ```
    /// use formwork::{Template, Value};
    ///
    /// formwork::resource!("AWS::SNS::Topic");
    ///
    /// let mut template = Template::new();
    /// template.transform("AWS::LanguageExtensions");
    /// let topic = Topic::builder().display_name(Value::sub("news of ${Name}"));
    /// template.for_each("Topics", "Name", ["Sport", "Art"], "Topic${Name}", topic)?;
    /// assert_eq!(
    ///     template.get("/Resources/Fn::ForEach::Topics").unwrap().to_string(),
    ///     r#"["Name",["Sport","Art"],{"Topic${Name}":{"Type":"AWS::SNS::Topic","Properties":{"DisplayName":{"Fn::Sub":"news of ${Name}"}}}}]"#,
    /// );
    /// # Ok::<(), formwork::Violations>(())
    /// ```
    pub fn for_each<R: IntoResource<Resource: Resource>>(
        &mut self,
        name: &str,
        variable: &str,
        over: impl IntoTexts,
        logical_id: &str,
        resource: R,
    ) -> Result<(), Violations> {
        self.claim(Section::Resources, name)?;
        let member = format!("{FOR_EACH}{name}");
        let path = format!("/{}/{member}", Section::Resources.name());
        let refuse = |rule, message| {
            let violation = Violation::new(rule, path.clone(), message);
            Err(Violations::new(vec![violation], 0, None))
        };
        if self
            .entries_of(Section::Resources)
            .is_some_and(|all| all.get(&member).is_some())
        {
            let message = format!("the name `{name}` is taken by another loop");
            return refuse(Rule::UniqueItems, message);
        }
        let marks = [format!("${{{variable}}}"), format!("&{{{variable}}}")];
        if !marks.iter().any(|mark| logical_id.contains(mark)) {
            let (id, mark) = (visible(logical_id), visible(&marks[0]).into_owned());
            let message =
                format!("the logical id `{id}` is the same in every round: it has no `{mark}`");
            return refuse(Rule::UniqueItems, message);
        }
        let properties = view::to_json(View::Record(&resource.into_resource()));
        let body = Map::from([
            ("Type", Json::from(R::Resource::TYPE_NAME)),
            ("Properties", properties),
        ]);
        let body = Map::from([(logical_id, Json::Object(body))]);
        let parts = vec![variable.into(), over.into_texts(), Json::Object(body)];
        self.put_entry(Section::Resources, &member, parts);
        Ok(())
    }
}
