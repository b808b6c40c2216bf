// The files of this folder by the name of their type, sorted. Written by the command
// `formwork-spec import`, as are the files.
[
]
