//! What stands beside an article: menus, teasers, comments, forms. Told by element, role, name and links.

use ego_tree::NodeId;
use ego_tree::iter::Edge;
use scraper::ElementRef;
use std::collections::{HashMap, HashSet};

const NAMES: &str = include_str!("asides.tsv");

/// What holds no prose for readers, whatever stands in it.
const SILENT: [&str; 17] = [
    "script", "style", "noscript", "template", "nav", "aside", "footer", "form", "button", "select",
    "textarea", "svg", "iframe", "object", "head", "dialog", "menu",
];
const ROLES: [&str; 8] =
    ["navigation", "complementary", "search", "banner", "contentinfo", "form", "dialog", "menu"];
/// Parts of a line, which take no part of the page aside.
const INLINE: [&str; 16] = [
    "a", "abbr", "b", "cite", "code", "em", "font", "i", "mark", "q", "small", "span", "strong", "sub",
    "sup", "time",
];

/// An element that holds so much of the page's text is its article, whatever its name.
const TOO_MUCH: f64 = 0.4;
/// A card that leads to another article is no longer than this; in bytes.
const CARD: usize = 480;
/// From this share of links on a block is a list of them.
const LINKS: f64 = 0.66;

/// Shorter blocks are labels and menus more often than sentences; in bytes.
pub const SENTENCE: usize = 60;

/// How much text an element holds, in bytes, whatever it is.
#[derive(Clone, Copy, Default)]
struct Amount {
    text: usize,
    linked: usize,
}

/// What an element holds, in bytes.
#[derive(Clone, Copy, Default)]
pub struct Sum {
    /// Text.
    pub text: usize,
    /// Text of sentences that are no links.
    pub prose: usize,
}

/// What is known of the elements of a page.
pub struct Page {
    amounts: HashMap<NodeId, Amount>,
    whole: Amount,
    names: HashMap<&'static str, bool>,
}

impl Page {
    /// Looks at every node once.
    pub fn new(root: ElementRef) -> Self {
        let mut amounts = HashMap::new();
        let mut open: Vec<Amount> = Vec::new();
        let (mut silent, mut links) = (0_usize, 0_usize);
        for edge in root.traverse() {
            let (Edge::Open(node) | Edge::Close(node)) = edge;
            let element = node.value().as_element();
            let is_silent = usize::from(element.is_some_and(|e| SILENT.contains(&e.name())));
            let is_link = usize::from(element.is_some_and(|e| e.name() == "a" && e.attr("href").is_some()));
            if matches!(edge, Edge::Open(_)) {
                (silent, links) = (silent + is_silent, links + is_link);
                let text = node.value().as_text().filter(|_| silent == 0).map_or(0, |text| text.trim().len());
                open.push(Amount { text, linked: if links > 0 { text } else { 0 } });
            } else {
                (silent, links) = (silent - is_silent, links - is_link);
                let amount = open.pop().unwrap_or_default();
                if let Some(around) = open.last_mut() {
                    around.text += amount.text;
                    around.linked += amount.linked;
                }
                if element.is_some() {
                    amounts.insert(node.id(), amount);
                }
            }
        }
        let whole = amounts.get(&root.id()).copied().unwrap_or_default();
        let entries = NAMES.lines().filter(|line| !line.starts_with('#'));
        let names = entries
            .map(|line| line.split_once('\t').map_or((line, false), |(name, _)| (name, true)))
            .collect();
        Page { amounts, whole, names }
    }

    /// How much text, and how much prose, every element holds outside of what stands aside. `is_block` tells the elements
    /// whose own text is one block; of blocks in one another the inner ones count.
    pub fn sums(&self, root: ElementRef, is_block: impl Fn(&ElementRef) -> bool) -> HashMap<NodeId, Sum> {
        let mut sums = HashMap::new();
        let mut open = Vec::new();
        let mut inside = None;
        for edge in root.traverse() {
            match edge {
                Edge::Open(node) if inside.is_none() => {
                    open.push(Sum {
                        text: node.value().as_text().map_or(0, |text| text.trim().len()),
                        prose: 0,
                    });
                    if ElementRef::wrap(node).is_some_and(|e| self.is_aside(&e)) {
                        inside = Some(node.id());
                    }
                }
                Edge::Close(node) if inside.is_none_or(|aside| aside == node.id()) => {
                    let is_aside = inside.take().is_some();
                    let mut sum = open.pop().unwrap_or_default();
                    if let Some(element) = ElementRef::wrap(node) {
                        if sum.prose == 0 && !is_aside && is_block(&element) {
                            sum.prose = self.prose(node.id());
                        }
                        sums.insert(node.id(), sum);
                    }
                    if let Some(around) = open.last_mut() {
                        *around = Sum { text: around.text + sum.text, prose: around.prose + sum.prose };
                    }
                }
                _ => {}
            }
        }
        sums
    }

    /// How much of a block is running text.
    fn prose(&self, block: NodeId) -> usize {
        let amount = self.amounts.get(&block).copied().unwrap_or_default();
        let is_prose = amount.text >= SENTENCE && amount.linked * 2 <= amount.text;
        if is_prose { amount.text - amount.linked } else { 0 }
    }

    /// Whether an element is no part of the article's text.
    pub fn is_aside(&self, element: &ElementRef) -> bool {
        let name = element.value().name();
        let role = element.attr("role").is_some_and(|role| ROLES.contains(&role));
        if SILENT.contains(&name) || is_hidden(element) {
            return true;
        }
        if INLINE.contains(&name) || ["html", "body", "main", "h1"].contains(&name) {
            return false;
        }
        let amount = self.amounts.get(&element.id()).copied().unwrap_or_default();
        if amount.linked as f64 > amount.text as f64 * LINKS {
            return true;
        }
        if amount.linked > 0 && amount.text <= CARD && leads_elsewhere(element) {
            return true;
        }
        let plain = |amount: Amount| (amount.text - amount.linked) as f64;
        let share = plain(amount) / plain(self.whole).max(1.0);
        match self.named(element) {
            Some(rival) => rival || share < TOO_MUCH,
            None => role && share < TOO_MUCH,
        }
    }

    /// Whether class or id name such a part; if so, whether one that may hold more text than the article.
    fn named(&self, element: &ElementRef) -> Option<bool> {
        let value = element.value();
        let names = value.id().into_iter().chain(value.classes());
        let words: HashSet<String> = names.flat_map(words).collect();
        let found = words.iter().filter_map(|word| self.names.get(word.as_str()));
        found.copied().reduce(|one, other| one || other)
    }
}

/// Whether nobody sees an element, as far as it says so itself.
fn is_hidden(element: &ElementRef) -> bool {
    let styled = element.attr("style").is_some_and(|style| {
        let style: String = style.to_ascii_lowercase().split_ascii_whitespace().collect();
        style.contains("display:none") || style.contains("visibility:hidden")
    });
    styled || element.attr("hidden").is_some() || element.attr("aria-hidden") == Some("true")
}

/// Whether a headline in an element is a link to another page.
fn leads_elsewhere(element: &ElementRef) -> bool {
    let is_link = |e: &ElementRef| e.attr("href").is_some_and(|href| !href.starts_with('#'));
    let is_headline = |e: &ElementRef| ["h2", "h3", "h4", "h5", "h6"].contains(&e.value().name());
    let inside = |e: ElementRef| e.descendants().filter_map(ElementRef::wrap).any(|e| is_link(&e));
    let around = |e: ElementRef| e.ancestors().filter_map(ElementRef::wrap).take(2).any(|e| is_link(&e));
    element.descendants().filter_map(ElementRef::wrap).filter(is_headline).any(|e| inside(e) || around(e))
}

/// The words of a name: "ArticleSidebar" gives article and sidebar, "most_read" gives most and read, and itself as one word.
fn words(name: &str) -> Vec<String> {
    let mut words = vec![name.chars().filter(|c| c.is_alphabetic()).collect::<String>().to_lowercase()];
    let mut before = '-';
    for c in name.chars() {
        if !before.is_alphabetic() || (before.is_lowercase() && c.is_uppercase()) {
            words.push(String::new());
        }
        if c.is_alphabetic()
            && let Some(word) = words.last_mut()
        {
            word.extend(c.to_lowercase());
        }
        before = c;
    }
    words
}
