formwork::resource!("" as Queue);

fn main() {
    let _ = Queue::builder().build();
}
