formwork::resource!("Acme::Shop::Widget");

fn main() {
    let _: widget::WidgetBuilder<Widget> = Widget::builder();
}
