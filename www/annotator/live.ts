/**
 * Keeps a page annotated while it changes: finds its text, has it read, paints it, and follows what the page does to it.
 * Text that is still there keeps its marks; what has changed loses them at once and gets them back when it has been read.
 */
import { Annotator, type AnnotatorOptions } from "./annotator.ts";
import type { Undo } from "./dom.ts";
import type { Answer, Engine } from "./engine.ts";
import { looksEnglish, SAMPLE } from "./language.ts";
import { type Layers, QUIET } from "./marks.ts";
import { inPieces } from "./pace.ts";
import { Reading, WORTH } from "./reading.ts";
import type { Analysis } from "./records.ts";
import type { TextMap } from "./text-map.ts";
import { mapText } from "./text-map/walk.ts";
import { Watch } from "./watch.ts";

/** Where the text is; `findArticle` gives such on pages that are not ours. */
export interface Target {
  root: Element;
  isLeftOut?(element: Element): boolean;
  /** Day of publication as year-month-day. */
  published?: string | null;
}

export type State =
  | { is: "reading" }
  /** `isWhole`: the text was not too long to be read to its end. */
  | { is: "ready"; reading: Reading; analysis: Analysis; milliseconds: number; isWhole: boolean }
  | { is: "no-article" }
  | { is: "not-english" }
  | { is: "failed"; message: string };

export interface LiveOptions {
  /** Finds the text; asked again when the page has become another. */
  find(): Target | null | Promise<Target | null>;
  engine: Pick<Engine, "annotate">;
  /** How the text that was found is to be annotated. Asked when there is something to paint. */
  options(target: Target): AnnotatorOptions;
  layers?: Layers;
  /** From this score on a claim is worth checking. */
  threshold?: number;
  /** Reads other languages as if they were English. */
  anyLanguage?: boolean;
  onState(state: State): void;
}

/** Where a text is longer, its beginning is read first, so that marks need not wait for the end. */
const LONG = 16_000;
const BEGINNING = 4000;

export class Live {
  readonly #options: LiveOptions;
  #layers: Layers;
  #threshold: number;
  #anyLanguage: boolean;
  #target: Target | null = null;
  #annotator: Annotator | null = null;
  #reading: Reading | null = null;
  #answer: Answer | null = null;
  /** Where the text stands; null while that is being found out. */
  #map: TextMap<Node> | null = null;
  /** Text nodes that have changed since the map was begun. */
  readonly #edited = new Set<Node>();
  #busy = false;
  /** What is to be read next. */
  #wanted: { find: boolean } | null = null;
  #watch: Watch | null = null;
  #stopped = false;

  /** Nothing happens before `start`. */
  constructor(options: LiveOptions) {
    this.#options = options;
    this.#layers = options.layers ?? QUIET;
    this.#threshold = options.threshold ?? WORTH;
    this.#anyLanguage = options.anyLanguage ?? false;
  }

  /** The marks, while there are some. */
  get annotator(): Annotator | null {
    return this.#annotator;
  }

  async start() {
    const actions = {
      edited: (nodes: ReadonlySet<Node>) => this.#wipe(nodes),
      rested: (isElsewhere: boolean) => void this.#read(isElsewhere),
    };
    this.#watch = new Watch(document, () => this.#target?.root ?? null, actions, (node) => node === this.#annotator?.shadow.host);
    await this.#read(true);
  }

  /** Takes everything off the page and lets it go. */
  readonly stop: Undo = () => {
    this.#stopped = true;
    this.#watch?.undo();
    this.#clear();
  };

  show(layers: Layers) {
    this.#layers = layers;
    this.#annotator?.show(layers);
  }

  setThreshold(threshold: number) {
    if (threshold === this.#threshold) {
      return;
    }
    this.#threshold = threshold;
    if (this.#reading && this.#answer) {
      this.#take(this.#reading.text, this.#answer);
      this.#repaint();
    }
  }

  /** Paints anew with other options. */
  repaint() {
    this.#annotator?.remove();
    this.#annotator = null;
    this.#repaint();
  }

  /** Reads the page although it does not look like English. */
  readAnyway() {
    this.#anyLanguage = true;
    void this.#read(true);
  }

  /** One reading at a time; what changes meanwhile is read after it. */
  async #read(find: boolean) {
    this.#wanted = { find: find || (this.#wanted?.find ?? false) };
    if (this.#busy) {
      return;
    }
    this.#busy = true;
    for (let wanted = this.#next(); wanted && !this.#stopped; wanted = this.#next()) {
      try {
        await this.#readNow(wanted.find);
      } catch (error) {
        this.#tell({ is: "failed", message: error instanceof Error ? error.message : String(error) });
      }
    }
    this.#busy = false;
  }

  #next(): { find: boolean } | null {
    const wanted = this.#wanted;
    this.#wanted = null;
    return wanted;
  }

  async #readNow(find: boolean) {
    const before = this.#target;
    this.#map = null;
    this.#edited.clear();
    const target = !find && before?.root.isConnected ? before : await this.#options.find();
    this.#target = target;
    if (target?.root !== before?.root) {
      this.#watch?.aim();
    }
    const map = target && (await inPieces(mapText(target.root, target)));
    const isEnglish = this.#anyLanguage || looksEnglish(map?.text ?? (await sample()));
    if (this.#stopped) {
      return;
    }
    if (!target || !map || !isEnglish) {
      this.#clear();
      this.#tell({ is: isEnglish ? "no-article" : "not-english" });
    } else if (map.text === this.#reading?.text) {
      this.#show(target, map);
    } else {
      await this.#annotate(target, map);
    }
  }

  async #annotate(target: Target, map: TextMap<Node>) {
    if (!this.#annotator) {
      this.#tell({ is: "reading" });
    }
    const first = this.#annotator || map.text.length < LONG ? [] : [map.text.slice(0, BEGINNING)];
    for (const text of [...first, map.text]) {
      const answer = await this.#options.engine.annotate(text, { published: target.published ?? null });
      if (this.#stopped) {
        return;
      }
      this.#take(text, answer);
      this.#show(target, map);
    }
    this.#tellReady(map);
  }

  #take(text: string, answer: Answer) {
    this.#answer = answer;
    this.#reading = new Reading(text, answer.analysis, this.#threshold);
  }

  #show(target: Target, map: TextMap<Node>) {
    this.#map = map;
    if (!this.#reading) {
      return;
    }
    if (this.#annotator) {
      this.#annotator.update(map, this.#reading);
    } else {
      this.#annotator = new Annotator(document, map, this.#reading, this.#options.options(target));
      this.#annotator.show(this.#layers);
    }
    this.#annotator.wipe(this.#edited);
  }

  /** While the page is looked through, its marks wait for what will be found. */
  #repaint() {
    if (this.#target && this.#map) {
      this.#show(this.#target, this.#map);
      this.#tellReady(this.#map);
    }
  }

  #tellReady({ isWhole }: TextMap<Node>) {
    if (this.#reading && this.#answer) {
      this.#tell({ is: "ready", reading: this.#reading, ...this.#answer, isWhole });
    }
  }

  #wipe(nodes: ReadonlySet<Node>) {
    nodes.forEach((node) => void this.#edited.add(node));
    this.#annotator?.wipe(nodes);
  }

  #clear() {
    this.#annotator?.remove();
    this.#annotator = null;
    this.#reading = this.#answer = this.#map = null;
  }

  #tell(state: State) {
    if (!this.#stopped) {
      this.#options.onState(state);
    }
  }
}

/** Something of the text of a page on which there is no article. */
const sample = () => inPieces(mapText(document.body, { longest: SAMPLE })).then(({ text }) => text);
