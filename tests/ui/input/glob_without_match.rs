formwork::resource!("AWS::SQSS::*");

fn main() {}
