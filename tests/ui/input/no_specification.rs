formwork::resource!(spec = "Cargo.toml", types = ["Acme::Shop::Widget"]);

fn main() {
    let _ = Widget::builder().build();
}
