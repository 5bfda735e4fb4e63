/** Reads for all pages, in the thread of the background: there is nobody to hold up, and nothing else to start first. */
import { Engine } from "../annotator/engine.ts";
import { isRequest, type Reply } from "../annotator/protocol.ts";
import { inThread } from "../annotator/reader.ts";
import { READER } from "./messages.ts";

let engine: Engine | null = null;

/** Has the core loaded before a page asks. */
export function prepareReader(): Engine {
  engine ??= new Engine(inThread(() => chrome.runtime.getURL("reportedly_bg.wasm")));
  return engine;
}

/** Answers pages until they go. A page that goes takes its unanswered texts with it. */
export function serveReader() {
  chrome.runtime.onConnect.addListener((port) => {
    if (port.name !== READER) {
      return;
    }
    const control = new AbortController();
    const reader = prepareReader();
    const say = (reply: Reply) => !control.signal.aborted && port.postMessage(reply);
    reader.ready().then(
      () => say({ type: "ready" }),
      (error: unknown) => say({ type: "error", id: null, message: String(error) }),
    );
    port.onMessage.addListener((message: unknown) => {
      if (isRequest(message)) {
        const { id, text, options } = message;
        reader.annotate(text, options, control.signal).then(
          // Ports of extensions carry JSON.
          ({ packed: { numbers, strings }, milliseconds }) => say({ type: "analysis", id, packed: { numbers: Array.from(numbers), strings }, milliseconds }),
          (error: unknown) => say({ type: "error", id, message: error instanceof Error ? error.message : String(error) }),
        );
      }
    });
    port.onDisconnect.addListener(() => control.abort(new Error("the page has gone")));
  });
}
