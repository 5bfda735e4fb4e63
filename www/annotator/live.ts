/**
 * Keeps a page annotated while it changes: finds its text, has it read, paints it, and follows what the page does to it.
 * Text that is still there keeps its marks; what has changed loses them at once and gets them back when it has been read.
 */
import { Annotator, type AnnotatorOptions } from "./annotator.ts";
import type { Undo } from "./dom.ts";
import type { Engine } from "./engine.ts";
import { looksEnglish } from "./language.ts";
import { type Layers, QUIET } from "./marks.ts";
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
  | { is: "ready"; reading: Reading; analysis: Analysis; milliseconds: number }
  | { is: "no-article" }
  | { is: "not-english" }
  | { is: "failed"; message: string };

export interface LiveOptions {
  /** Finds the text; asked again when the page has become another. */
  find(): Target | null;
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

export class Live {
  readonly #options: LiveOptions;
  #layers: Layers;
  #threshold: number;
  #anyLanguage: boolean;
  #target: Target | null = null;
  #annotator: Annotator | null = null;
  #reading: Reading | null = null;
  #analysis: Analysis | null = null;
  /** Text nodes that have changed while their text was being read. */
  #edited = new Set<Node>();
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
    if (this.#reading && this.#analysis && this.#target) {
      this.#show(this.#target, mapText(this.#target.root, this.#target.isLeftOut), this.#analysis, 0);
    }
  }

  /** Paints anew with other options. */
  repaint() {
    const [target, analysis] = [this.#target, this.#analysis];
    if (target && analysis && this.#annotator) {
      this.#annotator.remove();
      this.#annotator = null;
      this.#show(target, mapText(target.root, target.isLeftOut), analysis, 0);
    }
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
    for (let wanted = this.#take(); wanted && !this.#stopped; wanted = this.#take()) {
      try {
        await this.#readNow(wanted.find);
      } catch (error) {
        this.#tell({ is: "failed", message: error instanceof Error ? error.message : String(error) });
      }
    }
    this.#busy = false;
  }

  #take(): { find: boolean } | null {
    const wanted = this.#wanted;
    this.#wanted = null;
    return wanted;
  }

  async #readNow(find: boolean) {
    const before = this.#target;
    const target = !find && before?.root.isConnected ? before : this.#options.find();
    this.#target = target;
    if (target?.root !== before?.root) {
      this.#watch?.aim();
    }
    const map = target && mapText(target.root, target.isLeftOut);
    if (target && map && map.text === this.#reading?.text) {
      this.#annotator?.update(map, this.#reading);
      return;
    }
    const isEnglish = this.#anyLanguage || looksEnglish(map?.text ?? mapText(document.body).text);
    if (!target || !map || !isEnglish) {
      this.#clear();
      this.#tell({ is: isEnglish ? "no-article" : "not-english" });
      return;
    }
    if (!this.#annotator) {
      this.#tell({ is: "reading" });
    }
    this.#edited.clear();
    const { analysis, milliseconds } = await this.#options.engine.annotate(map.text, { published: target.published ?? null });
    if (!this.#stopped) {
      this.#show(target, map, analysis, milliseconds);
    }
  }

  #show(target: Target, map: TextMap<Node>, analysis: Analysis, milliseconds: number) {
    const reading = new Reading(map.text, analysis, this.#threshold);
    this.#reading = reading;
    this.#analysis = analysis;
    if (this.#annotator) {
      this.#annotator.update(map, reading);
    } else {
      this.#annotator = new Annotator(document, map, reading, this.#options.options(target));
      this.#annotator.show(this.#layers);
    }
    this.#annotator.wipe(this.#edited);
    this.#tell({ is: "ready", reading, analysis, milliseconds });
  }

  #wipe(nodes: ReadonlySet<Node>) {
    nodes.forEach((node) => void this.#edited.add(node));
    this.#annotator?.wipe(nodes);
  }

  #clear() {
    this.#annotator?.remove();
    this.#annotator = null;
    this.#reading = this.#analysis = null;
  }

  #tell(state: State) {
    if (!this.#stopped) {
      this.#options.onState(state);
    }
  }
}
