/** Has texts read elsewhere and gives their analyses; starts the reader anew when it dies or is to stop. */
import { unpack } from "#unpack";
import { type Core, isReply, type Load, type Reply, type Request } from "./protocol.ts";
import type { Analysis, Options, Packed } from "./records.ts";

/** A way to a reader: it carries messages there and back. Whoever opens it says what to call. */
export interface Port {
  post(request: Request): void;
  close(): void;
}

/** Opens a way to a fresh reader. `hear` gets what it says, unchecked; `died` is called when it can say no more. */
export type Open = (hear: (message: unknown) => void, died: (why: string) => void) => Port;

/** An analysis, as it came and as its records, and how long the core took for it, in milliseconds. */
export interface Answer {
  analysis: Analysis;
  packed: Packed;
  milliseconds: number;
}

interface Task {
  request: Request;
  tries: number;
  resolve(answer: Answer): void;
  reject(error: Error): void;
}

/** A text that kills the reader twice is given up; so is a reader that dies twice before it has loaded. Hosts may be more patient. */
const TRIES = 2;

export class Engine {
  readonly #open: Open;
  readonly #patience: number;
  readonly #tasks = new Map<number, Task>();
  #port: Port | null = null;
  #next = 0;
  #deaths = 0;
  #isLoaded = false;
  #loading: Promise<void> = Promise.resolve();
  #loaded: { resolve(): void; reject(error: Error): void } = { resolve() {}, reject() {} };

  /**
   * Starts loading the core at once.
   * @param patience so many deaths are too many, of readers that have not loaded, and of those that have the same text
   */
  constructor(open: Open, patience = TRIES) {
    this.#open = open;
    this.#patience = patience;
    this.#load();
  }

  /** Resolves when the core is loaded, rejects when it cannot be; where it could not be, it is tried again. */
  ready(): Promise<void> {
    this.#load();
    return this.#loading;
  }

  /** Reads a text. Aborting stops the work at once, even in the middle of the core's loop. */
  annotate(text: string, options: Options = {}, signal?: AbortSignal): Promise<Answer> {
    return new Promise((resolve, reject) => {
      signal?.throwIfAborted();
      const request: Request = { type: "annotate", id: this.#next++, text, options };
      this.#tasks.set(request.id, { request, tries: 0, resolve, reject });
      signal?.addEventListener("abort", () => this.#abort(request.id, signal.reason), { once: true });
      this.#load();
      try {
        this.#send(request.id);
      } catch (error) {
        // What cannot be sent, such as a function among the options.
        this.#tasks.delete(request.id);
        reject(error);
      }
    });
  }

  /** Ends the reader; texts still waiting are given up. */
  close() {
    this.#port?.close();
    this.#port = null;
    this.#failAll(new Error("closed"));
  }

  #load() {
    if (this.#port) {
      return;
    }
    this.#loading = new Promise((resolve, reject) => {
      this.#loaded = { resolve, reject };
    });
    // Who does not ask whether it is ready hears of the failure by the answer to the text.
    this.#loading.catch(() => {});
    this.#start();
  }

  #start() {
    this.#isLoaded = false;
    // A reader that was replaced may still have messages under way: only the newest is heard.
    const port = this.#open(
      (message) => this.#port === port && this.#hear(message),
      (why) => this.#port === port && this.#revive(why),
    );
    this.#port = port;
  }

  #send(id: number) {
    const task = this.#tasks.get(id);
    if (task) {
      task.tries += 1;
      this.#port?.post(task.request);
    }
  }

  #hear(message: unknown) {
    if (!isReply(message)) {
      return;
    }
    if (message.type === "ready") {
      this.#deaths = 0;
      this.#isLoaded = true;
      this.#loaded.resolve();
    } else if (message.type === "error" && message.id === null) {
      this.#fail(message.message);
    } else if (message.type === "error" && message.name === "RuntimeError") {
      this.#trapped(message);
    } else {
      this.#answer(message);
    }
  }

  /** A core that trapped, as it does when memory runs out, is in no state to read on. The other texts are not to blame. */
  #trapped({ id, message }: Extract<Reply, { type: "error" }>) {
    for (const [other, task] of this.#tasks) {
      task.tries -= other === id ? 0 : 1;
    }
    this.#revive(message);
  }

  #answer(reply: Exclude<Reply, { type: "ready" }>) {
    const task = reply.id === null ? undefined : this.#tasks.get(reply.id);
    if (!task) {
      return;
    }
    this.#tasks.delete(task.request.id);
    if (reply.type === "error") {
      task.reject(reply.name === "TypeError" ? new TypeError(reply.message) : new Error(reply.message));
    } else if (reply.packed.numbers[0] === task.request.text.length) {
      const { packed, milliseconds } = reply;
      task.resolve({ analysis: unpacked(packed, task.request.text), packed, milliseconds });
    } else {
      task.reject(new Error("the analysis does not fit the text"));
    }
  }

  /** The core cannot be loaded; the next text tries again. */
  #fail(why: string) {
    this.#port?.close();
    this.#port = null;
    this.#deaths = 0;
    const error = new Error(why);
    this.#loaded.reject(error);
    this.#failAll(error);
  }

  #failAll(error: Error) {
    const waiting = [...this.#tasks.values()];
    this.#tasks.clear();
    for (const task of waiting) {
      task.reject(error);
    }
  }

  /** Starts a fresh reader and gives it what the dead one left undone, but for what has failed too often. */
  #revive(why: string) {
    this.#port?.close();
    if (this.#isLoaded && this.#tasks.size === 0) {
      // A reader that is put to rest when it has nothing to do is woken by the next text.
      this.#port = null;
      return;
    }
    this.#deaths += 1;
    if (this.#deaths >= this.#patience) {
      this.#fail(why);
      return;
    }
    for (const [id, task] of this.#tasks) {
      if (task.tries >= this.#patience) {
        this.#tasks.delete(id);
        task.reject(new Error(why));
      }
    }
    this.#restart();
  }

  #restart() {
    this.#start();
    for (const id of this.#tasks.keys()) {
      this.#send(id);
    }
  }

  #abort(id: number, reason: unknown) {
    const task = this.#tasks.get(id);
    if (!task) {
      return;
    }
    this.#tasks.delete(id);
    task.reject(reason instanceof Error ? reason : new Error(String(reason)));
    // The core knows no pause: what runs can only be stopped with its thread.
    this.#port?.close();
    for (const other of this.#tasks.values()) {
      other.tries -= 1;
    }
    this.#restart();
  }
}

/** The records of an analysis, made when the first of them is asked for: some thousand objects that not everybody needs at once. */
function unpacked({ numbers, strings }: Packed, text: string): Analysis {
  let made: Analysis | undefined;
  const all = () => {
    made ??= unpack(numbers, strings, text);
    return made;
  };
  return {
    get annotations() {
      return all().annotations;
    },
    get summary() {
      return all().summary;
    },
  };
}

/**
 * A reader in a worker of its own.
 * @param start a fresh worker, which runs `worker.ts`
 * @param core where it does not lie beside the worker's script
 */
export function inWorker(start: () => Worker, core?: Core): Open {
  return (hear, died) => {
    const worker = start();
    worker.addEventListener("message", ({ data }: MessageEvent<unknown>) => hear(data));
    worker.addEventListener("messageerror", () => died("a message was lost"));
    worker.addEventListener("error", (event) => died(event.message || "the worker could not start"));
    worker.postMessage({ type: "load", core } satisfies Load);
    return { post: (request) => worker.postMessage(request), close: () => worker.terminate() };
  };
}
