/**
 * Finds the article of a page that nobody here wrote. Our own eyes come first: they weigh the running text of every element
 * and go where most of it stands. What the page says of itself decides what they leave open.
 */
import { cardsIn, isLinks, isMarkedAside, isNamedAside } from "./article/aside.ts";
import { type Hints, hintsOf } from "./article/hints.ts";
import { type Amount, amounts, type Paragraph, paragraphsOf } from "./article/prose.ts";
import type { Work } from "./pace.ts";

export interface Article {
  /** The element that holds its text. */
  root: Element;
  /** Whether an element in it is no part of the article: a teaser, a menu, comments. */
  isLeftOut(element: Element): boolean;
  /** Day of publication as year-month-day, where the page tells it. */
  published: string | null;
}

/** Where one part of an element holds so much of its prose, the rest is beside the article. */
const MOST = 0.7;
/** What surrounds the place where most prose is belongs to the article where it is prose to this extent. */
const PURE = 0.7;
/** Fewer words are no article: a note, a teaser, a label. Where the page says that it is one they may be fewer. */
const ENOUGH = 100;
const ENOUGH_IF_SAID = 50;
/** More links than this are a list of articles, not one. */
const LINKED = 0.45;

/**
 * The article of the page; null where there is none: a front page, a list, a form. Cost: one look at every text node, some
 * milliseconds a page.
 */
export function* findArticle(page: Document): Work<Article | null> {
  const { body } = page;
  const hints = hintsOf(page);
  const paragraphs = yield* paragraphsOf(body);
  const all = yield* amounts(paragraphs, body);
  const share = (element: Element) => (all.get(element)?.prose ?? 0) / (all.get(body)?.prose || 1);
  const cards = new Set(yield* cardsIn(paragraphs, all));
  const byName = memo((element) => cards.has(element) || isNamedAside(element, share(element)));
  // On a page that gives all its parts such names the names say nothing.
  const byMark = memo((element) => cards.has(element) || (isMarkedAside(element) && share(element) < MOST));
  for (const isAside of [byName, byMark]) {
    const sums = yield* amounts(yield* outside(paragraphs, body, isAside), body);
    const root = densest(body, sums, hints);
    if (isEnough(sums.get(root), hints)) {
      return { root, isLeftOut: (element) => isAside(element) || isLinks(element, sums.get(element)), published: hints.published };
    }
  }
  return null;
}

function memo(judge: (element: Element) => boolean): (element: Element) => boolean {
  const known = new WeakMap<Element, boolean>();
  return (element) => {
    const answer = known.get(element) ?? judge(element);
    known.set(element, answer);
    return answer;
  };
}

/** The paragraphs that stand in nothing that stands aside. */
function* outside(paragraphs: readonly Paragraph[], body: Element, isAside: (element: Element) => boolean): Work<Paragraph[]> {
  const isIn: (element: Element) => boolean = memo(
    (element) => element !== body && (isAside(element) || (element.parentElement !== null && isIn(element.parentElement))),
  );
  const found: Paragraph[] = [];
  for (const paragraph of paragraphs) {
    yield;
    if (!isIn(paragraph.element)) {
      found.push(paragraph);
    }
  }
  return found;
}

/** The smallest element in which most prose stands, with what belongs to it around it. */
function densest(body: Element, sums: ReadonlyMap<Element, Amount>, { bodies }: Hints): Element {
  const prose = (element: Element) => sums.get(element)?.prose ?? 0;
  let root = bodies.find((element) => prose(element) > prose(body) / 2) ?? body;
  const top = root;
  for (let next: Element | undefined = root; next; next = [...root.children].find((child) => prose(child) >= prose(root) * MOST && prose(child) > 0)) {
    root = next;
  }
  for (let around = root.parentElement; around && root !== top && around !== body; around = around.parentElement) {
    const [inner, outer] = [sums.get(root), sums.get(around)];
    const [words, added] = [(outer?.words ?? 0) - (inner?.words ?? 0), (outer?.prose ?? 0) - (inner?.prose ?? 0)];
    if (added > 0 && added < words * PURE) {
      break;
    }
    root = added > 0 ? around : root;
  }
  return root;
}

function isEnough(amount: Amount | undefined, hints: Hints): boolean {
  return amount !== undefined && amount.prose >= (hints.isArticle ? ENOUGH_IF_SAID : ENOUGH) && amount.linked < amount.words * LINKED;
}
