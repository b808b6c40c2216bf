//! Generated types, used as a user would use them.

mod additional;
mod bucket;
mod building;
mod depth;
mod derived;
mod equality;
mod flagship;
mod forms;
mod functions;
mod hostile;
mod judging;
mod lines;
mod messages;
mod numbers;
mod patching;
mod paths;
mod plain;
mod reading;
mod readme;
mod secrets;
mod serverless;
mod setters;
mod updates;
mod values;
mod violations;
mod writing;

/// A resource type of our own that takes every kind of scalar.
mod scalars {
    formwork::resource!(spec = "corpus/specs/scalars.json");
}

/// A resource type of our own that is hard to judge.
mod tree {
    formwork::resource!(spec = "corpus/specs/tree.json");
}

/// A resource type of our own with every kind of property.
mod widget {
    formwork::resource!(spec = "corpus/specs/widget.json");
}
