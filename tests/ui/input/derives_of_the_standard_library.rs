formwork::resource! {
    "AWS::SQS::Queue",
    derives = [Clone, std::hash::Hash, Default, core::fmt::Debug],
}

fn main() {
    let _ = Queue::builder();
}
