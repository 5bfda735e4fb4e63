/** The reader in browsers: on pages and in workers of any kind. */
import { inWorker, type Open } from "../annotator/engine.ts";
import type { Core } from "../annotator/protocol.ts";

/** Bundlers find `worker.js` by the form of the call below and may put it elsewhere; this is for those who load us unbundled. */
const here = import.meta.url;

/** A page must not be held up; whoever is in a worker already has seen to that. */
export const workerByDefault = () => typeof document !== "undefined" && typeof Worker !== "undefined";

/** What a relative address is relative to. */
export const base = () => globalThis.document?.baseURI ?? location.href;

/** The core as its loader takes it; undefined: beside this script. */
export const core = (given?: Core) => given;

export const openWorker = (given?: Core): Open => inWorker(isForeign() ? startForeign : start, given);

function start(): Worker {
  return new Worker(new URL("./worker.js", import.meta.url), { type: "module" });
}

/** Loaded from another server, as a CDN is: browsers start no worker from there, but a worker may import from there. */
const isForeign = () => /^https?:/.test(here) && new URL(here).origin !== location.origin;

function startForeign(): Worker {
  const script = `import ${JSON.stringify(new URL("worker.js", here).href)};`;
  const address = URL.createObjectURL(new Blob([script], { type: "text/javascript" }));
  return new Worker(address, { type: "module" });
}
