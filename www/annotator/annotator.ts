/** An article with its marks: paints them, follows pointer and keys, opens cards. Nothing is painted before `show`. */
import { type Host, mountHost } from "./host.ts";
import { showCard } from "./card/card.ts";
import { listen, together, type Undo } from "./dom.ts";
import { IntervalIndex } from "./interval-index.ts";
import { watchKeys } from "./keyboard.ts";
import { EVERYTHING, type Layers, type Mark, marksOf, QUIET, shown } from "./marks.ts";
import { Painter, rangesOf } from "./paint.ts";
import { HOST_PAINTING, type Naming, type Painting } from "./palette.ts";
import { watchPointer } from "./pointer.ts";
import type { Reading } from "./reading.ts";
import type { Annotation } from "./records.ts";
import { bringIntoView, liveRange } from "./scroll.ts";
import type { TextMap } from "./text-map.ts";
import { copy } from "./clipboard.ts";
import { cardFor } from "./words/card-for.ts";
import { COPIES, type Page } from "./words/copies.ts";
import { shorten } from "./words/card.ts";

export interface AnnotatorOptions {
  /** The names of our highlights. */
  naming: Naming;
  /** On what ground marks are painted; on the host's own, `styleMarks` gives them their look. */
  painting?: Painting;
  /** Only what touches this range is marked. */
  within?: Range;
  /** How the shadow of our one element is mounted. */
  shadow?: ShadowRootMode;
  /** Where our one element is put, if not after the page's body. */
  parent?: ParentNode;
  /** The shadow trees that the text stands in. */
  shadowRoots?: ShadowRoot[];
  /** Whether single letters lead through the marks. */
  keys?(): boolean;
  /** What is shown has changed, by us or by the host. */
  onLayers?(layers: Layers): void;
  /** The mark whose card is open; null: none. */
  onCurrent?(id: number | null): void;
}

/** The pointer must rest before a card opens, and may stray a little before it closes; in milliseconds. */
const OPEN_AFTER = 140;
const CLOSE_AFTER = 260;

export class Annotator {
  #reading: Reading;
  #map: TextMap<Node>;
  readonly #options: AnnotatorOptions;
  readonly #host: Host;
  readonly #painter: Painter;
  readonly #undo: Undo;
  /** Nodes that have changed since the map was made. */
  readonly #wiped = new Set<Node>();
  #layers: Layers = QUIET;
  #shown: Annotation[] = [];
  #index = new IntervalIndex<Mark>([]);
  #uncard: Undo = () => {};
  #box: HTMLElement | null = null;
  /** Where the open card stands. */
  #anchored: Range | null = null;
  /** The mark whose card is open. Pinned: until the reader closes it, however the pointer moves. */
  #current: { id: number; pinned: boolean } | null = null;
  /** Where "next" goes on from. */
  #last: Annotation | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #cameFrom: HTMLElement | null = null;

  /** @param root where the pointer is followed: the element that holds the text, or the whole document */
  constructor(root: Node, map: TextMap<Node>, reading: Reading, options: AnnotatorOptions) {
    const painting = options.painting ?? HOST_PAINTING;
    this.#reading = reading;
    this.#map = map;
    this.#options = options;
    this.#host = mountHost(options.shadow ?? "closed", painting, options.parent);
    this.#painter = new Painter(options.naming, painting);
    this.#undo = together(
      this.#host.undo,
      () => this.#painter.remove(),
      watchPointer(root, () => this.#map, { over: (offset) => this.#over(offset), press: (offset) => this.#press(offset) }, options.shadowRoots),
      listen(document, "pointerdown", ({ target }) => this.#elsewhere(root, target) && this.#hide()),
      watchKeys(
        {
          step: (direction) => this.step(direction),
          enter: () => this.#enter(),
          close: () => this.#current !== null && this.close(),
          everything: () => this.show(this.#layers === EVERYTHING ? QUIET : EVERYTHING),
        },
        () => options.keys?.() ?? true,
      ),
    );
  }

  /** What is marked now, in text order. */
  get shown(): readonly Annotation[] {
    return this.#shown;
  }

  /** Shows these layers and hides the others. */
  show(layers: Layers) {
    const same = (other: Layers) => Object.entries(other).every(([layer, on]) => layers[layer as keyof Layers] === on);
    this.#layers = [QUIET, EVERYTHING].find(same) ?? layers;
    this.#mark();
    if (this.#current && !this.#shown.some(({ id }) => id === this.#current?.id)) {
      this.close();
    }
    this.#options.onLayers?.(this.#layers);
  }

  /** The text has changed, or stands elsewhere now. What is still there stays as it is, an open card among it. */
  update(map: TextMap<Node>, reading: Reading) {
    this.#wiped.clear();
    if (reading === this.#reading && this.#anchored?.startContainer.isConnected !== false) {
      this.#map = map;
      this.#mark();
      return;
    }
    const [open, last] = [this.#current && this.#reading.get(this.#current.id), this.#last];
    const [pinned, wasInside] = [this.#current?.pinned ?? false, this.#isInside()];
    this.#hide();
    this.#map = map;
    this.#reading = reading;
    this.#last = (last && reading.counterpart(last)) ?? null;
    this.#mark();
    this.#options.onLayers?.(this.#layers);
    const same = open && reading.counterpart(open);
    if (same && this.#shown.includes(same)) {
      this.#open(same, pinned);
      if (wasInside) {
        this.#box?.focus({ preventScroll: true });
      }
    }
  }

  /** These nodes have changed; `update` will follow. */
  wipe(changed: ReadonlySet<Node>) {
    changed.forEach((node) => void this.#wiped.add(node));
    this.#painter.wipe(changed);
  }

  /** The root of our one element, for what a host shows beside the cards. */
  get shadow(): ShadowRoot {
    return this.#host.root;
  }

  /** Has a screen reader say something. */
  announce(text: string) {
    this.#host.announce(text);
  }

  /** Leads the reader to an annotation: brings it into view, lifts what belongs to it, opens its card and moves into it. */
  go(id: number) {
    const annotation = this.#reading.get(id);
    if (annotation) {
      this.#reveal(annotation);
      this.#enter();
    }
  }

  /** Leads to the next or previous mark; the focus stays where it is. */
  step(direction: 1 | -1) {
    const annotation = this.#neighbour(direction);
    if (annotation) {
      this.#reveal(annotation);
      const place = `Mark ${this.#shown.indexOf(annotation) + 1} of ${this.#shown.length}`;
      this.#host.announce(`${place}. ${this.#label(annotation)} Press Enter for more.`);
    }
  }

  /** Closes the card; the focus goes back to where it came from. */
  close(): boolean {
    const wasInside = this.#isInside();
    this.#hide();
    if (wasInside) {
      this.#cameFrom?.focus({ preventScroll: true });
    }
    this.#cameFrom = null;
    return true;
  }

  /** Takes everything off the page. */
  remove() {
    this.#hide();
    this.#undo();
  }

  #mark() {
    this.#shown = shown(this.#reading, this.#layers).filter((annotation) => this.#isWithin(annotation));
    const marks = this.#shown.flatMap(marksOf);
    this.#index = new IntervalIndex(marks);
    this.#painter.paint(this.#map, marks);
    this.#painter.wipe(this.#wiped);
  }

  #isWithin(annotation: Annotation): boolean {
    const { within } = this.#options;
    return (
      !within ||
      rangesOf(this.#map, annotation).some(
        ({ startContainer, startOffset, endContainer, endOffset }) =>
          within.comparePoint(startContainer, startOffset) < 1 && within.comparePoint(endContainer, endOffset) > -1,
      )
    );
  }

  #label(annotation: Annotation): string {
    return `${cardFor(annotation, this.#reading).title}: ${shorten(annotation.text, 200)}.`;
  }

  /** The mark after or before the last one; without one, the first that is not above the viewport. */
  #neighbour(direction: 1 | -1): Annotation | undefined {
    const count = this.#shown.length;
    const last = this.#last;
    const at = last ? this.#shown.findIndex(({ id }) => id === last.id) : -1;
    if (at >= 0) {
      return this.#shown[(at + direction + count) % count];
    }
    const isBehind = (annotation: Annotation) => (last ? annotation.start < last.start : (this.#anchor(annotation)?.getBoundingClientRect().bottom ?? 0) < 0);
    const next = this.#shown.findIndex((annotation) => !isBehind(annotation));
    const from = next < 0 ? count : next;
    return this.#shown[(direction > 0 ? from : from - 1 + count) % count];
  }

  #reveal(annotation: Annotation) {
    const range = this.#anchor(annotation);
    if (range) {
      bringIntoView(range);
      this.#open(annotation, true);
    }
  }

  #anchor(annotation: Annotation): Range | null {
    const [span = annotation] = marksOf(annotation);
    const [range] = rangesOf(this.#map, span.end > span.start ? span : annotation);
    return range ? liveRange(range) : null;
  }

  #open(annotation: Annotation, pinned: boolean) {
    clearTimeout(this.#timer);
    if (this.#current?.id === annotation.id) {
      this.#current.pinned ||= pinned;
      return;
    }
    const anchor = this.#anchor(annotation);
    if (!anchor) {
      return;
    }
    this.#hide();
    const card = cardFor(annotation, this.#reading);
    this.#painter.lift(this.#map, this.#reading.together(annotation));
    const { box, undo } = showCard(this.#host.root, card, this.#label(annotation), anchor, {
      go: (id) => this.go(id),
      close: () => this.close(),
      hold: (held) => this.#hold(held),
      copies: COPIES.map(([name, write]) => [name, () => copy(write(annotation, this.#reading, pageOf(document)))]),
    });
    this.#box = box;
    this.#anchored = anchor;
    this.#uncard = undo;
    this.#current = { id: annotation.id, pinned };
    this.#last = annotation;
    this.#options.onCurrent?.(annotation.id);
  }

  #hide() {
    clearTimeout(this.#timer);
    this.#uncard();
    this.#painter.lift(this.#map, []);
    this.#box = this.#anchored = null;
    if (this.#current) {
      this.#current = null;
      this.#options.onCurrent?.(null);
    }
  }

  #isInside(): boolean {
    return this.#host.root.activeElement !== null;
  }

  /** Moves the focus into the open card. */
  #enter(): boolean {
    if (!this.#box || this.#isInside()) {
      return false;
    }
    // A card that replaces another keeps the way back to where the reader first came from.
    const active = focused();
    if (active instanceof HTMLElement && active !== this.#host.root.host && active !== document.body) {
      this.#cameFrom = active;
    }
    this.#box.focus({ preventScroll: true });
    return true;
  }

  #at(offset: number | null): Annotation | undefined {
    const mark = offset === null ? undefined : this.#index.at(offset)[0];
    return mark && this.#reading.get(mark.id);
  }

  #over(offset: number | null): boolean {
    const annotation = this.#at(offset);
    if (!this.#current?.pinned) {
      clearTimeout(this.#timer);
      if (annotation && annotation.id !== this.#current?.id) {
        this.#timer = setTimeout(() => this.#open(annotation, false), OPEN_AFTER);
      } else if (!annotation && this.#current) {
        this.#timer = setTimeout(() => this.#hide(), CLOSE_AFTER);
      }
    }
    return annotation !== undefined;
  }

  #elsewhere(root: Node, target: EventTarget | null): boolean {
    return target instanceof Node && !root.contains(target) && target !== this.#host.root.host;
  }

  #press(offset: number | null) {
    const annotation = this.#at(offset);
    if (annotation) {
      this.#open(annotation, true);
    } else {
      this.#hide();
    }
  }

  #hold(held: boolean) {
    clearTimeout(this.#timer);
    if (!held && this.#current && !this.#current.pinned && !this.#isInside()) {
      this.#timer = setTimeout(() => this.#hide(), CLOSE_AFTER);
    }
  }
}

/** What has the focus, in whatever tree that is open to us. */
function focused(): Element | null {
  let { activeElement } = document;
  while (activeElement?.shadowRoot?.activeElement) {
    activeElement = activeElement.shadowRoot.activeElement;
  }
  return activeElement;
}

const pageOf = (page: Document): Page => ({ url: page.location.href, title: page.title });
