/** One line that tells what the looks mean. */
import { element } from "./dom.ts";
import { STANDINGS, type Standing } from "./records.ts";

const MEANINGS: Record<Standing, string> = {
  asserted: "the paper itself",
  attributed: "a named source",
  unnamed: "an unnamed source",
  hedged: "with reservation",
  denied: "denied",
};

export function legend(): HTMLElement {
  return element("p", { class: "legend" }, ...STANDINGS.map((standing) => element("span", { "data-reportedly-look": standing }, MEANINGS[standing])));
}
