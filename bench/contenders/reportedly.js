import init, { annotate } from "#wasm";

/** Claims, figures, names, attributions and hedges. */
export async function start() {
  const { memory } = await init({ module_or_path: new URL("./reportedly_bg.wasm", import.meta.url) });
  return { read: (text) => annotate(text).annotations.length, memory: () => memory.buffer.byteLength };
}
