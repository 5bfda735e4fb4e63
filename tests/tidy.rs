//! The rules of the house: who may import whom, how long a file may be, what may not be named. Each rule is shown to
//! fire on a bad sample before it is asked of the tree.
#![cfg(not(target_arch = "wasm32"))]

#[path = "tidy/source.rs"]
mod source;

use source::Source;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{fs, iter};

/// The order of the stages: each may import itself and what stands before it.
const STAGES: [&str; 14] = [
    "span",
    "decimal",
    "order",
    "lexicon",
    "text",
    "tag",
    "figure",
    "entity",
    "attribution",
    "hedge",
    "claim",
    "summary",
    "analysis",
    "export",
];
/// What stands to the right of all stages.
const FACES: [&str; 5] = ["lib", "wasm", "main", "cli", "bin"];
const FILE_CAP: usize = 500;
const FUNCTION_CAP: usize = 70;

/// A text file of the project; its path is relative to the root, with `/`.
struct File {
    path: String,
    text: String,
}

impl File {
    fn new(path: &str, text: &str) -> File {
        File { path: path.to_owned(), text: text.to_owned() }
    }

    fn is(&self, folder: &str, extension: &str) -> bool {
        self.path.starts_with(folder) && self.path.ends_with(extension)
    }

    /// The module right under `src` that the file belongs to.
    fn module(&self) -> Option<&str> {
        self.path.strip_prefix("src/")?.strip_suffix(".rs")?.split('/').next()
    }

    fn fault(&self, line: usize, what: &str) -> String {
        format!("{}:{line}: {what}", self.path)
    }
}

/// A rule looks at one file and says what is wrong, where, and what to do.
type Rule = fn(&File) -> Vec<String>;

#[test]
fn stages_import_only_to_the_left() {
    let rule = imports_to_the_right;
    fires(rule, "src/figure.rs", "use crate::claim::Claim;", "src/figure.rs:1: `figure` imports `claim`");
    fires(
        rule,
        "src/tag/run.rs",
        "\nfn f() { crate::entity::find(); }",
        "src/tag/run.rs:2: `tag` imports `entity`",
    );
    fires(rule, "src/text.rs", "use crate::{span::Span, tag::{self, Tag}};", "`text` imports `tag`");
    fires(rule, "src/text/token.rs", "use super::super::hedge;", "`text` imports `hedge`");
    fires(rule, "src/hedge.rs", "use super::summary;", "`hedge` imports `summary`");
    fires(rule, "src/claim.rs", "use crate::Options;", "`claim` imports `Options` by way of the crate root");
    fires(rule, "src/weather.rs", "", "`weather` has no place among the stages");
    allows(rule, "src/claim.rs", "use crate::{span::Span, figure::{claim, Figure}};\n// not crate::export");
    allows(rule, "src/text/token.rs", "use super::token;\n#[cfg(test)]\nmod tests { use crate::tag; }");
    allows(rule, "src/wasm.rs", "use crate::{Date, Options};");
    allows(rule, "src/tag/train/corpus.rs", "use crate::export;");
    holds(rule);
}

fn imports_to_the_right(file: &File) -> Vec<String> {
    let Some(module) = file.module() else { return Vec::new() };
    let is_trainer = file.path.contains("/train/") || file.path.ends_with("/train.rs");
    if is_trainer || FACES.contains(&module) {
        return Vec::new();
    }
    let Some(rank) = STAGES.iter().position(|stage| *stage == module) else {
        let what =
            format!("`{module}` has no place among the stages; give it one in STAGES of tests/tidy.rs");
        return vec![file.fault(1, &what)];
    };
    let source = Source::without_tests(&file.text);
    let mut faults = Vec::new();
    for (at, name) in root_imports(&source, file.path.matches('/').count()) {
        let what = match STAGES.iter().position(|stage| *stage == name) {
            Some(found) if found <= rank => continue,
            Some(_) => {
                format!("`{module}` imports `{name}`, a later stage; move what both need to the earlier one")
            }
            None => format!(
                "`{module}` imports `{name}` by way of the crate root; name the stage that it lives in"
            ),
        };
        faults.push(file.fault(source.line(at), &what));
    }
    faults
}

/// The names that a file `depth` folders deep takes from the root of the crate, and where.
fn root_imports(source: &Source, depth: usize) -> Vec<(usize, &str)> {
    let up = "super::".repeat(depth);
    let code = source.code();
    let mut names = Vec::new();
    for prefix in ["crate::", &up] {
        for (at, _) in code.match_indices(prefix) {
            let tree = &code[at + prefix.len()..];
            if !tree.starts_with("super") && !code[..at].ends_with("in ") {
                names.extend(first_names(tree).into_iter().map(|name| (at, name)));
            }
        }
    }
    names
}

/// The first segment of a path, or of every path of a group in braces.
fn first_names(tree: &str) -> Vec<&str> {
    let Some(group) = tree.strip_prefix('{') else { return vec![first_word(tree)] };
    let mut names = vec![first_word(group)];
    let mut depth = 0_usize;
    for (at, c) in group.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => names.push(first_word(&group[at + 1..])),
            _ => {}
        }
    }
    names.retain(|name| !name.is_empty());
    names
}

fn first_word(text: &str) -> &str {
    let text = text.trim_start();
    &text[..text.find(|c: char| c != '_' && !c.is_alphanumeric()).unwrap_or(text.len())]
}

#[test]
fn javascript_is_met_in_one_file() {
    let rule = names_javascript;
    fires(rule, "src/text.rs", "use js_sys::Array;", "src/text.rs:1: `js_sys`");
    fires(rule, "src/export/csv.rs", "\n#[wasm_bindgen]", "src/export/csv.rs:2: `wasm_bindgen`");
    allows(rule, "src/wasm.rs", "use wasm_bindgen::prelude::*;");
    allows(rule, "src/text.rs", "// unlike js_sys\nlet my_js_sys = \"js_sys\";");
    holds(rule);
}

fn names_javascript(file: &File) -> Vec<String> {
    if file.path == "src/wasm.rs" {
        return Vec::new();
    }
    let names = ["wasm_bindgen", "js_sys", "web_sys", "serde_wasm_bindgen"];
    name_faults(file, &Source::new(&file.text), &names, "belongs to src/wasm.rs alone; move the code there")
}

#[test]
fn utf16_is_known_in_one_place() {
    let rule = names_utf16;
    fires(rule, "src/claim.rs", "let n = text.encode_utf16().count();", "src/claim.rs:1: `encode_utf16`");
    fires(rule, "src/cli/print.rs", "c.len_utf16()", "src/cli/print.rs:1: `len_utf16`");
    allows(rule, "src/text/utf16.rs", "c.len_utf16()");
    allows(rule, "src/wasm.rs", "c.len_utf16()");
    allows(rule, "src/span.rs", "#[cfg(test)]\nmod tests { fn f() { 'a'.len_utf16(); } }");
    allows(rule, "tests/invariants.rs", "c.len_utf16()");
    holds(rule);
}

fn names_utf16(file: &File) -> Vec<String> {
    if ["src/text/utf16.rs", "src/wasm.rs"].contains(&file.path.as_str()) {
        return Vec::new();
    }
    let what = "counts in UTF-16; spans are bytes, so convert through text::utf16";
    name_faults(file, &Source::without_tests(&file.text), &["encode_utf16", "len_utf16"], what)
}

/// A fault for each of the names in the code of a file under `src`.
fn name_faults(file: &File, source: &Source, names: &[&str], what: &str) -> Vec<String> {
    if !file.is("src/", ".rs") {
        return Vec::new();
    }
    let found = names.iter().flat_map(|name| source.find_word(name).map(move |at| (at, name)));
    found.map(|(at, name)| file.fault(source.line(at), &format!("`{name}` {what}"))).collect()
}

#[test]
fn the_annotator_knows_no_host() {
    let rule = imports_a_host;
    let import = "import { a } from \"../widget/a.ts\";";
    fires(rule, "www/annotator/list.ts", import, "www/annotator/list.ts:1: imports `../widget/a.ts`");
    fires(rule, "www/annotator/card/card.ts", "\nawait import('../../demo/b.ts')", "card.ts:2: imports");
    fires(rule, "www/annotator/host.ts", "export * from \"../extension/c.ts\"", "`../extension/c.ts`");
    allows(rule, "www/annotator/list.ts", "import { a } from \"./words/widget.ts\";\nconst b = \"demo\";");
    allows(rule, "www/demo/main.ts", "import { a } from \"../widget/a.ts\";");
    holds(rule);
}

fn imports_a_host(file: &File) -> Vec<String> {
    if !file.is("www/annotator/", ".ts") {
        return Vec::new();
    }
    let mut faults = Vec::new();
    for (index, line) in file.text.lines().enumerate() {
        let paths = line.split(['"', '\'', '`']).filter(|path| path.starts_with('.'));
        for path in paths.filter(|path| {
            path.split('/').any(|part| ["library", "widget", "extension", "demo"].contains(&part))
        }) {
            let what = format!("imports `{path}`; the annotator serves every host: let the host pass it in");
            faults.push(file.fault(index + 1, &what));
        }
    }
    faults
}

#[test]
fn files_and_functions_are_short() {
    let rule = is_too_long;
    let lines = |count: usize| "    f();\n".repeat(count);
    let function = |count: usize| format!("fn long() {{\n{}}}\n", lines(count - 2));
    fires(rule, "src/text.rs", &lines(FILE_CAP + 1), "src/text.rs:1: 501 lines, the cap is 500");
    fires(rule, "src/text.rs", &"// f\n".repeat(FILE_CAP + 1), "src/text.rs:1: 501 lines");
    fires(rule, "build/list.rs", &lines(FILE_CAP + 1), "build/list.rs:1: 501 lines");
    fires(rule, "www/demo/main.ts", &lines(FILE_CAP + 1), "www/demo/main.ts:1: 501 lines");
    fires(
        rule,
        "src/text.rs",
        &function(FUNCTION_CAP + 1),
        "src/text.rs:1: `long` has 71 lines, the cap is 70",
    );
    fires(rule, "build.rs", &format!("\n{}", function(FUNCTION_CAP + 1)), "build.rs:2: `long` has 71 lines");
    let constant = format!("const {}", function(FUNCTION_CAP + 1).replacen("f()", "let a = []", 1));
    fires(rule, "src/text.rs", &constant, "`long` has 71 lines");
    allows(rule, "src/text.rs", &lines(FILE_CAP));
    allows(rule, "src/text.rs", &function(FUNCTION_CAP));
    allows(rule, "src/text.rs", &format!("{}#[cfg(test)]\nmod tests {{\n{}}}", lines(FILE_CAP), lines(20)));
    allows(
        rule,
        "src/text.rs",
        &format!("{}const A: &[u8] = &[\n{}];\n", lines(FILE_CAP), "    1,\n".repeat(20)),
    );
    allows(
        rule,
        "src/text.rs",
        &format!("fn one() {{}}\nfn two(&self);\nimpl Three {{\n{}}}", lines(FUNCTION_CAP)),
    );
    holds(rule);
}

fn is_too_long(file: &File) -> Vec<String> {
    let is_rust = file.is("src/", ".rs") || file.is("build/", ".rs") || file.path == "build.rs";
    let mut faults = Vec::new();
    let mut check_file = |lines: usize| {
        if lines > FILE_CAP {
            let what =
                format!("{lines} lines, the cap is {FILE_CAP}; give a part that stands alone its own file");
            faults.push(file.fault(1, &what));
        }
    };
    if file.is("www/", ".ts") {
        check_file(file.text.lines().count());
    }
    if is_rust {
        let source = Source::without_tests(&file.text);
        check_file(source.lines(0..source.code().len()));
        for function in source.functions().iter().filter(|function| function.lines > FUNCTION_CAP) {
            let (name, lines) = (&function.name, function.lines);
            let what =
                format!("`{name}` has {lines} lines, the cap is {FUNCTION_CAP}; name its steps as functions");
            faults.push(file.fault(function.line, &what));
        }
    }
    faults
}

#[test]
fn lexicons_name_their_source_and_licence() {
    let rule = lacks_a_header;
    fires(rule, "src/lexicon/a.tsv", "# licence: CC0\nword\n", "src/lexicon/a.tsv:1: no `# source:`");
    fires(rule, "src/lexicon/a.tsv", "# source: ours\nword\n", "no `# licence:`");
    fires(rule, "src/lexicon/a.tsv", "# source:\n# licence: CC0\n", "no `# source:`");
    allows(rule, "src/lexicon/a.tsv", "# A list.\n# source: ours\n# licence: CC0\nword\n");
    holds(rule);
}

fn lacks_a_header(file: &File) -> Vec<String> {
    if !file.is("src/lexicon/", ".tsv") {
        return Vec::new();
    }
    let says = |key: &str| {
        let value = |line: &str| line.strip_prefix(key).is_some_and(|value| !value.trim().is_empty());
        file.text.lines().any(value)
    };
    let missing = ["# source:", "# licence:"].into_iter().filter(|key| !says(key));
    missing.map(|key| file.fault(1, &format!("no `{key}` in the header; say it there"))).collect()
}

#[test]
fn nothing_is_unwrapped() {
    let rule = unwraps;
    fires(rule, "src/claim.rs", "let a = b\n    .unwrap();", "src/claim.rs:2: `.unwrap()`");
    fires(rule, "src/cli/page.rs", "b.expect(\"there\")", "src/cli/page.rs:1: `.expect(`");
    allows(rule, "src/claim.rs", "/// b.unwrap()\nlet a = \".expect(\";\nlet c = '\"'; b.unwrap_or(1)");
    allows(rule, "src/claim.rs", "fn f<'a>() {}\n#[cfg(test)]\nmod tests {\n fn g() { b.unwrap(); }\n}");
    allows(rule, "tests/claims.rs", "b.unwrap()");
    holds(rule);
}

fn unwraps(file: &File) -> Vec<String> {
    if !file.is("src/", ".rs") {
        return Vec::new();
    }
    let source = Source::without_tests(&file.text);
    let mut faults = Vec::new();
    for name in [".unwrap()", ".expect("] {
        for (at, _) in source.code().match_indices(name) {
            let what =
                format!("`{name}` may panic; every text gives an analysis: match, or return what is known");
            faults.push(file.fault(source.line(at), &what));
        }
    }
    faults
}

#[test]
fn no_machine_is_named() {
    let rule = names_a_machine;
    let home = ["see /ho", "me/reader/notes"].concat();
    fires(rule, "README.md", &home, "README.md:1: names");
    fires(
        rule,
        "scripts/start.mjs",
        &["\nfetch('https://registry.", "npmjs.org/a')"].concat(),
        "start.mjs:2: names",
    );
    allows(rule, "README.md", "https://example.org/home/news and src/work/a.rs");
    allows(rule, "Cargo.lock", &home);
    holds(rule);
}

fn names_a_machine(file: &File) -> Vec<String> {
    if file.path.ends_with(".lock") || file.path.ends_with("-lock.json") {
        return Vec::new();
    }
    // In two halves each, so that this file does not name them.
    let folders = [("/ro", "ot/"), ("/ho", "me/"), ("/wo", "rk/"), ("/Us", "ers/")];
    let hosts = [
        ("index.", "crates.io"),
        ("static.", "crates.io"),
        ("crates.io", "-index"),
        ("registry.", "npmjs.org"),
        ("registry.", "yarnpkg.com"),
        ("files.", "pythonhosted.org"),
    ];
    // A folder in the middle of a path or an address is not the root of a machine.
    let inside = |before: &str| before.ends_with(|c: char| c.is_alphanumeric() || "-_.)}*".contains(c));
    let mut faults = Vec::new();
    for (index, line) in file.text.lines().enumerate() {
        for name in folders.iter().chain(&hosts).map(|(left, right)| [*left, *right].concat()) {
            let mut found = line.match_indices(&name);
            if found.any(|(at, _)| !name.starts_with('/') || !inside(&line[..at])) {
                let what = format!(
                    "names `{name}`, which is one machine's; use a relative path or the tool's default"
                );
                faults.push(file.fault(index + 1, &what));
            }
        }
    }
    faults
}

/// The rule finds the fault in the sample.
#[track_caller]
fn fires(rule: Rule, path: &str, text: &str, expected: &str) {
    let faults = rule(&File::new(path, text));
    assert!(faults.len() == 1 && faults[0].contains(expected), "expected \"{expected}\", got {faults:#?}");
}

/// The rule finds nothing in the sample.
#[track_caller]
fn allows(rule: Rule, path: &str, text: &str) {
    let faults = rule(&File::new(path, text));
    assert!(faults.is_empty(), "expected nothing, got {faults:#?}");
}

/// The rule finds nothing in the tree.
#[track_caller]
fn holds(rule: Rule) {
    let faults: Vec<String> = tree().iter().flat_map(rule).collect();
    assert!(faults.is_empty(), "{} faults\n{}", faults.len(), faults.join("\n"));
}

/// Every text file of the project.
fn tree() -> Vec<File> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let paths = tracked(root).unwrap_or_else(|| walk(root));
    // A file that is not UTF-8 is no text; one that is listed and absent has just been deleted.
    let read = |path: String| fs::read_to_string(root.join(&path)).ok().map(|text| File { path, text });
    let files: Vec<File> = paths.into_iter().filter_map(read).collect();
    assert!(files.iter().any(|file| file.path == "src/lib.rs"), "the tree was not found");
    files
}

/// What git tracks or would, if it is there to ask.
fn tracked(root: &Path) -> Option<Vec<String>> {
    let list = ["ls-files", "-z", "--cached", "--others", "--exclude-standard"];
    let output = Command::new("git").args(list).current_dir(root).output().ok()?;
    let names = String::from_utf8(output.stdout).ok()?;
    let names: Vec<String> = names.split_terminator('\0').map(str::to_owned).collect();
    (output.status.success() && !names.is_empty()).then_some(names)
}

/// Every file under the root but those that the top of `.gitignore` leaves out.
fn walk(root: &Path) -> Vec<String> {
    let ignored = fs::read_to_string(root.join(".gitignore")).unwrap_or_default();
    let ignored: Vec<PathBuf> =
        ignored.lines().chain(iter::once("/.git")).map(|line| root.join(line.trim_matches('/'))).collect();
    let mut files = Vec::new();
    let mut folders = vec![root.to_owned()];
    while let Some(folder) = folders.pop() {
        for path in fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path()) {
            if path.is_dir() && !ignored.contains(&path) {
                folders.push(path);
            } else if path.is_file() {
                files.extend(
                    path.strip_prefix(root).ok().map(|path| path.to_string_lossy().replace('\\', "/")),
                );
            }
        }
    }
    files
}

#[test]
fn the_tree_is_found_without_git() {
    let walked = walk(Path::new(env!("CARGO_MANIFEST_DIR")));
    assert!(walked.iter().any(|path| path == "src/lib.rs"));
    assert!(!walked.iter().any(|path| path.starts_with("target/") || path.starts_with(".git/")));
}
