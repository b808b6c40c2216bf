formwork::resource!(spec = "specs/widget.json", types = ["Acme::Shop::Widget"]);

fn main() {
    let _ = Widget::builder().build();
}
