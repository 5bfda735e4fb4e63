/**
 * Paints marks by CSS Custom Highlights: the page's elements stay as they are. Only what is near the viewport is painted,
 * because thousands of ranges are slow to lay out.
 */
import { adopt, together, type Undo } from "./dom.ts";
import { CATEGORIES, type Category, type Mark } from "./marks.ts";
import { highlightName, highlightStyles, paletteStyles } from "./palette.ts";
import type { Span } from "./records.ts";
import type { TextMap } from "./text-map.ts";

/** How far beyond the viewport, in viewports. */
const MARGIN = 1;
/** So few ranges cost less than finding out which of them are near. */
const FEW = 1000;
/** Lines of words within a claim lie above the claim's own; what is lifted lies above all. */
const priority = (look: Category | "lift") => (look === "lift" ? 2 : ["figure", "name", "cue", "hedge"].includes(look) ? 1 : 0);

interface Painted {
  highlight: Highlight;
  range: StaticRange;
}

/** Gives the document the looks of the marks whose names begin with `prefix`. A host does so while the text is read. */
export const styleMarks = (prefix: string): Undo => adopt(document, `${paletteStyles()}\n${highlightStyles(prefix)}`);

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
  const painted = marks.flatMap((mark) => {
    const highlight = highlights.get(mark.category)?.highlight;
    return highlight ? rangesOf(map, mark).map((range) => ({ highlight, range })) : [];
  });
  const unpaint = [...highlights.values()].map(({ undo }) => undo);
  if (painted.length > FEW) {
    return together(...unpaint, watch(painted));
  }
  for (const { highlight, range } of painted) {
    highlight.add(range);
  }
  return together(...unpaint);
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
  highlight.priority = priority(look);
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
function watch(painted: readonly Painted[]): Undo {
  const byParent = new Map<Element, Painted[]>();
  const seen = (entries: IntersectionObserverEntry[]) => {
    for (const { target, isIntersecting } of entries) {
      show(byParent.get(target) ?? [], isIntersecting);
    }
  };
  const observer = new IntersectionObserver(seen, { rootMargin: `${MARGIN * 100}% 0px` });
  for (const one of painted) {
    const parent = one.range.startContainer.parentElement ?? document.body;
    const others = byParent.get(parent);
    if (others) {
      others.push(one);
    } else {
      byParent.set(parent, [one]);
      observer.observe(parent);
    }
  }
  return () => observer.disconnect();
}

function show(painted: readonly Painted[], near: boolean) {
  for (const { highlight, range } of painted) {
    if (near) {
      highlight.add(range);
    } else {
      highlight.delete(range);
    }
  }
}
