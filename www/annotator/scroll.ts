/** Bringing words into view. */

export function liveRange(range: AbstractRange): Range {
  const live = document.createRange();
  live.setStart(range.startContainer, range.startOffset);
  live.setEnd(range.endContainer, range.endOffset);
  return live;
}

/** Where words come to stand, as a part of the viewport's height: the card needs room below. */
const READING_LINE = 0.3;

/** Scrolls only where the words lie outside the comfortable part of the viewport. */
export function bringIntoView(range: Range) {
  const { top, bottom } = range.getBoundingClientRect();
  if (top >= innerHeight * 0.1 && bottom <= innerHeight * 0.6) {
    return;
  }
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  scrollBy({ top: top - innerHeight * READING_LINE, behavior: calm ? "auto" : "smooth" });
}
