/** A box that narrows a list down to the lines with some words. */
import { element } from "./dom.ts";

export interface ListFilter {
  box: HTMLElement;
  /** Narrows down a list that was drawn anew. */
  apply(): void;
}

/** @param list holds what `drawList` has drawn */
export function filterList(list: HTMLElement): ListFilter {
  const said = element("span", { class: "reportedly-note", role: "status" });
  const apply = () => {
    const wanted = input.value.trim().toLowerCase();
    let [count, all] = [0, 0];
    for (const group of list.querySelectorAll("details")) {
      const lines = [...group.querySelectorAll("li")];
      const fitting = lines.filter((line) => (line.textContent ?? "").toLowerCase().includes(wanted));
      for (const line of lines) {
        line.hidden = !fitting.includes(line);
      }
      group.hidden = fitting.length === 0;
      group.open ||= wanted !== "" && fitting.length > 0;
      count += fitting.length;
      all += lines.length;
    }
    said.textContent = wanted === "" ? "" : `${count} of ${all}`;
  };
  const input = element("input", { type: "search", oninput: apply });
  return { box: element("label", { class: "reportedly-filter" }, "Only lines with ", input, " ", said), apply };
}
