/** A second opinion on where the article is, for pages on which our own eyes fail. */
import { Readability } from "@mozilla/readability";

const NUMBER = "data-number";

/**
 * The smallest element that holds all that Readability keeps of the page. It works on a clone, whose elements are numbered
 * so that they lead back to the page's own. Cost: tens of milliseconds on a large page.
 */
export function readabilityHint(page: Document): Element | null {
  const originals = [...page.querySelectorAll("*")];
  const clone = page.cloneNode(true) as Document;
  [...clone.querySelectorAll("*")].forEach((element, i) => void element.setAttribute(NUMBER, String(i)));
  const content = new Readability<Node>(clone, { serializer: (node) => node, charThreshold: 200 }).parse()?.content;
  if (!(content instanceof Element)) {
    return null;
  }
  const kept = [...content.querySelectorAll(`p[${NUMBER}], li[${NUMBER}], blockquote[${NUMBER}]`)].flatMap(
    (element) => originals[Number(element.getAttribute(NUMBER))] ?? [],
  );
  return kept.reduce<Element | null>((around, element) => (around ? common(around, element) : element.parentElement), null);
}

function common(around: Element, element: Element): Element {
  let shared = around;
  while (!shared.contains(element) && shared.parentElement) {
    shared = shared.parentElement;
  }
  return shared;
}
