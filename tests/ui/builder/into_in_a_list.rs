formwork::resource!("AWS::ECS::Cluster");

fn main() {
    let _ = Cluster::builder().capacity_providers(vec!["FARGATE".into()]).build();
}
