//! Any page: its article is found, and reads like any text.
#![no_main]

use reportedly_fuzz::cli::html;

/// What pages are made of; each byte that follows `OF_PIECES` names one.
const PIECES: [&str; 32] = [
    "<!doctype html>", "<html lang=en>", "<body>", "<article>", "</article>", "<main>", "<section>", "<div>", "</div>", "<p>", "</p>",
    "<h1>", "</h1>", "<blockquote>", "<ul><li>", "</ul>", "<table><tr><td>", "</table>", "<br>", "<b>", "</b>", "<p hidden>",
    "<script>", "</script>", "<template>", "<svg>", "<!--", "-->", "&amp;&#x201C;&nbsp;",
    "<meta property='article:published_time' content='2024-05-17'>", "<link rel=canonical href='https://news.example/1'>",
    "The council approved €31 million for the harbour on Friday, said Ana Ruiz, who leads the port authority. ",
];

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let page = match bytes.split_first() {
        Some((&reportedly_fuzz::OF_PIECES, names)) => {
            names.iter().map(|name| PIECES[usize::from(name % 32)]).collect::<String>()
        }
        _ => String::from_utf8_lossy(bytes).into_owned(),
    };
    html::is_page(&page);
    if let Ok(article) = html::article(&page) {
        assert!(!article.text.contains('\r'));
        reportedly_fuzz::check::hold(&article.text);
    }
});
