use formwork::Value;

formwork::resource!("AWS::ECS::Cluster");

fn main() {
    let _ = Cluster::builder().capacity_providers(["FARGATE", Value::reference("Provider")]).build();
}
