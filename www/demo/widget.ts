/** The states of the custom element: what HTML alone cannot show. */
import "../widget/element.ts";
import { element } from "../annotator/dom.ts";
import { box } from "./page.ts";

const TEXT = "Harbour police seized 41 containers at Port Ellin on Tuesday, according to the customs office. “We were not told,” said Jonas Weir, who runs the terminal.";
/** So many paragraphs take a second or two to be read. */
const LONG = 4000;

const article = () => element("reportedly-article", { published: "2025-01-16" }, element("p", {}, TEXT));
/** A shadow tree on an element of the page, where the page has it. */
const shadowOf = (host: Element | null) => host?.attachShadow({ mode: "open" });
/** Puts paragraphs into an element when a button is pressed. */
const onPress = (button: string, into: string, texts: readonly string[]) =>
  document.getElementById(button)?.addEventListener("click", () => box(into).replaceChildren(...texts.map((text) => element("p", {}, text))));

shadowOf(document.getElementById("shadow"))?.append(article());

const inner = element("div", {});
shadowOf(document.getElementById("deep-shadow"))?.append(inner);
shadowOf(inner)?.append(article());

/** An article that comes after the element, and one that takes its time. */
onPress("later", "rendered", [TEXT]);
onPress("long", "lengthy", new Array<string>(LONG).fill(TEXT));

/** What the element tells of. */
for (const type of ["reportedly-ready", "reportedly-trouble", "reportedly-select"] as const) {
  document.addEventListener(type, (event) => {
    const where = event.composedPath().find((target) => target instanceof HTMLElement && target.tagName === "SECTION");
    const line = element("li", {}, `${type.replace("reportedly-", "")}: ${where instanceof HTMLElement ? where.id : ""}`);
    box("log").prepend(line);
  });
}
