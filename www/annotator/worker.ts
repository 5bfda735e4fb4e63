/** Reads articles off the main thread: `worker.js`, with `reportedly_bg.wasm` beside it. */
import init, { annotate } from "#wasm";
import { isRequest, type Reply, type Request } from "./protocol.ts";

const loaded = init({ module_or_path: new URL("./reportedly_bg.wasm", import.meta.url) });
loaded.then(
  () => reply({ type: "ready" }),
  (error: unknown) => reply({ type: "error", id: null, message: String(error) }),
);

addEventListener("message", ({ data }: MessageEvent<unknown>) => {
  if (isRequest(data)) {
    loaded.then(() => reply(read(data))).catch(() => {});
  }
});

function read({ id, text, options }: Request): Reply {
  const start = performance.now();
  try {
    const analysis = annotate(text, options);
    return { type: "analysis", id, analysis, milliseconds: performance.now() - start };
  } catch (error) {
    return { type: "error", id, message: String(error) };
  }
}

function reply(message: Reply) {
  postMessage(message);
}
