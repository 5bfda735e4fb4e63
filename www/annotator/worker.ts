/** Reads articles off the main thread: `worker.js`, with `reportedly_bg.wasm` beside it. */
import { readerByMessages } from "./reader.ts";

const hear = readerByMessages((message, transfer = []) => postMessage(message, { transfer }));

addEventListener("message", ({ data }: MessageEvent<unknown>) => hear(data));
