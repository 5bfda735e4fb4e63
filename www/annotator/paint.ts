/**
 * Paints marks by CSS Custom Highlights: the page's elements stay as they are. Only what is near the viewport is painted,
 * because thousands of ranges are slow to lay out.
 */
import { together, type Undo } from "./dom.ts";
import { CATEGORIES, type Category, type Mark } from "./marks.ts";
import { highlightName } from "./palette.ts";
import type { Span } from "./records.ts";
import type { TextMap } from "./text-map.ts";

/** How far beyond the viewport, in viewports. */
const MARGIN = 1;
/** Lines of words within a claim lie above the claim's own; what is lifted lies above all. */
const PRIORITY = (look: Category | "lift") => (look === "lift" ? 2 : ["figure", "name", "cue", "hedge"].includes(look) ? 1 : 0);

interface Painted {
  highlight: Highlight;
  range: StaticRange;
}

/** Where a span of the text stands on the page. */
export function rangesOf(map: TextMap<Node>, { start, end }: Span): StaticRange[] {
  return map.stretches(start, end).map(
    (stretch) =>
      new StaticRange({
        startContainer: stretch.start.node,
        startOffset: stretch.start.offset,
        endContainer: stretch.end.node,
        endOffset: stretch.end.offset,
      }),
  );
}

/** Paints marks until undone. */
export function paint(map: TextMap<Node>, marks: readonly Mark[], prefix: string): Undo {
  const highlights = new Map(CATEGORIES.map((category) => [category, register(prefix, category)]));
  const near = new Map<Element, Painted[]>();
  for (const mark of marks) {
    const highlight = highlights.get(mark.category)?.highlight;
    for (const range of highlight ? rangesOf(map, mark) : []) {
      const parent = range.startContainer.parentElement;
      if (parent && highlight) {
        const there = near.get(parent) ?? [];
        there.push({ highlight, range });
        near.set(parent, there);
      }
    }
  }
  return together(...[...highlights.values()].map(({ undo }) => undo), watch(near));
}

/** Lights up spans until undone. */
export function lift(map: TextMap<Node>, spans: readonly Span[], prefix: string): Undo {
  const { highlight, undo } = register(prefix, "lift");
  for (const range of spans.flatMap((span) => rangesOf(map, span))) {
    highlight.add(range);
  }
  return undo;
}

function register(prefix: string, look: Category | "lift"): { highlight: Highlight; undo: Undo } {
  const name = highlightName(prefix, look);
  const highlight = new Highlight();
  highlight.priority = PRIORITY(look);
  CSS.highlights.set(name, highlight);
  return {
    highlight,
    undo: () => {
      if (CSS.highlights.get(name) === highlight) {
        CSS.highlights.delete(name);
      }
    },
  };
}

/** Paints what stands in elements near the viewport, and takes the paint off what leaves it. */
function watch(near: Map<Element, Painted[]>): Undo {
  const show = (target: Element, visible: boolean) => {
    for (const { highlight, range } of near.get(target) ?? []) {
      if (visible) {
        highlight.add(range);
      } else {
        highlight.delete(range);
      }
    }
  };
  const observer = new IntersectionObserver(
    (entries) => {
      for (const entry of entries) {
        show(entry.target, entry.isIntersecting);
      }
    },
    { rootMargin: `${MARGIN * 100}% 0px` },
  );
  for (const target of near.keys()) {
    // The observer reports a frame later: what is in view is painted without waiting for it.
    show(target, isNear(target));
    observer.observe(target);
  }
  return () => observer.disconnect();
}

function isNear(target: Element): boolean {
  const { top, bottom } = target.getBoundingClientRect();
  return bottom > -innerHeight * MARGIN && top < innerHeight * (1 + MARGIN);
}
