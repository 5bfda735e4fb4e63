/** What the element shows beside the article: one line of legend, a few controls, and on demand all that was found. */
import { element } from "../annotator/dom.ts";
import { legend } from "../annotator/legend.ts";
import { drawList } from "../annotator/list.ts";
import type { Reading } from "../annotator/reading.ts";
import type { Annotation } from "../annotator/records.ts";
import { drawSourcing } from "../annotator/sourcing.ts";

export interface BarActions {
  step(direction: 1 | -1): void;
  everything(on: boolean): void;
  go(id: number): void;
}

export interface Bar {
  box: HTMLElement;
  /** Shows what was found. */
  fill(reading: Reading, shown: readonly Annotation[]): void;
  clear(): void;
  /** Whether everything is shown, or only some. */
  set(everything: boolean): void;
  /** Says what is being done, or why nothing is marked; "": nothing to say. */
  say(message: string): void;
}

export function drawBar(actions: BarActions): Bar {
  const everything = element("input", { type: "checkbox", role: "switch", onchange: () => actions.everything(everything.checked) });
  const [previous, next] = ([-1, 1] as const).map((direction) =>
    element("button", { type: "button", part: "button", "aria-label": direction < 0 ? "Previous mark" : "Next mark", onclick: () => actions.step(direction) }, direction < 0 ? "‹" : "›"),
  );
  const found = element("div", { class: "found", part: "found" });
  const details = element("details", { part: "details", hidden: true }, element("summary", {}, "Who says what"), found);
  const message = element("p", { class: "message", part: "message", role: "status", hidden: true });
  const tools = element("div", { class: "tools" }, element("label", {}, everything, " Show everything"), previous ?? "", next ?? "");
  const box = element("div", { class: "bar", part: "bar", role: "group", "aria-label": "Reportedly: who stands behind each sentence" }, legend(), tools, details, message);
  let draw = () => {};
  details.addEventListener("toggle", () => draw());
  return {
    box,
    fill: (reading, shown) => {
      details.hidden = false;
      // Most readers do not open it.
      draw = () => details.open && found.replaceChildren(drawSourcing(reading), drawList(reading, shown, actions.go));
      draw();
    },
    clear: () => {
      details.hidden = true;
      draw = () => {};
      found.replaceChildren();
    },
    set: (on) => {
      everything.checked = on;
    },
    say: (text) => {
      message.textContent = text;
      message.hidden = text === "";
    },
  };
}
