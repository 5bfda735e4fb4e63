/** What is marked on a page, and what should be. Both run anywhere: no browser is named here. */
import { marksOf, type Category } from "../../www/annotator/marks.ts";
import { LOOKS } from "../../www/annotator/palette.ts";
import type { Told } from "./chromium.ts";

/** The words under each look, without white space, all together in page order. To be run in the page. */
export function painted(): Record<string, string> {
  const found: Record<string, string> = {};
  CSS.highlights.forEach((highlight, name) => {
    const ranges: Range[] = [];
    highlight.forEach((range) => {
      const live = document.createRange();
      live.setStart(range.startContainer, range.startOffset);
      live.setEnd(range.endContainer, range.endOffset);
      ranges.push(live);
    });
    ranges.sort((a, b) => a.compareBoundaryPoints(Range.START_TO_START, b));
    found[name.slice(-1)] = ranges.map(String).join("").replace(/\s+/g, "");
  });
  return found;
}

/** The same as it follows from the analysis. */
export function expected({ analysis, shown, text }: Told): Record<string, string> {
  const marks = shown.flatMap((id) => marksOf(analysis?.annotations[id] as never)).sort((a, b) => a.start - b.start || a.end - b.end);
  const words = (category: Category) =>
    marks
      .filter((mark) => mark.category === category)
      .map(({ start, end }) => text.slice(start, end))
      .join("")
      .replace(/\s+/g, "");
  return Object.fromEntries(LOOKS.map((look, i) => [i.toString(36), look === "lift" ? "" : words(look)]));
}
