formwork::resource!(crate = ::formwork, derives = [Hash]);

fn main() {}
