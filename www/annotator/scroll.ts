/** Bringing words into view. */
import { NARROW } from "./card/place.ts";

export function liveRange(range: AbstractRange): Range {
  const live = document.createRange();
  live.setStart(range.startContainer, range.startOffset);
  live.setEnd(range.endContainer, range.endOffset);
  return live;
}

/** The part of the viewport in which words are easy to read, from top to bottom: the card needs room below. */
const COMFORT = { top: 0.12, bottom: 0.6 };
/** The same where the card is a sheet that covers the lower half. */
const ABOVE_THE_SHEET = { top: 0.06, bottom: 0.42 };

/** Scrolls only where the words lie outside the comfortable part of the viewport. */
export function bringIntoView(range: Range) {
  const comfort = matchMedia(NARROW).matches ? ABOVE_THE_SHEET : COMFORT;
  const { top, bottom } = range.getBoundingClientRect();
  if (top >= innerHeight * comfort.top && bottom <= innerHeight * comfort.bottom) {
    return;
  }
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const line = (comfort.top + (comfort.top + comfort.bottom) / 2) / 2;
  scrollBy({ top: top - innerHeight * line, behavior: calm ? "auto" : "smooth" });
}
