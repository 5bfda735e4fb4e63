/** The states of the custom element: what HTML alone cannot show. */
import "../widget/element.ts";
import { element } from "../annotator/dom.ts";
import { box } from "./page.ts";

const TEXT = "Harbour police seized 41 containers at Port Ellin on Tuesday, according to the customs office. “We were not told,” said Jonas Weir, who runs the terminal.";

/** Elements and article in a shadow tree. */
const shadow = box("shadow").attachShadow({ mode: "open" });
shadow.append(element("reportedly-article", { published: "2025-01-16" }, element("p", {}, TEXT)));

/** An article that comes after the element. */
box("later").addEventListener("click", () => box("rendered").replaceChildren(element("p", {}, TEXT)));

/** What the element tells of. */
for (const type of ["reportedly-ready", "reportedly-trouble", "reportedly-select"] as const) {
  document.addEventListener(type, (event) => {
    const where = event.composedPath().find((target) => target instanceof HTMLElement && target.tagName === "SECTION");
    const line = element("li", {}, `${type.replace("reportedly-", "")}: ${where instanceof HTMLElement ? where.id : ""}`);
    box("log").prepend(line);
  });
}
