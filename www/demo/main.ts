/** The page: an article with its marks, what was found in it, and a box for a text of one's own. */
import { Annotator } from "../annotator/annotator.ts";
import { adopt, element } from "../annotator/dom.ts";
import { Engine, inWorker } from "../annotator/engine.ts";
import { KEYS } from "../annotator/keyboard.ts";
import { drawList } from "../annotator/list.ts";
import { EVERYTHING, type Layers, QUIET } from "../annotator/marks.ts";
import { styleMarks } from "../annotator/paint.ts";
import { namedAfter } from "../annotator/palette.ts";
import { atOnce } from "../annotator/pace.ts";
import { panelStyles } from "../annotator/panel-styles.ts";
import { Reading } from "../annotator/reading.ts";
import { drawSourcing } from "../annotator/sourcing.ts";
import { drawSwitches } from "../annotator/switches.ts";
import { mapText } from "../annotator/text-map/walk.ts";
import { acceptOwnText } from "./own-text.ts";
import { box, button, input } from "./page.ts";
import { remember } from "./remember.ts";
import { followTheme } from "./theme.ts";

const OUR_DATE = "2025-01-16";
const PREFIX = "reportedly";

const engine = new Engine(inWorker(() => new Worker(new URL("./worker.js", import.meta.url), { type: "module" })));
let annotator: Annotator | null = null;
let reading: Reading | null = null;
let layers: Layers = QUIET;
let work = new AbortController();

const switches = drawSwitches((wanted) => annotator?.show(wanted));

styleMarks(PREFIX);
adopt(document, panelStyles);
followTheme();
remember("letters", input("letters"), true, () => {});
box("layers").append(switches.box);
box("keys").append(...KEYS.flatMap(([key, what]) => [element("dt", {}, element("kbd", {}, key)), element("dd", {}, what)]));
input("published").value = OUR_DATE;
input("published").addEventListener("change", () => void read());
input("everything").addEventListener("change", () => annotator?.show(input("everything").checked ? EVERYTHING : QUIET));
button("next").addEventListener("click", () => annotator?.step(1));
button("previous").addEventListener("click", () => annotator?.step(-1));
button("again").addEventListener("click", () => void read());
acceptOwnText({ changed: () => void read() });
void read();

/** Reads what the article's element holds and shows what was found; a text that comes meanwhile takes its place. */
async function read() {
  work.abort();
  work = new AbortController();
  const { signal } = work;
  tell("reading", "Reading …");
  clear();
  try {
    await engine.ready();
    performance.mark("reportedly:request");
    const map = atOnce(mapText(box("article")));
    const { analysis, milliseconds } = await engine.annotate(map.text, { published: input("published").value || null }, signal);
    reading = new Reading(map.text, analysis);
    annotator = new Annotator(box("article"), map, reading, { naming: namedAfter(PREFIX), shadow: "open", keys: () => input("letters").checked, onLayers: layersChanged, onCurrent: current });
    annotator.show(layers);
    box("sourcing").replaceChildren(drawSourcing(reading));
    tell("ready", `Read ${map.text.length.toLocaleString("en-GB")} characters in ${milliseconds.toFixed(0)} milliseconds, on this machine.`);
  } catch (error) {
    if (!signal.aborted) {
      tell("failed", `This text could not be read: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
}

/** Nothing of the text before may be seen beside the new one. */
function clear() {
  annotator?.remove();
  annotator = null;
  reading = null;
  box("list").replaceChildren();
  box("sourcing").replaceChildren();
}

function tell(state: "reading" | "ready" | "failed", message: string) {
  box("status").textContent = message;
  document.documentElement.dataset.state = state;
  box("article").setAttribute("aria-busy", String(state === "reading"));
  button("again").hidden = state !== "failed";
}

/** The marks are painted; what tells of them beside the article follows. */
function layersChanged(now: Layers) {
  if (document.documentElement.dataset.state === "reading") {
    performance.measure("reportedly:annotation", "reportedly:request");
  }
  layers = now;
  switches.set(now);
  input("everything").checked = now === EVERYTHING;
  if (annotator && reading) {
    box("list").replaceChildren(drawList(reading, annotator.shown, (id) => annotator?.go(id)));
  }
}

/** The list says which of its lines is open in the text. */
function current(id: number | null) {
  for (const line of box("list").querySelectorAll("[data-mark]")) {
    if (line.getAttribute("data-mark") === String(id)) {
      line.setAttribute("aria-current", "true");
    } else {
      line.removeAttribute("aria-current");
    }
  }
}
