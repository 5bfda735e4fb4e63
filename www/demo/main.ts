/** The page: a text, and what was found in it. */
import type { Response } from "../annotator/worker.ts";

const worker = new Worker(new URL("./worker.js", import.meta.url), { type: "module" });
const area = document.querySelector("textarea");
const list = document.querySelector("ol");

worker.addEventListener("message", ({ data }: MessageEvent<Response>) => {
  const lines = "error" in data ? [data.error] : data.analysis.annotations.map((a) => `${a.kind}: ${a.text} (${a.rule})`);
  list?.replaceChildren(
    ...lines.map((line) => {
      const item = document.createElement("li");
      item.textContent = line;
      return item;
    }),
  );
  document.documentElement.dataset.state = "ready";
});

const read = () => worker.postMessage({ id: 0, text: area?.value ?? "" });
area?.addEventListener("input", read);
read();
