formwork::resource! {
    spec = "specs/widget.json",
    spec = "specs/gadget.json",
    types = ["Acme::Shop::Widget", 5, "Acme::Shop::Gadget" as fn],
    patches = "specs/fixes.json",
    derives = Hash,
}

fn main() {
    let _ = (Widget::builder().build(), Gadget::builder().build());
}
