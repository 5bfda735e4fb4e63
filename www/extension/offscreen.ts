/** Where Chromium lets an extension have a worker. */
import { prepareReader, serveReader } from "./reader.ts";

/** Milliseconds after the last page has gone. */
const LINGER = 60_000;

let timer: ReturnType<typeof setTimeout> | undefined;

prepareReader();
serveReader((pages) => {
  clearTimeout(timer);
  if (pages === 0) {
    timer = setTimeout(() => close(), LINGER);
  }
});
