//! The article on a saved web page: what the page calls its article, else the element whose own paragraphs hold most
//! text; without menus, forms, asides and what is hidden.

use super::input::Article;
use ego_tree::NodeId;
use ego_tree::iter::Edge;
use html5ever::ParseOpts;
use html5ever::tendril::{StrTendril, TendrilSink};
use reportedly::Date;
use scraper::{ElementRef, Html, HtmlTreeSink, Node};
use std::collections::HashSet;

/// Elements that a page uses to name its article, in the order in which they are believed.
const ARTICLES: [&str; 4] = ["article", "main", "section", "div"];

/// A text block of an article.
const BLOCKS: [&str; 12] =
    ["h1", "h2", "h3", "h4", "p", "li", "blockquote", "figcaption", "dt", "dd", "td", "pre"];

/// What is never part of an article's text.
const LEFT_OUT: [&str; 15] = [
    "script", "style", "noscript", "template", "nav", "aside", "footer", "form", "button", "select",
    "textarea", "svg", "iframe", "object", "head",
];

/// The parser looks through all open elements at every tag. Browsers nest no deeper than half of this.
const DEEPEST: usize = 1_000;

/// So many bytes of a page are parsed between two looks at how deep it is.
const CHUNK: usize = 16 << 10;

/// A paragraph counts towards finding the article from this many bytes on: shorter ones are links and credits.
const PARAGRAPH: usize = 60;

/// Whether a text is a web page rather than an article that happens to hold a "<".
pub fn is_page(text: &str) -> bool {
    let start = text.trim_start().get(..15).unwrap_or("").to_ascii_lowercase();
    start.starts_with("<!doctype html") || start.starts_with("<html")
}

/// The article of a page. Walks it without recursion.
///
/// # Errors
/// Why there is none.
pub fn article(page: &str) -> Result<Article, &'static str> {
    let document = parse(page).ok_or("is a web page whose elements are nested too deep")?;
    let root = document.root_element();
    let container = container(root);
    let mut blocks = Vec::new();
    let mut before = elements(root).take_while(|e| e.id() != container.id());
    if let Some(title) = before.find(|e| name(e) == "h1") {
        push(&mut blocks, title);
    }
    collect(container, &mut blocks);
    if blocks.is_empty() {
        return Err("is a web page without text that reads like an article");
    }
    let text = blocks.join("\n\n");
    Ok(Article { text, published: published(root), address: address(root), extracted: true })
}

/// The tree of a page; None where it is nested deeper than any page that people wrote.
fn parse(page: &str) -> Option<Html> {
    let sink = HtmlTreeSink::new(Html::new_document());
    let mut parser = html5ever::parse_document(sink, ParseOpts::default());
    let mut rest = page;
    while !rest.is_empty() {
        let end = (CHUNK..rest.len()).find(|at| rest.is_char_boundary(*at)).unwrap_or(rest.len());
        let (chunk, after) = rest.split_at(end);
        parser.process(StrTendril::from(chunk));
        rest = after;
        let tree = parser.tokenizer.sink.sink.0.borrow();
        if tree.tree.nodes().next_back().is_some_and(|node| node.ancestors().count() > DEEPEST) {
            return None;
        }
    }
    Some(parser.finish())
}

/// The element that holds the article.
fn container(root: ElementRef<'_>) -> ElementRef<'_> {
    let mut best = (0, root);
    // Of each open element: the text and the paragraphs before it, and the length of its own paragraphs.
    let mut open: Vec<(usize, usize, usize)> = Vec::new();
    let (mut text, mut paragraphs) = (0, 0);
    for edge in root.traverse() {
        match edge {
            Edge::Open(node) => {
                text += node.value().as_text().map_or(0, |piece| piece.trim().len());
                open.push((text, paragraphs, 0));
            }
            Edge::Close(node) => {
                let (text_before, paragraphs_before, own) = open.pop().unwrap_or_default();
                let Some(element) = ElementRef::wrap(node) else {
                    continue;
                };
                let length = text - text_before;
                if name(&element) == "p" && length >= PARAGRAPH {
                    paragraphs += length;
                    if let Some((_, _, parents)) = open.last_mut() {
                        *parents += length;
                    }
                }
                let score = score(&element, own, paragraphs - paragraphs_before);
                // Of equals the outer one, which closes later.
                if score > 0 && score >= best.0 {
                    best = (score, element);
                }
            }
        }
    }
    best.1
}

/// How much an element looks like the one that holds the article, by the length of the paragraphs right in it and of all.
fn score(element: &ElementRef, own: usize, all: usize) -> usize {
    let named = name(element) == "article" || element.attr("itemprop") == Some("articleBody");
    match () {
        () if is_left_out(element) => 0,
        () if named => all * 2,
        () if ARTICLES.contains(&name(element)) => own,
        () => 0,
    }
}

/// The text of the blocks in an element, but for blocks that hold others.
fn collect(container: ElementRef, blocks: &mut Vec<String>) {
    let holders = holders(container);
    let mut inside = None;
    for edge in container.traverse() {
        match edge {
            Edge::Open(node) if inside.is_none() => {
                let Some(element) = ElementRef::wrap(node) else {
                    continue;
                };
                if is_left_out(&element) {
                    inside = Some(node.id());
                } else if !holders.contains(&node.id()) && is_block(&element) {
                    push(blocks, element);
                    inside = Some(node.id());
                }
            }
            Edge::Close(node) if inside == Some(node.id()) => inside = None,
            _ => {}
        }
    }
}

/// The elements that hold blocks.
fn holders(container: ElementRef) -> HashSet<NodeId> {
    let mut holders = HashSet::new();
    for block in elements(container).skip(1).filter(|e| BLOCKS.contains(&name(e))) {
        // What is above a known holder is known, too.
        for ancestor in block.ancestors().take_while(|a| a.id() != container.id()) {
            if !holders.insert(ancestor.id()) {
                break;
            }
        }
    }
    holders
}

/// Whether an element is a text block by its name, or, as on pages without any, by the text right in it.
fn is_block(element: &ElementRef) -> bool {
    let own = || element.children().filter_map(|c| c.value().as_text()).map(|t| t.trim().len());
    BLOCKS.contains(&name(element)) || (name(element) == "div" && own().sum::<usize>() >= PARAGRAPH)
}

/// The text of a block without what is left out, white space folded.
fn push(blocks: &mut Vec<String>, block: ElementRef) {
    let mut text = String::new();
    let mut hidden = None;
    for edge in block.traverse() {
        match edge {
            Edge::Open(node) if hidden.is_none() => match node.value() {
                Node::Text(piece) => text.push_str(piece),
                Node::Element(e) if e.name() == "br" => text.push(' '),
                _ if ElementRef::wrap(node).is_some_and(|e| is_left_out(&e)) => hidden = Some(node.id()),
                _ => {}
            },
            Edge::Close(node) if hidden == Some(node.id()) => hidden = None,
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

/// The page's own word for its address.
fn address(root: ElementRef) -> Option<String> {
    let links = elements(root).filter(|e| name(e) == "link" && e.attr("rel") == Some("canonical"));
    links.filter_map(|e| e.attr("href")).find(|href| is_address(href)).map(str::to_owned)
}

/// Whether a text is an address on the web that can stand in other documents as it is.
pub fn is_address(text: &str) -> bool {
    let web = text.starts_with("https://") || text.starts_with("http://");
    web && !text.contains(|c: char| c.is_whitespace() || c.is_control() || "<>\"{}|\\^`".contains(c))
}
