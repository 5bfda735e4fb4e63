/** Reads for all pages: one worker, which outlives them. */
import { Engine, inWorker, type Open } from "../annotator/engine.ts";
import { isRequest, type Reply } from "../annotator/protocol.ts";
import { READER } from "./messages.ts";

let engine: Engine | null = null;

/** Has the core loaded before a page asks. */
export function prepareReader(): Engine {
  engine ??= new Engine(inTrustedWorker);
  return engine;
}

/**
 * Answers pages until they go. A page that goes takes its unanswered texts with it.
 * @param onUse hears how many pages there are, whenever that changes
 */
export function serveReader(onUse: (pages: number) => void = () => {}) {
  let pages = 0;
  chrome.runtime.onConnect.addListener((port) => {
    if (port.name !== READER) {
      return;
    }
    const control = new AbortController();
    const reader = prepareReader();
    const say = (reply: Reply) => !control.signal.aborted && port.postMessage(reply);
    pages += 1;
    onUse(pages);
    reader.ready().then(
      () => say({ type: "ready" }),
      (error: unknown) => say({ type: "error", id: null, message: String(error) }),
    );
    port.onMessage.addListener((message: unknown) => {
      if (isRequest(message)) {
        const { id, text, options } = message;
        reader.annotate(text, options, control.signal).then(
          ({ analysis, milliseconds }) => say({ type: "analysis", id, analysis, milliseconds }),
          (error: unknown) => say({ type: "error", id, message: error instanceof Error ? error.message : String(error) }),
        );
      }
    });
    port.onDisconnect.addListener(() => {
      control.abort(new Error("the page has gone"));
      pages -= 1;
      onUse(pages);
    });
  });
}

/** Our own script and no other may become a worker. */
const inTrustedWorker: Open = inWorker(() => new Worker(workerUrl(), { type: "module" }));

function workerUrl(): URL {
  const address = chrome.runtime.getURL("worker.js");
  return policy?.createScriptURL(address) ?? new URL(address);
}

const policy = typeof trustedTypes === "undefined" ? null : trustedTypes.createPolicy("reportedly-worker", { createScriptURL: onlyOurs });

function onlyOurs(address: string): string {
  if (address !== chrome.runtime.getURL("worker.js")) {
    throw new TypeError(`not our worker: ${address}`);
  }
  return address;
}
