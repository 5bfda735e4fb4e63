//! The article on a saved web page, found as the extension finds it, as far as that needs no layout: the element where
//! most prose is, without what stands beside the article and what is hidden.

mod aside;

use super::input::Article;
use aside::{Page, SENTENCE};
use ego_tree::NodeId;
use ego_tree::iter::Edge;
use html5ever::ParseOpts;
use html5ever::tendril::{StrTendril, TendrilSink};
use reportedly::Date;
use scraper::{ElementRef, Html, HtmlTreeSink, Node};
use std::collections::HashSet;

/// A text block of an article.
const BLOCKS: [&str; 12] =
    ["h1", "h2", "h3", "h4", "p", "li", "blockquote", "figcaption", "dt", "dd", "td", "pre"];

/// The parser looks through all open elements at every tag. Browsers nest no deeper than half of this.
const DEEPEST: usize = 1_000;

/// So many bytes of a page are parsed between two looks at how deep it is.
const CHUNK: usize = 16 << 10;

/// Where an element holds so much of the prose around it, the rest is beside the article; where what is around it is
/// prose to this extent, it belongs to the article.
const MOST: f64 = 0.7;

/// Whether a text is a web page rather than an article that happens to hold a "<".
pub fn is_page(text: &str) -> bool {
    // Some editors begin every file with a byte order mark.
    let start = text.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{FEFF}').as_bytes();
    let begins = |tag: &str| start.get(..tag.len()).is_some_and(|s| s.eq_ignore_ascii_case(tag.as_bytes()));
    ["<!doctype html", "<html", "<?xml"].into_iter().any(begins)
}

/// The article of a page. Walks it without recursion.
///
/// # Errors
/// Why there is none.
pub fn article(page: &str) -> Result<Article, &'static str> {
    let document = parse(page).ok_or("is a web page whose elements are nested too deep")?;
    let root = document.root_element();
    let page = Page::new(root);
    let container = container(&page, root);
    let mut blocks = Vec::new();
    let mut before = elements(root).take_while(|e| e.id() != container.id());
    if let Some(title) = before.find(|e| name(e) == "h1") {
        push(&page, &mut blocks, title);
    }
    collect(&page, container, &mut blocks);
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

/// The element that holds the article: what the page calls one, where most prose is in it; else the smallest one that
/// most prose is in, with what is prose around it.
fn container<'a>(page: &Page, root: ElementRef<'a>) -> ElementRef<'a> {
    let sums = page.sums(root, is_block);
    let of = |element: &ElementRef| sums.get(&element.id()).copied().unwrap_or_default();
    let is_named = |e: &ElementRef| name(e) == "article" || e.attr("itemprop") == Some("articleBody");
    let named = elements(root).filter(is_named).max_by_key(|e| of(e).prose);
    if let Some(named) = named.filter(|e| of(e).prose * 2 > of(&root).prose) {
        return named;
    }
    let mut found = root;
    let most = |of_all: usize, part: usize| part > 0 && part as f64 >= of_all as f64 * MOST;
    while let Some(next) = found.child_elements().find(|child| most(of(&found).prose, of(child).prose)) {
        found = next;
    }
    let around: Vec<ElementRef> = found.ancestors().filter_map(ElementRef::wrap).collect();
    for outer in around.into_iter().filter(|e| !["html", "body"].contains(&name(e))) {
        let added = of(&outer).prose - of(&found).prose;
        if added > 0 && !most(of(&outer).text - of(&found).text, added) {
            break;
        }
        if added > 0 {
            found = outer;
        }
    }
    found
}

/// The text of the blocks in an element, but for blocks that hold others.
fn collect(page: &Page, container: ElementRef, blocks: &mut Vec<String>) {
    let holders = holders(container);
    let mut inside = None;
    for edge in container.traverse() {
        match edge {
            Edge::Open(node) if inside.is_none() => {
                let Some(element) = ElementRef::wrap(node) else {
                    continue;
                };
                if page.is_aside(&element) && element.id() != container.id() {
                    inside = Some(node.id());
                } else if !holders.contains(&node.id()) && is_block(&element) {
                    push(page, blocks, element);
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
    BLOCKS.contains(&name(element)) || (name(element) == "div" && own().sum::<usize>() >= SENTENCE)
}

/// The text of a block without what is left out, white space folded.
fn push(page: &Page, blocks: &mut Vec<String>, block: ElementRef) {
    let mut text = String::new();
    let mut hidden = None;
    for edge in block.traverse() {
        match edge {
            Edge::Open(node) if hidden.is_none() => match node.value() {
                Node::Text(piece) => text.push_str(piece),
                Node::Element(e) if e.name() == "br" => text.push(' '),
                _ if node.id() != block.id() && ElementRef::wrap(node).is_some_and(|e| page.is_aside(&e)) => {
                    hidden = Some(node.id())
                }
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
        times.filter(|e| e.attr("hidden").is_none()).find_map(|e| says(&e))
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
