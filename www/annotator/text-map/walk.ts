/** Reads the text of an element as a reader sees it, without changing anything. */
import { type TextMap, TextMapBuilder } from "../text-map.ts";

/** Text that is no part of an article's prose. */
const LEFT_OUT = new Set(
  "SCRIPT STYLE NOSCRIPT TEMPLATE TEXTAREA INPUT SELECT OPTION BUTTON CODE PRE KBD SAMP SVG MATH IFRAME OBJECT CANVAS VIDEO AUDIO NAV".split(" "),
);

/** Maps all prose inside `root`, block by block. Cost: one computed style an element. */
export function mapText(root: Element): TextMap<Node> {
  const builder = new TextMapBuilder<Node>();
  walk(root, builder, false);
  return builder.finish();
}

function walk(parent: Element, builder: TextMapBuilder<Node>, preserve: boolean) {
  for (const node of parent.childNodes) {
    if (node.nodeType === Node.TEXT_NODE) {
      builder.add(node, node.nodeValue ?? "", preserve);
    } else if (node instanceof Element) {
      visit(node, builder);
    }
  }
}

function visit(element: Element, builder: TextMapBuilder<Node>) {
  if (element.tagName === "BR") {
    builder.lineBreak();
    return;
  }
  const style = getComputedStyle(element);
  const block = !/^(inline|contents|ruby)/.test(style.display);
  if (block) {
    builder.block();
  }
  if (isLeftOut(element, style)) {
    builder.gap();
  } else {
    walk(element, builder, style.whiteSpace.startsWith("pre") && style.whiteSpace !== "pre-line");
  }
  if (block) {
    builder.block();
  }
}

function isLeftOut(element: Element, style: CSSStyleDeclaration): boolean {
  return (
    LEFT_OUT.has(element.tagName.toUpperCase()) ||
    style.display === "none" ||
    style.visibility !== "visible" ||
    element.getAttribute("aria-hidden") === "true" ||
    (element instanceof HTMLElement && element.isContentEditable)
  );
}
