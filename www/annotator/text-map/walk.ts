/** Reads the text of an element as a reader sees it, without changing anything. */
import { type TextMap, TextMapBuilder } from "../text-map.ts";

/** Text that is no part of an article's prose. */
const LEFT_OUT = new Set(
  "SCRIPT STYLE NOSCRIPT TEMPLATE TEXTAREA INPUT SELECT OPTION BUTTON CODE PRE KBD SAMP SVG MATH IFRAME OBJECT CANVAS VIDEO AUDIO NAV".split(" "),
);
/** What stands apart from the text around it, however it is laid out. */
const APART = new Set("FIGURE FIGCAPTION CAPTION BLOCKQUOTE LI TD TH DT DD".split(" "));

interface Walk {
  builder: TextMapBuilder<Node>;
  isLeftOut(element: Element): boolean;
  /** The page is shown. While all of it is hidden, it is still loading: then its text counts as if it were shown. */
  shown: boolean;
}

/** Maps all prose inside `root`, block by block, but for what is to be left out. Cost: one computed style an element. */
export function mapText(root: Element, isLeftOut: (element: Element) => boolean = () => false): TextMap<Node> {
  const builder = new TextMapBuilder<Node>();
  read(root, { builder, isLeftOut, shown: getComputedStyle(root).visibility === "visible" }, false);
  return builder.finish();
}

function read(parent: Element, walk: Walk, preserve: boolean) {
  for (const node of parent.childNodes) {
    if (node.nodeType === Node.TEXT_NODE) {
      walk.builder.add(node, node.nodeValue ?? "", preserve);
    } else if (node instanceof Element) {
      visit(node, walk);
    }
  }
}

function visit(element: Element, walk: Walk) {
  const { builder } = walk;
  if (element.tagName === "BR") {
    builder.lineBreak();
    return;
  }
  const style = getComputedStyle(element);
  const block = APART.has(element.tagName) || !/^(inline|contents|ruby)/.test(style.display);
  if (block) {
    builder.block();
  }
  if (isSilent(element, style, walk.shown) || walk.isLeftOut(element)) {
    builder.gap();
  } else {
    read(element, walk, style.whiteSpace.startsWith("pre") && style.whiteSpace !== "pre-line");
  }
  if (block) {
    builder.block();
  }
}

function isSilent(element: Element, style: CSSStyleDeclaration, shown: boolean): boolean {
  return (
    LEFT_OUT.has(element.tagName.toUpperCase()) ||
    style.display === "none" ||
    (shown && style.visibility !== "visible") ||
    element.getAttribute("aria-hidden") === "true" ||
    (element instanceof HTMLElement && element.isContentEditable)
  );
}
