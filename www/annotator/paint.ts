/**
 * Paints marks by CSS Custom Highlights: the page's elements stay as they are. Only what is near the viewport is painted,
 * because thousands of ranges are slow to lay out.
 */
import { adopt, together, type Undo } from "./dom.ts";
import type { Mark } from "./marks.ts";
import { keep } from "./paint/keep.ts";
import { HOST_PAINTING, highlightStyles, type Look, LOOKS, type Naming, namedAfter, type Painting, paletteStyles } from "./palette.ts";
import type { Span } from "./records.ts";
import type { TextMap } from "./text-map.ts";

/** How far beyond the viewport, in viewports. */
const MARGIN = 1;
/** So few ranges cost less than finding out which of them are near. */
const FEW = 1000;
/** Lines of words within a claim lie above the claim's own; what is lifted lies above all. */
const priority = (look: Look) => (look === "lift" ? 2 : ["figure", "name", "cue", "hedge"].includes(look) ? 1 : 0);

interface Painted {
  highlight: Highlight;
  range: StaticRange;
}

/**
 * Gives the document the looks of the marks whose names begin with `prefix`, and a shadow tree too where the text stands in
 * one. A host does so while the text is read.
 */
export const styleMarks = (prefix: string, root: DocumentOrShadowRoot = document): Undo =>
  together(adopt(document, paletteStyles()), adopt(root, highlightStyles(namedAfter(prefix))));

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

/** The highlights of a page: registered once, filled and emptied, taken away at the end. */
export class Painter {
  readonly #highlights: ReadonlyMap<Look, Highlight>;
  readonly #undo: Undo;
  #painted: Painted[] = [];
  #unwatch: Undo = () => {};

  /** @param painting on whose ground; where it is not the host's, the looks are brought along and all is kept as it is. */
  constructor(naming: Naming, painting: Painting = HOST_PAINTING) {
    this.#highlights = new Map(LOOKS.map((look) => [look, Object.assign(new Highlight(), { priority: priority(look) })]));
    const named = [...this.#highlights].map(([look, highlight]) => [naming(look), highlight] as const);
    for (const [name, highlight] of named) {
      CSS.highlights.set(name, highlight);
    }
    const unregister = () => {
      for (const [name, highlight] of named) {
        if (CSS.highlights.get(name) === highlight) {
          CSS.highlights.delete(name);
        }
      }
    };
    this.#undo = painting.ground === "host" ? unregister : together(unregister, keep(named, highlightStyles(naming, painting)));
  }

  /** Paints these marks and no others. */
  paint(map: TextMap<Node>, marks: readonly Mark[]) {
    this.#unwatch();
    this.#unwatch = () => {};
    for (const { highlight, range } of this.#painted) {
      highlight.delete(range);
    }
    this.#painted = marks.flatMap((mark) => {
      const highlight = this.#highlights.get(mark.category);
      return highlight ? rangesOf(map, mark).map((range) => ({ highlight, range })) : [];
    });
    if (this.#painted.length > FEW) {
      this.#unwatch = watch(this.#painted);
    } else {
      show(this.#painted, true);
    }
  }

  /** Lights up these spans and no others. */
  lift(map: TextMap<Node>, spans: readonly Span[]) {
    const highlight = this.#highlights.get("lift");
    highlight?.clear();
    for (const range of spans.flatMap((span) => rangesOf(map, span))) {
      highlight?.add(range);
    }
  }

  /** Takes the paint off text that has changed: where its marks stand now is not known yet. */
  wipe(changed: ReadonlySet<Node>) {
    const isChanged = ({ range }: Painted) => changed.has(range.startContainer) || changed.has(range.endContainer);
    show(this.#painted.filter(isChanged), false);
    this.#painted = this.#painted.filter((painted) => !isChanged(painted));
  }

  remove() {
    this.#unwatch();
    this.#undo();
  }
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
