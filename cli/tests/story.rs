//! The README's story of a specification that changes, word for word.

use std::fs;
use std::path::Path;
use std::process::Command;

/// The commands of the section, each with what stands below it.
fn told() -> Vec<(String, String)> {
    let readme = include_str!("../../README.md");
    let (_, section) = readme
        .split_once("## When a specification changes\n")
        .unwrap();
    let (section, _) = section.split_once("\n## ").unwrap();
    let blocks = section.split("```text\n").skip(1);
    let blocks = blocks.map(|block| block.split_once("```").unwrap().0);
    // What a program of the section prints is held by another test.
    let blocks = blocks.filter(|block| block.starts_with("$ "));
    let mut told: Vec<(String, String)> = Vec::new();
    for line in blocks.flat_map(str::lines) {
        match line.strip_prefix("$ formwork ") {
            Some(command) => told.push((command.to_owned(), String::new())),
            None => told.last_mut().unwrap().1.extend([line, "\n"]),
        }
    }
    told
}

#[test]
fn every_command_of_the_story_prints_what_stands_below_it() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("story");
    fs::create_dir_all(folder.join("specs")).unwrap();
    let page = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../specs/schemas/aws-apigatewayv2-integrationresponse.json");
    fs::copy(page, folder.join("specs/page-of-2020.json")).unwrap();
    let told = told();
    assert_eq!(told.len(), 1);
    for (command, expected) in told {
        let mut run = Command::new(env!("CARGO_BIN_EXE_formwork"));
        run.args(command.split(' '))
            .current_dir(&folder)
            .env("COLUMNS", "112")
            .env_remove("CLICOLOR_FORCE");
        let output = run.output().unwrap();
        let printed = String::from_utf8(output.stdout).unwrap();
        assert!(output.status.success(), "{command}");
        assert_eq!(printed, expected, "{command}\n{printed}");
    }
}
