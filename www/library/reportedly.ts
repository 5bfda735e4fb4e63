/**
 * Reads English news articles: what each holds, and who stands behind it. Importing this does nothing, anywhere; `load`
 * starts the reader.
 */
import { base, core, openWorker, workerByDefault } from "#platform";
import type { Analysis, Options } from "#wasm";
import { Engine } from "../annotator/engine.ts";
import type { Core } from "../annotator/protocol.ts";
import { inThread } from "../annotator/reader.ts";

export type {
  Analysis, Annotation, Approximation, Attribution, AttributionType, ByStanding, Change, Claim, ClaimType, Entity, EntityType, Figure, FigureType,
  Hedge, HedgeType, Mode, Options, Quote, Reason, Source, SourceSummary, SourceType, Span, Standing, Summary,
} from "#wasm";

/** The WebAssembly core: its address, a response that carries it, its bytes, or itself compiled. */
export type CoreSource = string | URL | Response | BufferSource | WebAssembly.Module;

/** How the reader is to be run. */
export interface LoadOptions {
  /** Reads in a worker, so that a long text holds up nobody. Unless told: on a page yes, elsewhere no. */
  worker?: boolean | undefined;
  /** The core, where it does not lie beside this module as `reportedly_bg.wasm`. An address is taken from the page's, or from the working folder. */
  wasm?: CoreSource | Promise<CoreSource> | undefined;
}

/** What is known of a text, and a way to stop. */
export interface AnnotateOptions extends Options {
  /** Gives the text up; in a worker the work stops at once. */
  signal?: AbortSignal | undefined;
}

/** A reader. It holds the core, some megabytes of memory, until `close`. */
export class Reportedly {
  readonly #engine: Engine;
  #closed = false;

  private constructor(engine: Engine) {
    this.#engine = engine;
  }

  /**
   * Loads the core.
   *
   * Rejects with a `TypeError` where an option is unknown or not as expected, with an `Error` whose `cause` tells more where
   * the core cannot be loaded.
   */
  static async load(options: LoadOptions = {}): Promise<Reportedly> {
    const { worker = workerByDefault(), wasm } = checked(options);
    let engine: Engine | undefined;
    try {
      const given = await compiled(wasm);
      engine = new Engine(worker ? openWorker(given) : inThread(() => core(given)));
      await engine.ready();
      return new Reportedly(engine);
    } catch (error) {
      engine?.close();
      throw new Error(`Reportedly could not load its core: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
    }
  }

  /**
   * Reads a text; several may be asked for at once. Any text gives an analysis, in time that grows linearly with it. Offsets
   * are UTF-16 code units, so that `text.slice(start, end)` is what was found.
   *
   * Rejects with a `TypeError` where the text is no string or an option is unknown or not as expected, with the signal's
   * reason where it was given up, with an `Error` after `close`.
   */
  async annotate(text: string, options: AnnotateOptions = {}): Promise<Analysis> {
    if (typeof text !== "string") {
      throw expected("text", "a string", text);
    }
    const { signal, ...rest } = record("options", options);
    if (this.#closed) {
      throw new Error("This reader is closed.");
    }
    const { analysis } = await this.#engine.annotate(text, rest, signal);
    return analysis;
  }

  /** Ends the reader and its worker. Texts still waiting are given up. */
  close() {
    this.#closed = true;
    this.#engine.close();
  }
}

function checked(options: LoadOptions): LoadOptions {
  const { worker, wasm, ...others } = record("options", options);
  const [unknown] = Object.keys(others);
  if (unknown !== undefined) {
    throw new TypeError(`options.${unknown}: there is no such option; there are: worker, wasm`);
  }
  if (worker !== undefined && typeof worker !== "boolean") {
    throw expected("options.worker", "true or false", worker);
  }
  if (wasm !== undefined && !(typeof wasm === "string" || (typeof wasm === "object" && wasm !== null))) {
    throw expected("options.wasm", "an address, a response, bytes or a module", wasm);
  }
  return { worker, wasm };
}

/** Both threads take an address or a module. */
async function compiled(wasm: LoadOptions["wasm"]): Promise<Core | undefined> {
  const given = await wasm;
  if (given === undefined || given instanceof WebAssembly.Module) {
    return given;
  }
  if (typeof given === "string" || given instanceof URL) {
    return new URL(given, base()).href;
  }
  return given instanceof Response ? WebAssembly.compileStreaming(given) : WebAssembly.compile(given);
}

function record<T extends object>(what: string, value: T): T {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw expected(what, "an object", value);
  }
  return value;
}

function expected(what: string, wanted: string, given: unknown): TypeError {
  return new TypeError(`${what}: expected ${wanted}, got ${given === null ? "null" : Array.isArray(given) ? "an array" : `${typeof given === "object" ? "an" : "a"} ${typeof given}`}`);
}
