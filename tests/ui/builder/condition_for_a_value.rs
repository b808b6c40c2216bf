use formwork::{Parameter, Template, Violations};

formwork::resource!("AWS::SQS::Queue");

fn main() -> Result<(), Violations> {
    let mut template = Template::new();
    let stage = template.parameter("Stage", Parameter::string())?;
    let is_prod = template.condition("IsProd", stage.equals("prod"))?;
    template.add("Jobs", Queue::builder().queue_name(&is_prod))?;
    Ok(())
}
