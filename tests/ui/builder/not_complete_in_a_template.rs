use formwork::{Template, Violations};

formwork::resource!("AWS::SQS::QueueInlinePolicy");

fn main() -> Result<(), Violations> {
    let mut template = Template::new();
    template.add("Policy", QueueInlinePolicy::builder().queue("jobs"))?;
    Ok(())
}
