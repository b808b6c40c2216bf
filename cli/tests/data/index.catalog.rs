// The files of this folder by the name of their type, sorted. Written by the command
// `formwork import`, as are the files.
[
    ("Acme::Garden::Fence", include_str!("acme-garden-fence.json")),
    ("Acme::Garden::Gnome", include_str!("acme-garden-gnome.json")),
]
