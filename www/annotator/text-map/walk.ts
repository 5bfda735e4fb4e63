/** Reads the text of an element as a reader sees it, without changing anything. */
import type { Work } from "../pace.ts";
import { type TextMap, TextMapBuilder } from "../text-map.ts";

/** Text that is no part of an article's prose. */
const LEFT_OUT = new Set(
  "SCRIPT STYLE NOSCRIPT TEMPLATE TEXTAREA INPUT SELECT OPTION BUTTON CODE PRE KBD SAMP SVG MATH IFRAME OBJECT CANVAS VIDEO AUDIO NAV".split(" "),
);
/** What stands apart from the text around it, however it is laid out. */
const APART = new Set("FIGURE FIGCAPTION CAPTION BLOCKQUOTE LI TD TH DT DD".split(" "));
/** Code units that are read of a page at most: ten times the longest of articles. */
const LONGEST = 500_000;
/** Code units of one node that are taken in one go. */
const BITE = 20_000;

export interface MapOptions {
  isLeftOut?(element: Element): boolean;
  /** Where to stop, in code units. */
  longest?: number;
}

/** An element whose children are being read. */
interface Level {
  next: ChildNode | null;
  preserve: boolean;
  isBlock: boolean;
}

/** Maps all prose inside `root`, block by block, but for what is to be left out. Cost: one computed style an element. */
export function* mapText(root: Element, { isLeftOut = () => false, longest = LONGEST }: MapOptions = {}): Work<TextMap<Node>> {
  const builder = new TextMapBuilder<Node>(longest);
  // While all of a page is hidden, it is still loading: then its text counts as if it were shown.
  const isShown = getComputedStyle(root).visibility === "visible";
  const levels: Level[] = [{ next: root.firstChild, preserve: false, isBlock: false }];
  for (let level = levels.at(-1); level && !builder.isFull; level = levels.at(-1)) {
    const node = level.next;
    if (node instanceof Text) {
      level.next = node.nextSibling;
      for (let from = 0; from < node.data.length && !builder.isFull; from += BITE) {
        builder.add(node, node.data.slice(from, from + BITE), level.preserve, from);
        yield;
      }
    } else if (node) {
      level.next = node.nextSibling;
      const inner = node instanceof Element ? enter(node, builder, (element, style) => isSilent(element, style, isShown) || isLeftOut(element)) : null;
      if (inner) {
        levels.push(inner);
      }
      yield;
    } else {
      levels.pop();
      if (level.isBlock) {
        builder.block();
      }
    }
  }
  return builder.finish();
}

/** @returns what is to be read inside the element, if anything */
function enter(element: Element, builder: TextMapBuilder<Node>, isLeftOut: (element: Element, style: CSSStyleDeclaration) => boolean): Level | null {
  if (element.tagName === "BR") {
    builder.lineBreak();
    return null;
  }
  const style = getComputedStyle(element);
  const isBlock = APART.has(element.tagName) || !/^(inline|contents|ruby)/.test(style.display);
  if (isBlock) {
    builder.block();
  }
  if (!isLeftOut(element, style)) {
    return { next: element.firstChild, preserve: style.whiteSpace.startsWith("pre") && style.whiteSpace !== "pre-line", isBlock };
  }
  builder.gap();
  if (isBlock) {
    builder.block();
  }
  return null;
}

function isSilent(element: Element, style: CSSStyleDeclaration, isShown: boolean): boolean {
  return (
    LEFT_OUT.has(element.tagName.toUpperCase()) ||
    style.display === "none" ||
    (isShown && style.visibility !== "visible") ||
    element.getAttribute("aria-hidden") === "true" ||
    (element instanceof HTMLElement && element.isContentEditable)
  );
}
