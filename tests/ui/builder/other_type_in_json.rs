use std::time::Duration;

use formwork::json;

fn main() {
    let _ = json!({ "MessageRetentionPeriod": Duration::from_secs(60) });
}
