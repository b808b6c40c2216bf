//! A member of a workspace in a folder of a folder; the specification is shared with another crate.

formwork::resource!(spec = "../../shared/gnome.json");
