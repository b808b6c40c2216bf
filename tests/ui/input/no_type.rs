formwork::resource!(crate = ::formwork, derives = [own::Derive]);

fn main() {}
