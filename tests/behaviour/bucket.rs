//! How much a bucket takes to be written.

use formwork::Resource;

#[path = "../examples/bucket.rs"]
#[allow(dead_code, reason = "its `main` is not called here")]
mod example;

#[test]
fn the_example_writes_the_same_bucket_as_the_yaml() {
    let bucket = example::bucket();
    bucket.validate().unwrap();
    assert_eq!(
        bucket,
        example::Bucket::from_yaml(include_str!("../corpus/bucket.yaml")).unwrap()
    );
}

#[test]
fn the_example_is_short() {
    let source = include_str!("../examples/bucket.rs");
    let (_, source) = source.split_once("begins here.\n").unwrap();
    let (source, _) = source.split_once("// The bucket ends").unwrap();
    assert!(source.trim().lines().count() <= 45);
    let characters = source.split_whitespace().map(str::len).sum::<usize>();
    assert!(characters <= 1_150, "{characters}");
}
