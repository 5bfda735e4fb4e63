/** A few words in the corner of a page: what was found, or why nothing is marked. */
import { element, type Undo } from "./dom.ts";

export interface Notice {
  text: string;
  /** What the reader can do about it. */
  buttons?: readonly (readonly [label: string, press: () => void])[];
  /** Further lines, such as a legend. */
  below?: readonly HTMLElement[];
  /** Goes away by itself after so many milliseconds, unless the pointer or the focus is on it. */
  passing?: number;
}

/** Shows a notice until undone, closed by the reader or passed. */
export function showNotice(root: ShadowRoot, { text, buttons = [], below = [], passing }: Notice): Undo {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const undo = () => {
    clearTimeout(timer);
    box.remove();
  };
  const press = (work: () => void) => () => {
    undo();
    work();
  };
  const wait = () => {
    clearTimeout(timer);
    if (passing !== undefined) {
      timer = setTimeout(undo, passing);
    }
  };
  const stay = () => clearTimeout(timer);
  const row = [...buttons, ["Close", () => {}] as const].map(([label, work]) => element("button", { type: "button", onclick: press(work) }, label));
  const box = element(
    "div",
    { class: "notice", part: "notice", role: "region", "aria-label": "Reportedly", popover: "manual", onpointerenter: stay, onpointerleave: wait, onfocusin: stay, onfocusout: wait },
    element("p", {}, text),
    ...below,
    element("p", { class: "buttons" }, ...row),
  );
  root.append(box);
  box.showPopover();
  wait();
  return undo;
}
