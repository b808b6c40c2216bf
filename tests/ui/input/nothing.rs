formwork::resource!();

fn main() {}
