//! The command line as its users meet it: what goes in, what comes out, what it says when something is wrong.

#![cfg(feature = "cli")]
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop at the first surprise")]

use serde_json::Value;
use std::io::Write;
use std::process::{Command, Output, Stdio};

const SENTENCE: &str = "😀 The Northgate council approved €31 million for the harbour, a spokesman said.";

fn run(arguments: &[&str], input: &str) -> Output {
    run_bytes(arguments, input.as_bytes())
}

fn run_bytes(arguments: &[&str], input: &[u8]) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_reportedly"))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    std::thread::scope(|scope| {
        // Beside the reading, so that neither waits for the other. A run that fails early closes its end.
        scope.spawn(move || stdin.write_all(input));
        child.wait_with_output().unwrap()
    })
}

fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).unwrap()
}

/// Where the figure begins in the output.
fn figure_start(output: &Output) -> u64 {
    let record: Value = serde_json::from_slice(&output.stdout).unwrap();
    let annotations = record["annotations"].as_array().unwrap();
    let figure = annotations.iter().find(|a| a["kind"] == "figure").unwrap();
    assert_eq!(figure["text"], "€31 million");
    figure["start"].as_u64().unwrap()
}

#[test]
fn offsets_count_what_was_asked_for() {
    let start = SENTENCE.find('€').unwrap();
    let before = &SENTENCE[..start];
    for (unit, expected) in
        [("bytes", start), ("utf16", before.encode_utf16().count()), ("chars", before.chars().count())]
    {
        let output = run(&["--format", "json", "--offsets", unit, "-"], SENTENCE);
        assert!(output.status.success());
        assert_eq!(figure_start(&output), expected as u64, "{unit}");
    }
}

#[test]
fn lines_come_out_in_order_and_bad_ones_are_named() {
    let mut input = String::new();
    for id in 0..1000 {
        input += &serde_json::json!({"id": id, "text": SENTENCE}).to_string();
        input += "\n";
    }
    input += "{\"id\": 1000}\nnot json\n\n";
    input += &serde_json::json!({"id": "last", "text": SENTENCE, "published": "yesterday"}).to_string();
    let output = run(&["--jsonl"], &input);
    let ids: Vec<Value> = text(&output.stdout)
        .lines()
        .map(|l| serde_json::from_str::<Value>(l).unwrap()["id"].clone())
        .collect();
    assert_eq!(ids, (0..1000).map(Value::from).collect::<Vec<_>>());
    assert_eq!(output.status.code(), Some(1));
    let errors = text(&output.stderr);
    assert!(errors.contains("line 1001:") && errors.contains("text"), "{errors}");
    assert!(errors.contains("line 1002:") && errors.contains("line 1004: published"), "{errors}");
    assert!(!errors.contains("line 1003:"), "an empty line is no error: {errors}");
}

#[test]
fn wrong_input_is_explained() {
    let missing = run(&["no-such-article.txt"], "");
    assert_eq!(missing.status.code(), Some(2));
    assert!(text(&missing.stderr).contains("no-such-article.txt"));
    let date = run(&["--published", "14.1.2022"], "");
    assert_eq!(date.status.code(), Some(2));
    assert!(text(&date.stderr).contains("2022-01-14"), "shows how to write a date");
    let score = run(&["--min-score", "-1"], "");
    assert!(text(&score.stderr).contains("from 0 to 1"), "{}", text(&score.stderr));
    let archive = run(&["articles.jsonl"], "");
    assert_eq!(archive.status.code(), Some(2));
    assert!(text(&archive.stderr).contains("--jsonl reads it"), "{}", text(&archive.stderr));
}

#[test]
fn several_articles_are_told_apart() {
    let folder = std::env::temp_dir().join(format!("reportedly-several-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let files = ["one.txt", "other.txt"].map(|name| folder.join(name).to_str().unwrap().to_owned());
    files.iter().for_each(|file| std::fs::write(file, SENTENCE).unwrap());
    for format in ["text", "json", "md"] {
        let output = run(&["-f", format, &files[0], &files[1]], "");
        assert!(files.iter().all(|file| text(&output.stdout).contains(file)), "{format}");
    }
    std::fs::remove_dir_all(&folder).unwrap();
}

#[test]
fn manual_and_completions_name_every_option() {
    let help = run(&["--help"], "");
    let words = text(&help.stdout).split_whitespace();
    let options: Vec<&str> = words.filter(|word| word.starts_with("--") && word.len() > 2).collect();
    assert!(options.len() > 12, "{options:?}");
    let manual = run(&["--man"], "");
    let manual = text(&manual.stdout).replace('\\', "");
    let scripts =
        ["bash", "zsh", "fish", "elvish", "powershell"].map(|shell| run(&["--completions", shell], ""));
    for option in options {
        assert!(manual.contains(option), "{option}");
        let name = option.trim_start_matches("--");
        assert!(scripts.iter().all(|script| text(&script.stdout).contains(name)), "{option}");
    }
}

#[test]
fn a_reader_that_stops_is_no_error() {
    let page = format!("{SENTENCE}\n\n").repeat(3_000);
    for arguments in [&["-"][..], &["-f", "html"], &["-f", "json"], &["--man"], &["--completions", "zsh"]] {
        let mut command = Command::new(env!("CARGO_BIN_EXE_reportedly"));
        let streams = command.args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped());
        let mut child = streams.stderr(Stdio::piped()).spawn().unwrap();
        drop(child.stdout.take());
        // What stops at once does not read.
        let _ = child.stdin.take().unwrap().write_all(page.as_bytes());
        let ended = child.wait_with_output().unwrap();
        assert_eq!((ended.status.code(), text(&ended.stderr)), (Some(0), ""), "{arguments:?}");
    }
}

#[test]
fn bytes_that_are_not_text_lose_nothing_else() {
    let output = run_bytes(&["--format", "json"], b"\x93Yes\x94, they paid \xE2\x82\xAC31 million.");
    let record: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(record["text"], "“Yes”, they paid €31 million.", "offsets count in the text that was read");
    figure_start(&output);
}

#[test]
fn what_is_no_text_is_refused() {
    let output = run_bytes(&["--format", "json"], b"\x7FELF\x02\x01\x00\x00 They paid $5 million.");
    assert_eq!((output.status.code(), output.stdout.len()), (Some(2), 0));
    assert!(text(&output.stderr).contains("is no text"), "{}", text(&output.stderr));
}

#[test]
fn what_programs_read_keeps_every_character() {
    let input = "“It cost \u{7F}€31 million\u{1B}[0m,” said Anna Berg, the mayor of Northgate.";
    let output = run(&["-f", "json"], input);
    let record: Value = serde_json::from_slice(&output.stdout).unwrap();
    let mut claims = record["annotations"].as_array().unwrap().iter().filter(|a| a["kind"] == "claim");
    assert_eq!(claims.next().unwrap()["text"], "It cost \u{7F}€31 million\u{1B}[0m");
    let view = run(&["--color", "always"], input);
    assert!(!text(&view.stdout).contains("million\u{1B}[0m,"), "a text does not steer the terminal");
}

/// Mail and old wire copy break their lines.
#[test]
fn a_broken_line_does_not_break_a_claim() {
    let view =
        run(&["--color", "always"], "The council approved a\nplan for the\nharbour, a spokesman said.\n");
    let (article, _) = text(&view.stdout).split_once("\n\n").unwrap();
    let claim = "an unnamed source (a spokesman): The council approved a plan for the harbour";
    assert!(article.lines().last().unwrap().contains(claim), "{article}");
    assert_eq!(article.lines().count(), 4, "{article}");
}

#[test]
fn other_languages_are_named_as_such() {
    let said = |input| text(&run(&[], input).stderr).to_owned();
    for foreign in [
        "Der Rat hat am Freitag beschlossen, den Hafen zu sperren, sagte ein Sprecher in Kiel. Die Kosten sind hoch, und der Minister war in Berlin.",
        "Le conseil a décidé vendredi de fermer le port, a dit un porte-parole. Les travaux dureront deux ans au moins, et la mairie n'a pas d'argent.",
        "De raad besloot vrijdag in de haven te investeren, zei een woordvoerder. Het werk is over twee jaar klaar, en de kosten zijn hoog.",
    ] {
        assert!(said(foreign).contains("does not look like English"), "{foreign}");
    }
    assert_eq!(
        said(
            "Council approves harbour plan\n\nShares fell 3 percent after Northgate cut its forecast for the year on Friday, traders say. Prices rose."
        ),
        ""
    );
}

#[test]
fn reading_view_is_plain_in_a_pipe() {
    let output = run(&[], SENTENCE);
    assert!(output.status.success());
    let view = text(&output.stdout);
    assert!(view.starts_with(SENTENCE) && !view.contains('\u{1B}'), "{view}");
    assert!(view.contains("claims:"));
}

#[test]
fn a_saved_page_gives_its_article_and_its_day() {
    let page = "<!doctype html><html><head><meta property='article:published_time' content='2024-05-17T08:00:00Z'>\
        <title>x</title></head><body><nav><p>Subscribe now for €5 a month and read everything we ever wrote about you.</p>\
        </nav><article><h1>Harbour &amp; home</h1><p>The council approved €31 million for the harbour on Friday, which \
        is more than it spent last year.</p><p hidden>Hidden €7.</p><p style='Display: none'>Hidden €8.</p></article></body></html>";
    let output = run(&["-f", "json", "-"], page);
    let record: Value = serde_json::from_slice(&output.stdout).unwrap();
    let text = record["text"].as_str().unwrap();
    assert!(
        text.starts_with("Harbour & home\n\nThe council")
            && ["€5", "€7", "€8"].iter().all(|aside| !text.contains(aside)),
        "{text}"
    );
    let annotations = record["annotations"].as_array().unwrap();
    assert!(annotations.iter().any(|a| a["text"] == "€31 million"));
    assert!(annotations.iter().any(|a| a["text"] == "Friday" && a["date"] == "2024-05-17"));
    for before in ["\u{FEFF}", " \n", "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"] {
        let output = run(&["-f", "json", "-"], &format!("{before}{page}"));
        let again: Value = serde_json::from_slice(&output.stdout).unwrap();
        assert_eq!(again["text"], record["text"], "{before:?}");
    }
}

#[test]
fn what_stands_beside_an_article_is_left_out() {
    let prose = |what: &str| {
        format!("<p>The council {what} for the harbour on Friday, which is more than it spent last year.</p>")
    };
    let teaser =
        format!("<li><h3><a href=/2>Council in trouble again</a></h3>{}</li>", prose("wasted €1 million"));
    let page = format!(
        "<html><body><div class=content><h1>Harbour</h1><section>{}<ul><li><a href=/a>Share on every network</a></ul></section>\
         <section>{}</section><div class='post-relatedLinks'>{}</div><ul>{teaser}</ul></div>\
         <div id=comments>{}</div><div role=complementary>{}</div></body></html>",
        prose("approved €31 million"),
        prose("found €32 million").repeat(3),
        prose("lost €2 million"),
        prose("never had €3 million").repeat(9),
        prose("sells €4 million"),
    );
    let output = run(&["-f", "json"], &page);
    let record: Value = serde_json::from_slice(&output.stdout).unwrap();
    let text = record["text"].as_str().unwrap();
    assert!(text.starts_with("Harbour\n\nThe council approved €31 million"), "{text}");
    assert_eq!(text.matches("€32 million").count(), 3, "{text}");
    for aside in ["Share on", "€1 million", "€2 million", "€3 million", "€4 million"] {
        assert!(!text.contains(aside), "{aside}: {text}");
    }
}

#[test]
fn a_broken_off_run_goes_on() {
    let line = |id: usize| serde_json::json!({"id": id, "text": "x"}).to_string() + "\n";
    let input: String = (0..600).map(line).collect();
    let output = run(&["--jsonl", "--skip-until", "595"], &input);
    assert_eq!(text(&output.stdout).lines().count(), 4);
    let missing = run(&["--jsonl", "--skip-until", "600"], &input);
    assert_eq!(missing.status.code(), Some(2));
    assert!(text(&missing.stderr).contains("600"));
}

#[test]
fn bad_lines_are_kept() {
    let rejects = std::env::temp_dir().join(format!("reportedly-rejects-{}", std::process::id()));
    let output =
        run(&["--jsonl", "--rejects", rejects.to_str().unwrap()], "{\"id\":1,\"text\":\"x\"}\nbroken\n");
    assert_eq!(output.status.code(), Some(1));
    let kept = std::fs::read_to_string(&rejects).unwrap();
    std::fs::remove_file(&rejects).unwrap();
    assert_eq!(kept, "broken\n");
}

#[test]
fn every_format_holds_the_figure_and_no_formula_or_markup() {
    let hostile = "=HYPERLINK(1) paid €31 million, <b onclick=x>said</b> the ministry. It is *not* true.";
    for format in ["text", "json", "jsonld", "csv", "md", "html"] {
        let output = run(&["-f", format], hostile);
        assert!(output.status.success(), "{format}");
        let written = text(&output.stdout);
        assert!(format == "md" || written.contains("€31 million"), "{format}: {written}");
        assert!(format != "html" || !written.contains("<b "), "{written}");
        assert!(
            format != "csv" || written.lines().all(|row| row.split(',').all(|cell| !cell.starts_with('=')))
        );
    }
}

#[test]
fn a_page_has_its_headline_and_its_sourcing() {
    let article =
        "Harbour to be rebuilt\n\nThe council approved €31 million, said Anna Berg, the mayor of Northgate.";
    let page = run(&["-f", "html"], article);
    let page = text(&page.stdout);
    assert!(page.contains("<h1>") && page.contains("1 by named sources"), "{page}");
    assert!(page.contains("<li>  1  Anna Berg"), "{page}");
    assert!(!text(&run(&["-f", "html"], SENTENCE).stdout).contains("<h1>"), "a sentence is no headline");
}

#[test]
fn what_is_left_out_is_still_known() {
    let input = "“The bridge will open in May,” said Anna Berg, the mayor of Northgate.";
    for format in ["text", "csv", "md", "jsonld", "html"] {
        let output = run(&["-f", format, "--kinds", "claim"], input);
        let written = text(&output.stdout);
        assert!(written.contains("said by Anna Berg"), "{format}: {written}");
        assert!(!written.contains("\"cue\""), "{format}: {written}");
    }
}

#[test]
fn a_source_is_an_address() {
    let page = "<html><link rel=canonical href='https://news.example/harbour'><article><p>The council approved €31 million \
        for the harbour, which is more than it spent last year.</p></article>";
    let source = |arguments: &[&str], input| {
        let output = run(&[&["-f", "jsonld"], arguments].concat(), input);
        let record: Value = serde_json::from_slice(&output.stdout).unwrap();
        record["items"][0]["target"]["source"].as_str().unwrap().to_owned()
    };
    assert_eq!(source(&[], page), "https://news.example/harbour");
    assert_eq!(source(&["--url", "https://other.example/"], page), "https://other.example/");
    assert_eq!(source(&[], SENTENCE), "standard-input");
    let file = std::env::temp_dir().join(format!("reportedly 10%: {}#?.txt", std::process::id()));
    std::fs::write(&file, SENTENCE).unwrap();
    let named = source(&[file.to_str().unwrap()], "");
    std::fs::remove_file(&file).unwrap();
    assert!(named.contains("/reportedly%2010%25%3A%20") && named.ends_with("%23%3F.txt"), "{named}");
    let wrong = run(&["--url", "my article"], "");
    assert_eq!(wrong.status.code(), Some(2));
}

/// A page is read as deep as browsers nest; one that is nested without end is refused at once.
#[test]
fn a_page_nested_deep_returns() {
    let inner =
        "<p>The council approved €31 million for the harbour, which is more than it spent last year.</p>";
    for element in ["div", "article", "blockquote", "b"] {
        let page = |depth: usize| {
            let (open, close) = (format!("<{element}>"), format!("</{element}>"));
            format!("<html>{}{inner}{}", open.repeat(depth), close.repeat(depth))
        };
        let output = run(&["-f", "json", "--kinds", "figure"], &page(500));
        assert!(text(&output.stdout).contains("€31 million"), "{element}: {}", text(&output.stderr));
        let start = std::time::Instant::now();
        let output = run(&[], &page(500_000));
        assert_eq!(output.status.code(), Some(2), "{element}");
        assert!(text(&output.stderr).contains("nested too deep"), "{element}: {}", text(&output.stderr));
        assert!(start.elapsed().as_secs() < 60, "{element}: {:?}", start.elapsed());
    }
}
