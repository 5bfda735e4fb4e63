/** The panel beside a page: the list of its marks, its sourcing, and the switches. */
import { adopt } from "../annotator/dom.ts";
import { drawList } from "../annotator/list.ts";
import { filterList } from "../annotator/list-filter.ts";
import type { Layers } from "../annotator/marks.ts";
import { paletteStyles } from "../annotator/palette.ts";
import { part } from "../annotator/part.ts";
import { panelStyles } from "../annotator/panel-styles.ts";
import { Reading } from "../annotator/reading.ts";
import { drawSourcing } from "../annotator/sourcing.ts";
import { drawSwitches } from "../annotator/switches.ts";
import { type FromPanel, isFromPage, isToPanel, PANEL, type ToPanel } from "./messages.ts";
import { loadSettings, onSettings, type Settings } from "./settings.ts";
import { addSite, removeSite, sites } from "./sites.ts";

const NOT_READ = "This page has not been read. Click the icon of Reportedly to read it.";
/** A panel in a tab of its own belongs to the page whose tab it is told. */
const TOLD = Number(new URLSearchParams(location.search).get("tab") ?? Number.NaN);

const list = part("list", HTMLElement);
const unasked = part("unasked", HTMLInputElement);
const switches = drawSwitches((layers: Layers) => say({ type: "show", layers }));
const filter = filterList(list);
let tab: number | null = null;
let port: chrome.runtime.Port | null = null;
let host = "";

adopt(document, panelStyles);
let unstyle = () => {};
const dress = ({ palette, layers }: Settings) => {
  unstyle();
  unstyle = adopt(document, paletteStyles(":root", { palette, ground: "host" }));
  switches.set(layers);
};
void loadSettings().then(dress);
onSettings(dress);
part("layers", HTMLElement).append(switches.box);
part("filter", HTMLElement).append(filter.box);
const next = part("next", HTMLButtonElement);
const previous = part("previous", HTMLButtonElement);
next.addEventListener("click", () => say({ type: "step", direction: 1 }));
previous.addEventListener("click", () => say({ type: "step", direction: -1 }));
// The reader may say no to the browser's question.
unasked.addEventListener("change", () => void (unasked.checked ? addSite(host) : removeSite(host)).then(showSite));

chrome.runtime.onMessage.addListener((message: unknown, sender) => {
  if (isFromPage(message) && message.type === "count" && sender.tab?.id === tab && !port) {
    connect();
  }
  return false;
});
if (Number.isNaN(TOLD)) {
  chrome.tabs.onActivated.addListener(() => void follow());
  chrome.windows?.onFocusChanged.addListener(() => void follow());
}
void follow();

/** Turns to the page that the reader looks at. */
async function follow() {
  const [active] = Number.isNaN(TOLD) ? await chrome.tabs.query({ active: true, currentWindow: true }) : [{ id: TOLD }];
  if (active?.id !== undefined && active.id !== tab) {
    tab = active.id;
    port?.disconnect();
    connect();
  }
}

function connect() {
  if (tab === null) {
    return;
  }
  const opened = chrome.tabs.connect(tab, { name: PANEL, frameId: 0 });
  port = opened;
  opened.onMessage.addListener((message: unknown) => port === opened && isToPanel(message) && hear(message));
  opened.onDisconnect.addListener(() => {
    // A page where we are not says so; the error wants to be looked at.
    void chrome.runtime.lastError;
    if (port === opened) {
      port = null;
      clear(NOT_READ);
    }
  });
}

function say(message: FromPanel) {
  port?.postMessage(message);
}

function hear(message: ToPanel) {
  if (message.type === "current") {
    point(message.id);
  } else if (message.analysis) {
    const reading = new Reading(message.text, message.analysis, message.threshold);
    const shown = message.shown.flatMap((id) => reading.get(id) ?? []);
    part("status", HTMLElement).textContent = message.message;
    part("found", HTMLElement).hidden = false;
    setSteps(shown.length > 0);
    part("sourcing", HTMLElement).replaceChildren(drawSourcing(reading));
    list.replaceChildren(drawList(reading, shown, (id) => say({ type: "go", id })));
    filter.apply();
    host = message.host;
    void showSite();
  } else {
    clear(message.message);
  }
}

function clear(message: string) {
  part("status", HTMLElement).textContent = message;
  part("found", HTMLElement).hidden = true;
  setSteps(false);
  list.replaceChildren();
}

/** Without marks there is nothing to step through. */
function setSteps(areThere: boolean) {
  next.disabled = previous.disabled = !areThere;
}

async function showSite() {
  unasked.checked = (await sites()).includes(host);
  part("unasked-label", HTMLElement).textContent = `Read ${host} without a click`;
}

/** The list says which of its lines is open in the text. */
function point(id: number | null) {
  for (const line of list.querySelectorAll("[data-mark]")) {
    if (line.getAttribute("data-mark") === String(id)) {
      line.setAttribute("aria-current", "true");
    } else {
      line.removeAttribute("aria-current");
    }
  }
}
