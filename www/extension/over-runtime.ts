/** The way from a page to the reader behind it. */
import type { Open } from "../annotator/engine.ts";
import { READER } from "./messages.ts";

/** Wakes the background, and opens a way to the reader there. */
export const overRuntime: Open = (hear, died) => {
  try {
    const port = chrome.runtime.connect({ name: READER });
    port.onMessage.addListener(hear);
    port.onDisconnect.addListener(() => died("the reader was put to rest"));
    return { post: (request) => port.postMessage(request), close: () => port.disconnect() };
  } catch (error) {
    // After an update of the extension its old scripts are cut off.
    queueMicrotask(() => died(String(error)));
    return { post: () => {}, close: () => {} };
  }
};
