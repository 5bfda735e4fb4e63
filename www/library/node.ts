/** The reader in Node and Deno. */
import { readFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import { Worker } from "node:worker_threads";
import type { InitInput } from "#wasm";
import type { Open } from "../annotator/engine.ts";
import type { Core, Load, Reply } from "../annotator/protocol.ts";

/** There is no page here to hold up. */
export const workerByDefault = () => false;

/** What a relative address is relative to. */
export const base = () => pathToFileURL(`${process.cwd()}/`).href;

/** The core as its loader takes it; undefined: beside this script. */
export async function core(given?: Core): Promise<InitInput> {
  const place = given ?? new URL("./reportedly_bg.wasm", import.meta.url).href;
  return typeof place === "string" && place.startsWith("file:") ? WebAssembly.compile(await readFile(new URL(place))) : place;
}

/** A worker keeps the process alive only while something is asked of it. */
export function openWorker(given?: Core): Open {
  return (hear, died) => {
    const worker = new Worker(new URL("./node-worker.js", import.meta.url));
    let waiting = 0;
    const post = (message: Load | Parameters<ReturnType<Open>["post"]>[0]) => {
      worker.postMessage(message);
      waiting += 1;
      worker.ref();
    };
    worker.on("message", (message: Reply) => {
      waiting -= 1;
      if (waiting === 0) {
        worker.unref();
      }
      hear(message);
    });
    worker.on("error", (error) => died(error.message));
    post({ type: "load", core: given });
    return { post, close: () => void worker.terminate() };
  };
}
