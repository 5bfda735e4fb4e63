/** Reads articles off the main thread: `worker.js`, with `reportedly_bg.wasm` beside it. */
import init, { annotate } from "#wasm";
import { isRequest, type Reply, type Request } from "./protocol.ts";

/** Browsers compile functions when they are first called. A sentence with something of every kind has that done while loading. */
const WARM_UP = "“The port may close,” Anna Berg, the minister, said on Friday. Two officials denied that it had cost €5 million or 3 percent more.";

const loaded = init({ module_or_path: new URL("./reportedly_bg.wasm", import.meta.url) }).then(() => void annotate(WARM_UP));
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
