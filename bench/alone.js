/** Reportedly as a page has it: read in a worker, the records made on the page's thread. */
import init, { annotatePacked } from "#wasm";
import { Engine, inWorker } from "../www/annotator/engine.ts";

/** The median times in milliseconds: of the core, of asking, and of making the records of the answer. */
export async function inAWorker(text, rounds) {
  const engine = new Engine(inWorker(() => new Worker(new URL("./worker.js", import.meta.url), { type: "module" })));
  const [core, asking, making] = [[], [], []];
  for (let round = -5; round < rounds; round++) {
    const start = performance.now();
    const answer = engine.annotate(text);
    const asked = performance.now();
    const { analysis, milliseconds } = await answer;
    const heard = performance.now();
    analysis.annotations;
    if (round >= 0) {
      core.push(milliseconds);
      asking.push(asked - start);
      making.push(performance.now() - heard);
    }
  }
  engine.close();
  return [core, asking, making].map((times) => times.sort((a, b) => a - b)[Math.floor(rounds / 2)]);
}

/** The bytes that a fresh core holds after each of these texts, and what it holds more after a thousand readings of the first. */
export async function memory(texts) {
  const { memory } = await init({ module_or_path: new URL("./reportedly_bg.wasm", import.meta.url) });
  const after = texts.map((text) => {
    annotatePacked(text);
    return memory.buffer.byteLength;
  });
  for (let call = 0; call < 1000; call++) {
    annotatePacked(texts[0]);
  }
  return { after, growth: memory.buffer.byteLength - after.at(-1) };
}
