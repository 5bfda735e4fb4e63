/** Reads articles off the main thread of Node: `node-worker.js`, with `reportedly_bg.wasm` beside it. */
import { parentPort } from "node:worker_threads";
import { readerByMessages } from "../annotator/reader.ts";
import { core } from "./node.ts";

parentPort?.on("message", readerByMessages((message, transfer) => parentPort?.postMessage(message, transfer), core));
