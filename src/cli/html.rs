//! The article on a saved web page: what the page calls its article, else the element whose own paragraphs hold most
//! text; without menus, forms, asides and what is hidden.

use super::input::Article;
use reportedly::Date;
use scraper::{ElementRef, Html, Node};

/// Elements that a page uses to name its article, in the order in which they are believed.
const ARTICLES: [&str; 4] = ["article", "main", "section", "div"];

/// A text block of an article.
const BLOCKS: [&str; 12] =
    ["h1", "h2", "h3", "h4", "p", "li", "blockquote", "figcaption", "dt", "dd", "td", "pre"];

/// What is never part of an article's text.
const LEFT_OUT: [&str; 16] = [
    "script", "style", "noscript", "template", "nav", "aside", "footer", "form", "button", "select",
    "textarea", "svg", "iframe", "object", "code", "head",
];

/// A paragraph counts towards finding the article from this many bytes on: shorter ones are links and credits.
const PARAGRAPH: usize = 60;

/// Whether a text is a web page rather than an article that happens to hold a "<".
pub fn is_page(text: &str) -> bool {
    let start = text.trim_start().get(..15).unwrap_or("").to_ascii_lowercase();
    start.starts_with("<!doctype html") || start.starts_with("<html")
}

/// The article of a page.
pub fn article(page: &str) -> Article {
    let document = Html::parse_document(page);
    let root = document.root_element();
    let container = container(root);
    let mut blocks = Vec::new();
    if let Some(title) = elements(root).find(|e| name(e) == "h1" && !within(container, e)) {
        push(&mut blocks, &title);
    }
    collect(container, &mut blocks);
    Article { text: blocks.join("\n\n"), published: published(root), extracted: true }
}

/// The element that holds the article.
fn container(root: ElementRef<'_>) -> ElementRef<'_> {
    let mut best = (0, root);
    for element in elements(root).filter(|e| ARTICLES.contains(&name(e)) && !is_left_out(e)) {
        let own: usize = element.child_elements().filter(|e| name(e) == "p").map(|p| weight(&p)).sum();
        let named = name(&element) == "article" || element.attr("itemprop") == Some("articleBody");
        let score = if named { own.max(all_paragraphs(element)) * 2 } else { own };
        if score > best.0 {
            best = (score, element);
        }
    }
    best.1
}

fn all_paragraphs(element: ElementRef) -> usize {
    elements(element).filter(|e| name(e) == "p").map(|p| weight(&p)).sum()
}

fn weight(paragraph: &ElementRef) -> usize {
    let length: usize = paragraph.text().map(|t| t.trim().len()).sum();
    if length >= PARAGRAPH { length } else { 0 }
}

fn collect(element: ElementRef, blocks: &mut Vec<String>) {
    for child in element.child_elements().filter(|e| !is_left_out(e)) {
        let holds_blocks = elements(child).skip(1).any(|e| BLOCKS.contains(&name(&e)));
        if BLOCKS.contains(&name(&child)) && !holds_blocks {
            push(blocks, &child);
        } else {
            collect(child, blocks);
        }
    }
}

/// The text of a block, white space folded, line breaks kept where the page breaks a line.
fn push(blocks: &mut Vec<String>, block: &ElementRef) {
    let mut text = String::new();
    for node in block.descendants() {
        match node.value() {
            Node::Text(piece) => text.push_str(piece),
            Node::Element(e) if e.name() == "br" => text.push(' '),
            _ => {}
        }
    }
    let folded: Vec<&str> = text.split_whitespace().collect();
    if !folded.is_empty() {
        blocks.push(folded.join(" "));
    }
}

fn elements(root: ElementRef<'_>) -> impl Iterator<Item = ElementRef<'_>> {
    root.descendants().filter_map(ElementRef::wrap)
}

fn name<'a>(element: &ElementRef<'a>) -> &'a str {
    element.value().name()
}

fn is_left_out(element: &ElementRef) -> bool {
    LEFT_OUT.contains(&name(element))
        || element.attr("hidden").is_some()
        || element.attr("aria-hidden") == Some("true")
        || element.attr("role") == Some("navigation")
}

fn within(container: ElementRef, element: &ElementRef) -> bool {
    element.ancestors().any(|a| a.id() == container.id())
}

/// The day of publication by the page's metadata.
fn published(root: ElementRef) -> Option<Date> {
    let says = |element: &ElementRef| -> Option<Date> {
        let key =
            element.attr("property").or(element.attr("name")).or(element.attr("itemprop")).unwrap_or("");
        let dated = key.ends_with("published_time") || key == "datePublished" || key == "date";
        let value = element.attr("content").or(element.attr("datetime"))?;
        (dated || name(element) == "time").then(|| value.parse().ok())?
    };
    elements(root).filter(|e| name(e) == "meta").find_map(|e| says(&e)).or_else(|| {
        let times = elements(root).filter(|e| name(e) == "time");
        times.filter(|e| !is_left_out(e)).find_map(|e| says(&e))
    })
}
