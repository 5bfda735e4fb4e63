/**
 * `<reportedly-article>`: marks the article that it wraps, or that `for` points to. The page's elements stay as they are:
 * what is shown beside the marks lives in the element's own shadow. Importing this where there is no page does nothing.
 */
import type { Analysis } from "#wasm";
import type { Annotator, AnnotatorOptions } from "../annotator/annotator.ts";
import { adopt, together, type Undo } from "../annotator/dom.ts";
import { Engine } from "../annotator/engine.ts";
import { groundOf } from "../annotator/ground.ts";
import { Live, type State } from "../annotator/live.ts";
import { EVERYTHING, type Layers } from "../annotator/marks.ts";
import { styleMarks } from "../annotator/paint.ts";
import { namedAfter, paletteStyles } from "../annotator/palette.ts";
import { type Reading, WORTH } from "../annotator/reading.ts";
import { openWorker } from "../library/browser.ts";
import { drawBar, type Bar } from "./bar.ts";
import { layersOf } from "./kinds.ts";
import { widgetStyles } from "./styles.ts";

export type { Analysis } from "#wasm";

/** Why an article carries no marks. */
export type Trouble = "no-article" | "not-english" | "failed";

/** What the element tells of; every event bubbles, out of shadow trees too. */
export interface ReportedlyEvents {
  /** The article is read and marked; again after it has changed. */
  "reportedly-ready": CustomEvent<{ analysis: Analysis }>;
  /** It cannot be marked. */
  "reportedly-trouble": CustomEvent<{ reason: Trouble; message: string }>;
  /** A card has opened on this annotation; null: it has closed. */
  "reportedly-select": CustomEvent<{ id: number | null }>;
}

declare global {
  interface HTMLElementTagNameMap {
    "reportedly-article": ReportedlyArticle;
  }
  interface HTMLElementEventMap extends ReportedlyEvents {}
  interface DocumentEventMap extends ReportedlyEvents {}
}

/** One reader serves all elements of a page. It is loaded when the first of them has something to read. */
let engine: Engine | null = null;
let count = 0;

/** Every element's highlights have names of their own. */
function prefix(): string {
  count += 1;
  return `reportedly-${count}`;
}

const SAID: Record<Trouble | "reading" | "empty", string> = {
  reading: "Reading …",
  empty: "There is nothing to mark here.",
  "no-article": "There is no article to read here.",
  "not-english": "This does not look like English, and Reportedly reads English only.",
  failed: "This article could not be read.",
};

// Servers that import us have no elements.
const Base = typeof HTMLElement === "undefined" ? (class {} as typeof HTMLElement) : HTMLElement;

export class ReportedlyArticle extends Base {
  static readonly observedAttributes = ["for", "kinds", "threshold", "published", "theme"];

  #live: Live | null = null;
  #bar: Bar | null = null;
  #analysis: Analysis | null = null;
  #reading: Reading | null = null;
  #undo: Undo = () => {};
  readonly #prefix = prefix();
  readonly #states = this.attachInternals?.().states;

  /** What was found, while the marks are there. */
  get analysis(): Analysis | null {
    return this.#analysis;
  }

  /** Leads to the next mark, or the previous one, and opens its card. */
  step(direction: 1 | -1 = 1) {
    this.#annotator?.step(direction);
  }

  /** Leads to an annotation by its id. */
  go(id: number) {
    this.#annotator?.go(id);
  }

  connectedCallback() {
    // The parser tells of an element before it has read what is in it.
    if (document.readyState === "loading") {
      const start = () => this.isConnected && this.#start();
      document.addEventListener("DOMContentLoaded", start, { once: true });
      this.#undo = () => document.removeEventListener("DOMContentLoaded", start);
    } else {
      this.#start();
    }
  }

  disconnectedCallback() {
    this.#stop();
  }

  attributeChangedCallback(name: string) {
    if (!this.#live) {
      return;
    }
    if (name === "kinds") {
      this.#show(this.#layers);
    } else if (name === "threshold") {
      this.#live.setThreshold(this.#threshold);
    } else {
      this.#stop();
      this.#start();
    }
  }

  get #annotator(): Annotator | null {
    return this.#live?.annotator ?? null;
  }

  get #layers(): Layers {
    return layersOf(this.getAttribute("kinds"));
  }

  get #threshold(): number {
    const given = Number.parseFloat(this.getAttribute("threshold") ?? "");
    return Number.isNaN(given) ? WORTH : given;
  }

  /** The element that holds the text; null: not there, or not yet. */
  #root(): Element | null {
    const selector = this.getAttribute("for");
    return selector === null ? this : (this.getRootNode() as ParentNode).querySelector(selector);
  }

  #start() {
    const shadow = this.shadowRoot ?? this.attachShadow({ mode: "open" });
    const bar = drawBar({ step: (direction) => this.step(direction), everything: (on) => this.#show(on ? EVERYTHING : this.#layers), go: (id) => this.go(id) });
    shadow.replaceChildren(bar.box, document.createElement("slot"));
    const live = this.#follower(shadow, bar);
    this.#bar = bar;
    this.#live = live;
    this.#undo = together(adopt(shadow, widgetStyles), this.#dress(shadow), () => live.stop());
    // Whoever imports us has yet to listen.
    queueMicrotask(() => this.#live === live && void live.start());
  }

  #stop() {
    this.#undo();
    this.#undo = () => {};
    this.#live = this.#bar = this.#analysis = this.#reading = null;
    this.#states?.clear();
  }

  #follower(shadow: ShadowRoot, bar: Bar): Live {
    engine ??= new Engine(openWorker());
    return new Live({
      find: () => {
        const root = this.#root();
        return root && { root, published: this.getAttribute("published") };
      },
      engine,
      options: (): AnnotatorOptions => ({
        naming: namedAfter(this.#prefix),
        shadow: "open",
        parent: shadow,
        shadowRoots: shadowRootsAround(this),
        keys: () => this.matches(":focus-within"),
        onLayers: (layers) => {
          bar.set(layers === EVERYTHING);
          this.#follow();
        },
        onCurrent: (id) => this.#tell("reportedly-select", { id }),
      }),
      layers: this.#layers,
      threshold: this.#threshold,
      onState: (state) => this.#enter(state),
    });
  }

  /** Gives marks and bar their looks, and follows when the system turns light or dark. */
  #dress(shadow: ShadowRoot): Undo {
    const root = this.getRootNode();
    const outside = root instanceof ShadowRoot ? root : document;
    const dark = prefersDark();
    let undo = this.#ground(shadow, outside);
    const anew = () => {
      undo();
      undo = this.#ground(shadow, outside);
    };
    dark.addEventListener("change", anew);
    return together(
      styleMarks(this.#prefix, outside),
      () => undo(),
      () => dark.removeEventListener("change", anew),
    );
  }

  /** Light or dark, as `theme` says, else as the letters tell: many dark pages do not say that they are. */
  #ground(shadow: ShadowRoot, outside: DocumentOrShadowRoot): Undo {
    const theme = this.getAttribute("theme");
    const ground = theme === "light" || theme === "dark" ? theme : groundOf(this.#root() ?? this);
    // The colours of highlights follow the `color-scheme` of the page's root, whatever that of the text is.
    const colours = (selector: string) => (ground === schemeOf(document.documentElement) ? "" : paletteStyles(selector, { palette: "default", ground }));
    const selector = this.getAttribute("for");
    return together(
      adopt(shadow, `:host { color-scheme: ${ground}; } ${colours(":host")}`),
      selector === null ? () => {} : adopt(outside, colours(`:where(${selector})`)),
    );
  }

  #show(layers: Layers) {
    this.#live?.show(layers);
  }

  #say(state: State["is"]) {
    try {
      this.#states?.clear();
      this.#states?.add(state);
    } catch {
      // Chromium before 125 knows such states under other names; all the rest works there.
    }
  }

  #enter(state: State) {
    const is = state.is === "not-english" && !this.#root()?.textContent?.trim() ? "no-article" : state.is;
    this.#say(is);
    this.#analysis = state.is === "ready" ? state.analysis : null;
    this.#reading = state.is === "ready" ? state.reading : null;
    this.#follow();
    if (is !== "ready") {
      this.#bar?.say(SAID[is]);
    }
    if (state.is === "ready") {
      this.#tell("reportedly-ready", { analysis: state.analysis });
    } else if (is !== "ready" && is !== "reading") {
      this.#tell("reportedly-trouble", { reason: is, message: state.is === "failed" ? state.message : SAID[is] });
    }
  }

  /** The bar says what is marked now. */
  #follow() {
    if (this.#annotator && this.#reading) {
      this.#bar?.fill(this.#reading, this.#annotator.shown);
      this.#bar?.say(this.#annotator.shown.length > 0 ? "" : SAID.empty);
    } else {
      this.#bar?.clear();
    }
  }

  #tell<K extends keyof ReportedlyEvents>(type: K, detail: ReportedlyEvents[K]["detail"]) {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
  }
}

const prefersDark = () => matchMedia("(prefers-color-scheme: dark)");

/** The scheme in which a browser shows an element. */
function schemeOf(element: Element): "light" | "dark" {
  const { colorScheme } = getComputedStyle(element);
  return colorScheme.includes("dark") && (!colorScheme.includes("light") || prefersDark().matches) ? "dark" : "light";
}

function shadowRootsAround(element: Element): ShadowRoot[] {
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? [root, ...shadowRootsAround(root.host)] : [];
}

if (typeof customElements !== "undefined" && !customElements.get("reportedly-article")) {
  customElements.define("reportedly-article", ReportedlyArticle);
}
