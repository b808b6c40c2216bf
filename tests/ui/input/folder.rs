formwork::resource!(spec = "../formwork-tests", types = ["Acme::Shop::Widget"]);

fn main() {
    let _ = Widget::builder().build();
}
