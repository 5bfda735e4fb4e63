/** The way from a page to the reader behind it. */
import type { Open } from "../annotator/engine.ts";
import type { Request } from "../annotator/protocol.ts";
import { type FromPage, READER } from "./messages.ts";

/** Wakes the background, which has the reader loaded, and opens a way to it. */
export const overRuntime: Open = (hear, died) => {
  const waiting: Request[] = [];
  let port: chrome.runtime.Port | null = null;
  let closed = false;
  const connect = () => {
    if (closed) {
      return;
    }
    port = chrome.runtime.connect({ name: READER });
    port.onMessage.addListener(hear);
    port.onDisconnect.addListener(() => died("the reader was put to rest"));
    for (const request of waiting.splice(0)) {
      port.postMessage(request);
    }
  };
  const wake: FromPage = { type: "prepare" };
  // After an update of the extension its old scripts are cut off, and even asking fails.
  void (async () => chrome.runtime.sendMessage(wake))().then(connect, (error: unknown) => died(String(error)));
  return {
    post: (request) => (port ? port.postMessage(request) : waiting.push(request)),
    close: () => {
      closed = true;
      port?.disconnect();
    },
  };
};
