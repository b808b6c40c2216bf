formwork::resource! {
    spec = concat!("specs/", "widget.json"),
    types = ["Acme::Shop::Widget"],
}

fn main() {
    let _ = Widget::builder().build();
}
