formwork::resource!(spec = "Cargo.tml", types = ["Acme::Shop::Widget"]);

fn main() {
    let _ = Widget::builder().build();
}
