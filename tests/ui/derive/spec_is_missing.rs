use formwork::Resource;

#[derive(Clone, Debug, PartialEq, Resource)]
#[resource(spec = "specs/widget.json", type = "Acme::Shop::Widget")]
struct Widget {
    name: String,
}

#[derive(Clone, Debug, PartialEq, Resource)]
#[resource(spec = "/specs/widget.json")]
struct Other {
    name: String,
}

fn main() {
    let _ = Widget::from_json("{}");
    let _ = Other::from_json("{}");
}
