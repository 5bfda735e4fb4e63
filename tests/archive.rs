//! Archives: one article a line, in order, whole lines whatever happens.

#![cfg(feature = "cli")]
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop at the first surprise")]

#[path = "support/articles.rs"]
mod articles;

use articles::Articles;
use serde_json::Value;
use std::io::{BufRead, BufReader, Read, Write};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};

/// A folder for the files of one test, taken away at its end.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("reportedly-{name}-{}", std::process::id()));
        std::fs::create_dir_all(&path).unwrap();
        Folder(path)
    }

    fn file(&self, name: &str, content: &str) -> String {
        let path = self.0.join(name);
        std::fs::write(&path, content).unwrap();
        path.to_str().unwrap().to_owned()
    }

    fn read(&self, name: &str) -> String {
        std::fs::read_to_string(self.0.join(name)).unwrap()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

fn start(arguments: &[&str]) -> Child {
    Command::new(env!("CARGO_BIN_EXE_reportedly"))
        .arg("--jsonl")
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap()
}

/// Runs over files; the exit status, the ids of the output, what was said.
fn run(arguments: &[&str]) -> (Option<i32>, Vec<String>, String) {
    let output = start(arguments).wait_with_output().unwrap();
    let ids = ids(std::str::from_utf8(&output.stdout).unwrap());
    (output.status.code(), ids, String::from_utf8(output.stderr).unwrap())
}

/// The ids of the results; every line must be whole.
fn ids(output: &str) -> Vec<String> {
    assert!(output.is_empty() || output.ends_with('\n'), "the last line is not whole");
    output
        .lines()
        .map(|line| serde_json::from_str::<Value>(line).unwrap()["id"].as_str().unwrap().to_owned())
        .collect()
}

fn archive(numbers: std::ops::Range<u64>) -> String {
    let articles = Articles::load();
    numbers.map(|number| articles.short_line(number) + "\n").collect()
}

fn names(numbers: impl Iterator<Item = u64>) -> Vec<String> {
    numbers.map(|number| format!("article-{number}")).collect()
}

#[test]
fn every_article_comes_out_once_and_in_order() {
    let folder = Folder::new("order");
    let (first, second) =
        (folder.file("1.jsonl", &archive(0..700)), folder.file("2.jsonl", &archive(700..1000)));
    let (status, ids, said) = run(&[&first, &second]);
    assert_eq!((status, said.as_str()), (Some(0), ""));
    assert_eq!(ids, names(0..1000));
}

#[test]
fn broken_lines_lose_only_themselves() {
    let folder = Folder::new("broken");
    let lines: Vec<String> = archive(0..500).lines().map(str::to_owned).collect();
    let is_broken = |number: usize| number % 100 == 42;
    let broken: Vec<&str> =
        lines.iter().enumerate().filter(|(n, _)| is_broken(*n)).map(|(_, l)| &l[..50]).collect();
    let content: Vec<&str> =
        lines.iter().enumerate().map(|(n, line)| if is_broken(n) { &line[..50] } else { line }).collect();
    let file = folder.file("articles.jsonl", &content.join("\n"));
    let rejects = folder.file("rejects.jsonl", "of another run\n");
    let (status, ids, said) = run(&["--rejects", &rejects, &file]);
    assert_eq!(status, Some(1));
    assert_eq!(ids, names((0..500).filter(|number| !is_broken(*number as usize))));
    assert_eq!(folder.read("rejects.jsonl"), broken.join("\n") + "\n");
    for number in [43, 143, 243, 343, 443] {
        assert!(said.contains(&format!("articles.jsonl, line {number}: not an article")), "{said}");
    }
    assert!(said.contains("lines that could not be read: 5; they are kept in"), "{said}");
}

#[test]
fn a_run_goes_on_where_it_was_broken_off_even_in_another_file() {
    let folder = Folder::new("resume");
    let (first, second) =
        (folder.file("1.jsonl", &archive(0..20)), folder.file("2.jsonl", &(archive(20..40) + "bad\n")));
    let rejects = folder.file("rejects.jsonl", "of the first run\n");
    let (status, ids, said) = run(&["--skip-until", "article-25", "--rejects", &rejects, &first, &second]);
    assert_eq!(status, Some(1));
    assert_eq!(ids, names(26..40));
    assert!(said.contains("2.jsonl, line 21:"), "lines passed over count: {said}");
    assert_eq!(folder.read("rejects.jsonl"), "of the first run\nbad\n");
    let (status, ids, said) = run(&["--skip-until", "article-40", &first, &second]);
    assert_eq!((status, ids.len()), (Some(2), 0));
    assert!(said.contains("no article has the id article-40"), "{said}");
}

/// Told to end at any moment, a run leaves whole lines, and says how to go on to the very same result.
#[cfg(unix)]
#[test]
fn a_stopped_run_leaves_whole_lines() {
    let folder = Folder::new("stop");
    let input = folder.file("articles.jsonl", &archive(0..3000));
    let (_, all, _) = run(&[&input]);
    let mut stopped = 0;
    for wait in 1..5 {
        let mut child = start(&[&input]);
        let mut out = BufReader::new(child.stdout.take().unwrap());
        let mut output = String::new();
        // Some results are there; whether a batch is being written just now is chance.
        for _ in 0..wait * 100 {
            out.read_line(&mut output).unwrap();
        }
        let told = Command::new("kill").args(["-INT", &child.id().to_string()]).status().unwrap();
        assert!(told.success());
        out.read_to_string(&mut output).unwrap();
        let ended = child.wait_with_output().unwrap();
        let mut ids = ids(&output);
        if ended.status.code() == Some(130) {
            stopped += 1;
            let said = String::from_utf8(ended.stderr).unwrap();
            let last = ids.last().unwrap().clone();
            assert!(said.contains(&format!("after {} articles", ids.len())), "{said}");
            assert!(said.contains(&format!("--skip-until '{last}'")), "{said}");
            ids.extend(run(&["--skip-until", &last, &input]).1);
        }
        assert_eq!(ids, all);
    }
    assert!(stopped > 0, "all runs ended before they were stopped");
}

#[test]
fn a_reader_that_stops_ends_the_run_quietly() {
    let mut child = start(&[]);
    let mut stdin = child.stdin.take().unwrap();
    drop(child.stdout.take());
    let input = archive(0..200);
    std::thread::spawn(move || stdin.write_all(input.as_bytes()));
    let ended = child.wait_with_output().unwrap();
    assert_eq!((ended.status.code(), ended.stderr.len()), (Some(0), 0));
}

#[test]
fn what_archives_do_not_take_is_refused() {
    for other in [["--format", "csv"], ["--url", "https://news.example"]] {
        let (status, _, said) = run(&other);
        assert_eq!(status, Some(2));
        assert!(said.contains("--jsonl"), "{said}");
    }
}

/// "Mend them and run again": whoever names the same file twice must not lose it.
#[test]
fn an_archive_is_not_emptied_for_its_own_bad_lines() {
    let folder = Folder::new("same");
    let archive = folder.file("articles.jsonl", &archive(0..3));
    let other_name = folder.0.join(".").join("articles.jsonl");
    let (status, ids, said) = run(&["--rejects", other_name.to_str().unwrap(), &archive]);
    assert_eq!((status, ids.len()), (Some(2), 0), "{said}");
    assert!(said.contains("bad lines cannot be kept in it"), "{said}");
    assert_eq!(folder.read("articles.jsonl").lines().count(), 3);
}
