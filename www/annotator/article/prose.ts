/** The prose of a page: its blocks of running text, and how much of it each element holds. */
import type { Work } from "../pace.ts";

/** A block of text that can be seen. */
export interface Paragraph {
  element: Element;
  words: number;
  /** How many of the words are links. */
  linked: number;
}

/** How much text an element holds. */
export interface Amount {
  words: number;
  linked: number;
  /** Words of sentences that are no links. */
  prose: number;
  /** Blocks with such words. */
  blocks: number;
}

/** What holds no prose for readers, whatever stands in it. */
const SILENT = new Set(
  "SCRIPT STYLE NOSCRIPT TEMPLATE TEXTAREA SELECT OPTION BUTTON LABEL LEGEND CODE PRE SVG MATH IFRAME OBJECT CANVAS VIDEO AUDIO NAV DIALOG".split(" "),
);
const INLINE = new Set("A ABBR ACRONYM B BDI BDO BIG CITE DATA DEL DFN EM FONT I INS MARK Q S SMALL SPAN STRONG SUB SUP TIME TT U VAR WBR".split(" "));
const HEADING = /^H[1-6]$/;
/** Shorter blocks are labels and menus more often than sentences. */
const SENTENCE = 10;
/** So many pieces of text are looked at: more have no page that one reads. */
const MOST = 100_000;
/** More words than fit into so many code units weigh no more. */
const LONG = 20_000;

export const isInline = (element: Element) => INLINE.has(element.tagName);

/** The blocks of text under `root`, in page order. Cost: a look at every text node and at the visibility of every block. */
export function* paragraphsOf(root: Element): Work<Paragraph[]> {
  const found = new Map<Element, Paragraph>();
  const hidden = new Set<Element>();
  // A page that is hidden as a whole is still loading: its text will show.
  const visibilityProperty = root.checkVisibility({ visibilityProperty: true });
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) =>
    node instanceof Element && SILENT.has(node.tagName.toUpperCase()) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
  );
  let texts = 0;
  for (let node = walker.nextNode(); node && texts < MOST; node = walker.nextNode()) {
    yield;
    const words = node.nodeType === Node.TEXT_NODE ? countWords(node.nodeValue ?? "") : 0;
    texts += words > 0 ? 1 : 0;
    const element = words > 0 ? blockOf(node, root) : null;
    if (!element || hidden.has(element)) {
      continue;
    }
    let paragraph = found.get(element);
    if (!paragraph) {
      if (!element.checkVisibility({ visibilityProperty })) {
        hidden.add(element);
        continue;
      }
      paragraph = { element, words: 0, linked: 0 };
      found.set(element, paragraph);
    }
    paragraph.words += words;
    paragraph.linked += node.parentElement?.closest("a[href]") ? words : 0;
  }
  return [...found.values()];
}

const countWords = (text: string) => text.slice(0, LONG).match(/\S+/g)?.length ?? 0;

function blockOf(node: Node, root: Element): Element | null {
  let element = node.parentElement;
  while (element && element !== root && isInline(element)) {
    element = element.parentElement;
  }
  return element;
}

/** How many words of a block are running text. */
export function proseOf({ element, words, linked }: Paragraph): number {
  return words < SENTENCE || linked * 2 > words || HEADING.test(element.tagName) ? 0 : words - linked;
}

/** Sums the paragraphs up for every element around them, up to `root`. */
export function* amounts(paragraphs: readonly Paragraph[], root: Element): Work<Map<Element, Amount>> {
  const sums = new Map<Element, Amount>();
  for (const paragraph of paragraphs) {
    yield;
    const prose = proseOf(paragraph);
    for (let element: Element | null = paragraph.element; element; element = element === root ? null : element.parentElement) {
      const sum = sums.get(element) ?? { words: 0, linked: 0, prose: 0, blocks: 0 };
      sum.words += paragraph.words;
      sum.linked += paragraph.linked;
      sum.prose += prose;
      sum.blocks += prose > 0 ? 1 : 0;
      sums.set(element, sum);
    }
  }
  return sums;
}
