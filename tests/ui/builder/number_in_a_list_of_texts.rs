formwork::resource!("AWS::ECS::Cluster");

fn main() {
    let _ = Cluster::builder().capacity_providers([1]).build();
}
