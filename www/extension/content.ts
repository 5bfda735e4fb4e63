/** What the extension runs in a page: once, however often it is asked to. */
import { isToPage, type ToPage } from "./messages.ts";
import { PageReader } from "./page-reader.ts";

/** Where our scripts in a page find each other: the page's own see nothing of it. */
export interface Here {
  reportedly?: PageReader;
  /** What was asked before there was somebody to hear it. */
  reportedlyAsked?: ToPage;
}

const here = globalThis as Here;

if (!here.reportedly) {
  const reader = new PageReader();
  here.reportedly = reader;
  chrome.runtime.onMessage.addListener((message: unknown, sender) => {
    if (sender.id === chrome.runtime.id && isToPage(message)) {
      reader.hear(message);
    }
    return false;
  });
  if (here.reportedlyAsked) {
    reader.hear(here.reportedlyAsked);
  }
}
