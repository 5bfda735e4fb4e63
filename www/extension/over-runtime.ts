/** The way from a page to the reader behind it. */
import type { Open } from "../annotator/engine.ts";
import { READER } from "./messages.ts";

/** A background that was put to rest is left so many milliseconds to go before it is woken again. */
const REST = 60;
/** One that has said nothing for so many milliseconds is not there: it was ended while the way to it was being opened. */
const SILENCE = 5000;
/** Browsers put it to rest as they like, also several times while it wakes; that is no text's fault. */
export const PATIENCE = 6;

/** Wakes the background, and opens a way to the reader there. */
export const overRuntime: Open = (hear, died) => {
  let port: chrome.runtime.Port | null = null;
  const silence = setTimeout(() => {
    close();
    died("the reader does not answer");
  }, SILENCE);
  const close = () => {
    clearTimeout(silence);
    port?.disconnect();
    port = null;
  };
  try {
    port = chrome.runtime.connect({ name: READER });
  } catch (error) {
    // After an update of the extension its old scripts are cut off.
    clearTimeout(silence);
    queueMicrotask(() => died(String(error)));
  }
  port?.onMessage.addListener((message) => {
    clearTimeout(silence);
    hear(message);
  });
  port?.onDisconnect.addListener(() => {
    // What is posted meanwhile is asked of the next reader.
    close();
    setTimeout(() => died("the reader was put to rest"), REST);
  });
  return { post: (request) => port?.postMessage(request), close };
};
