formwork::resource!("AWS::ECS::Cluster", "AWS::EKS::Cluster");

fn main() {
    let _ = Cluster::builder().cluster_name("c").build();
}
