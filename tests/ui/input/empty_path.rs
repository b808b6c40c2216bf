formwork::resource!(spec = "", types = ["Acme::Shop::Widget"]);

fn main() {
    let _ = Widget::builder().build();
}
