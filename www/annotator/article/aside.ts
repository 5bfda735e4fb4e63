/** What stands beside an article: menus, teasers, comments, forms. Told by element, role, name and make-up. */
import type { Work } from "../pace.ts";
import { type Amount, isInline, type Paragraph, proseOf } from "./prose.ts";

const TAGS = new Set("NAV ASIDE FOOTER FORM FIELDSET DIALOG MENU".split(" "));
const ROLES = new Set("navigation complementary search banner contentinfo form dialog alertdialog menu menubar toolbar tablist alert status log".split(" "));

/** Words in class and id that publishers give to such parts. */
const NAMES = new Set(
  (
    "ad ads advert advertisement adverts advertorial sponsored sponsor promo promos promotion promoted outbrain taboola teads " +
    "related recirc recirculation recommended recommendations trending popular mostread mostpopular morestories readmore teaser teasers " +
    "share sharing social sharebar sharetools follow newsletter signup subscribe subscription paywall cookie cookies consent gdpr banner " +
    "sidebar rail breadcrumb breadcrumbs menu nav navbar navigation masthead toolbar footer pagination pager tags taglist " +
    "byline bio biography contributor credits copyright disclaimer timestamp lightbox modal popup tooltip poll login"
  ).split(" "),
);
/** Such parts may hold more prose than the article itself. */
const RIVALS = new Set("comment comments commenting disqus replies respond discussion discussions livefyre gallery slideshow carousel".split(" "));
/** What only screen readers are to hear. */
const UNSEEN = new Set("sr-only visually-hidden visuallyhidden screen-reader-text screenreader".split(" "));

/** An element that holds so much of the page's prose is its article, whatever its name. */
const TOO_MUCH = 0.4;
/** A card that leads to another article is no longer than this; in words. */
const CARD = 80;
const LEVELS = 6;
/** From this share of links on a block is a list of them. */
const LINKS = 0.66;

/** Whether an element is such a part by what it is called. `share`: how much of the page's prose it holds, 0 to 1. */
export function isNamedAside(element: Element, share: number): boolean {
  if (/^(BODY|HTML|MAIN)$/.test(element.tagName)) {
    return false;
  }
  const names = namesOf(element);
  if (names.some((name) => UNSEEN.has(name))) {
    return share < TOO_MUCH;
  }
  if (isInline(element)) {
    return false;
  }
  if (names.some((name) => RIVALS.has(name)) && !element.querySelector("h1, main")) {
    return true;
  }
  return share < TOO_MUCH && (isMarkedAside(element) || names.some((name) => NAMES.has(name)));
}

/** Whether an element is such a part by what its author says it is. */
export function isMarkedAside(element: Element): boolean {
  return TAGS.has(element.tagName) || ROLES.has(element.getAttribute("role") ?? "");
}

/** The words of class and id: "ArticleSidebar related-links" gives article, sidebar, related, links, and the whole names. */
function namesOf(element: Element): string[] {
  const names = `${element.id} ${element.getAttribute("class") ?? ""}`.split(/\s+/).filter((name) => name !== "");
  const parts = names.flatMap((name) => name.replace(/([a-z])([A-Z])/g, "$1-$2").split(/[^A-Za-z]+/));
  return [...names, ...parts].map((name) => name.toLowerCase());
}

/** Whether a block is nothing but links. */
export function isLinks(element: Element, amount: Amount | undefined): boolean {
  return amount !== undefined && amount.prose === 0 && amount.words > 2 && amount.linked > amount.words * LINKS && !isInline(element);
}

/** The cards that lead to other articles: a linked headline with one paragraph. */
export function* cardsIn(paragraphs: readonly Paragraph[], sums: ReadonlyMap<Element, Amount>): Work<Element[]> {
  const cards: Element[] = [];
  for (const paragraph of paragraphs) {
    yield;
    const card = cardOf(paragraph, sums);
    if (card) {
      cards.push(card);
    }
  }
  return cards;
}

function cardOf(paragraph: Paragraph, sums: ReadonlyMap<Element, Amount>): Element | null {
  if (proseOf(paragraph) === 0) {
    return null;
  }
  let card = paragraph.element;
  for (let level = 0; level < LEVELS; level += 1) {
    const around = card.parentElement;
    const amount = around && sums.get(around);
    if (!around || !amount || amount.blocks > 1 || amount.words > CARD) {
      break;
    }
    card = around;
  }
  const links = card === paragraph.element || card.closest("blockquote") ? [] : [...card.querySelectorAll("a[href]")];
  return links.some((link) => !paragraph.element.contains(link) && isHeadline(link)) ? card : null;
}

function isHeadline(link: Element): boolean {
  return link.closest("h1, h2, h3, h4, h5, h6") !== null || (link.textContent ?? "").trim().split(/\s+/).length > 3;
}
