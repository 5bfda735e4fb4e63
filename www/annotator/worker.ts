/** Reads articles off the main thread. */
import init, { type Analysis, annotate, type Options } from "#wasm";

export interface Request {
  id: number;
  text: string;
  options?: Options;
}

export type Response = { id: number; analysis: Analysis } | { id: number; error: string };

const ready = init({ module_or_path: new URL("./reportedly_bg.wasm", import.meta.url) });

addEventListener("message", async ({ data: { id, text, options } }: MessageEvent<Request>) => {
  try {
    await ready;
    reply({ id, analysis: annotate(text, options) });
  } catch (error) {
    reply({ id, error: String(error) });
  }
});

function reply(response: Response) {
  postMessage(response);
}
