/** The options page. Every change holds at once, on all pages. */
import { adopt, element } from "../annotator/dom.ts";
import { KEYS } from "../annotator/keyboard.ts";
import { legend } from "../annotator/legend.ts";
import { PALETTES } from "../annotator/palette/colours.ts";
import { paletteStyles, swatchStyles } from "../annotator/palette.ts";
import { part } from "../annotator/part.ts";
import { drawSwitches } from "../annotator/switches.ts";
import { loadSettings, onSettings, saveSettings, type Settings } from "./settings.ts";
import { addSite, removeSite, sites } from "./sites.ts";

const threshold = part("threshold", HTMLInputElement);
const letters = part("letters", HTMLInputElement);
const site = part("site", HTMLInputElement);
const switches = drawSwitches((layers) => void saveSettings({ layers }));
const palettes = PALETTES.map(([id, label]) => {
  const input = element("input", { type: "radio", name: "palette", value: id, onchange: () => void saveSettings({ palette: id }) });
  part("palettes", HTMLElement).append(element("label", {}, input, label));
  return input;
});

adopt(document, swatchStyles());
let unstyle = () => {};
part("layers", HTMLElement).append(switches.box);
part("sample", HTMLElement).append(...legend().children);
part("keys", HTMLElement).append(...KEYS.flatMap(([key, what]) => [element("dt", {}, element("kbd", {}, key)), element("dd", {}, what)]));
threshold.addEventListener("input", () => sayThreshold(Number(threshold.value)));
threshold.addEventListener("change", () => void saveSettings({ threshold: Number(threshold.value) / 100 }));
letters.addEventListener("change", () => void saveSettings({ letters: letters.checked }));
part("add", HTMLFormElement).addEventListener("submit", (event) => {
  event.preventDefault();
  void add(site.value);
});
chrome.permissions.onAdded.addListener(() => void showSites());
chrome.permissions.onRemoved.addListener(() => void showSites());
onSettings(show);
void loadSettings().then(show);
void showSites();

function show(settings: Settings) {
  switches.set(settings.layers);
  threshold.value = String(Math.round(settings.threshold * 100));
  sayThreshold(Number(threshold.value));
  letters.checked = settings.letters;
  for (const input of palettes) {
    input.checked = input.value === settings.palette;
  }
  unstyle();
  unstyle = adopt(document, paletteStyles(":root", { palette: settings.palette, ground: "host" }));
}

function sayThreshold(percent: number) {
  const words = percent === 0 ? "every claim" : percent < 40 ? "most claims" : percent < 65 ? "claims worth a look" : percent < 85 ? "only the weightier ones" : "only the weightiest";
  part("threshold-words", HTMLOutputElement).textContent = words;
}

async function showSites() {
  const hosts = await sites();
  const lines = hosts.map((host) =>
    element("li", {}, host, element("button", { type: "button", class: "plain", "aria-label": `Remove ${host}`, onclick: () => void removeSite(host) }, "Remove")),
  );
  part("sites", HTMLElement).replaceChildren(...(lines.length > 0 ? lines : [element("li", { class: "note" }, "None.")]));
}

/** @param typed a host, or the address of any of its pages */
async function add(typed: string) {
  const host = hostOf(typed.trim());
  const message = part("site-message", HTMLElement);
  message.textContent = host ? "" : "Please write the name of a site, such as news.example.";
  if (host && (await addSite(host))) {
    site.value = "";
  } else if (!host) {
    site.focus();
  }
}

function hostOf(typed: string): string | null {
  const url = URL.parse(/^https?:/.test(typed) ? typed : `https://${typed}`);
  return url && /^[^\s*]+$/.test(typed) && url.hostname !== "" ? url.hostname : null;
}
