/** What the extension runs in a page: once, however often it is asked to. */
import { isToPage } from "./messages.ts";
import { PageReader } from "./page-reader.ts";

const here = globalThis as { reportedly?: PageReader };

if (!here.reportedly) {
  const reader = new PageReader();
  here.reportedly = reader;
  chrome.runtime.onMessage.addListener((message: unknown, sender) => {
    if (sender.id === chrome.runtime.id && isToPage(message)) {
      reader.hear(message);
    }
    return false;
  });
}
