use formwork::{Template, Violations};

fn main() -> Result<(), Violations> {
    let mut template = Template::new();
    template.add("Jobs", "AWS::SQS::Queue")?;
    Ok(())
}
