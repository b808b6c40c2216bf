use formwork::{Template, Violations};

formwork::resource! { "AWS::SQS::Queue", "AWS::SNS::Topic" }

fn main() -> Result<(), Violations> {
    let mut template = Template::new();
    let jobs = template.add("Jobs", Queue::builder())?;
    println!("{:?}", jobs.get_att(topic::TOPIC_ARN));
    Ok(())
}
