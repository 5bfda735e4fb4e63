/** The way from a page to the reader behind it. */
import type { Open } from "../annotator/engine.ts";
import { READER } from "./messages.ts";

/** A background that was put to rest is left so many milliseconds to go before it is woken again. */
const REST = 60;

/** Wakes the background, and opens a way to the reader there. */
export const overRuntime: Open = (hear, died) => {
  let port: chrome.runtime.Port | null = null;
  try {
    port = chrome.runtime.connect({ name: READER });
  } catch (error) {
    // After an update of the extension its old scripts are cut off.
    queueMicrotask(() => died(String(error)));
  }
  port?.onMessage.addListener(hear);
  port?.onDisconnect.addListener(() => {
    // What is posted meanwhile is asked of the next reader.
    port = null;
    setTimeout(() => died("the reader was put to rest"), REST);
  });
  return { post: (request) => port?.postMessage(request), close: () => port?.disconnect() };
};
