/** The reader in Node and Deno. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
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
  const place = given ?? beside();
  return typeof place === "string" && place.startsWith("file:") ? WebAssembly.compile(await readFile(new URL(place))) : place;
}

/** The core beside this script. Bundlers that know this form of address put it elsewhere; where only browsers find it, it is read from the package. */
function beside(): string {
  const place = new URL("./reportedly_bg.wasm", import.meta.url).href;
  return place.startsWith("/") ? pathToFileURL(join(fileURLToPath(import.meta.url), "..", "reportedly_bg.wasm")).href : place;
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
