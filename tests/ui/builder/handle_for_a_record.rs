use formwork::{Template, Violations};

formwork::resource! { "AWS::SQS::Queue", "AWS::S3::Bucket" }

fn main() -> Result<(), Violations> {
    let mut template = Template::new();
    let jobs = template.add("Jobs", Queue::builder())?;
    template.add("Logs", Bucket::builder().notification_configuration(&jobs))?;
    Ok(())
}
