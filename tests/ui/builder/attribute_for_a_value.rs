formwork::resource!("AWS::IAM::Role");
formwork::resource!("AWS::Lambda::Function");

fn main() {
    let _ = Function::builder().role(role::ARN);
}
