/** The card beside a mark. It answers four questions; see `words/`. */
import { type Card, type Line, type Part, QUESTIONS } from "../words/card.ts";
import { element, listen, together, type Undo } from "../dom.ts";
import { place } from "./place.ts";

export interface CardActions {
  /** Leads to another mark. */
  go(id: number): void;
  /** The reader closes the card. */
  close(): void;
  /** What the card can be copied as, each with a label; says whether it was copied. */
  copies: readonly (readonly [label: string, copy: () => Promise<boolean>])[];
  /** The pointer is over the card, or has left it. */
  hold(held: boolean): void;
}

/**
 * Shows a card until undone.
 * @param label what a screen reader says when the card gets the focus
 */
export function showCard(root: ShadowRoot, card: Card, label: string, anchor: Range, actions: CardActions): { box: HTMLElement; undo: Undo } {
  const box = element(
    "div",
    { class: "card", part: "card", role: "dialog", "aria-label": label, tabindex: "-1", popover: "manual" },
    head(card, actions),
    answers(card, actions),
    foot(card, actions),
  );
  root.append(box);
  box.showPopover();
  const undo = together(
    () => box.remove(),
    place(box, anchor),
    listen(box, "pointerenter", () => actions.hold(true)),
    listen(box, "pointerleave", () => actions.hold(false)),
    listen(box, "keydown", (event) => leaveAtTheEdge(event, box, actions)),
  );
  return { box, undo };
}

function head(card: Card, actions: CardActions): HTMLElement {
  return element(
    "div",
    { class: "head" },
    element("h2", {}, element("span", { "data-reportedly-look": card.category }, card.title)),
    element("button", { class: "close", type: "button", "aria-label": "Close", onclick: () => actions.close() }, "×"),
  );
}

function answers(card: Card, actions: CardActions): HTMLElement {
  const list = element("dl");
  for (const key of ["what", "who", "sure", "why"] as const) {
    const lines = card[key];
    if (lines.length > 0) {
      list.append(element("dt", {}, QUESTIONS[key]), element("dd", {}, ...answer(lines, actions)));
    }
  }
  return list;
}

function answer(lines: readonly Line[], actions: CardActions): HTMLElement[] {
  const drawn = lines.map((line) => line.map((part) => draw(part, actions)));
  return drawn.length > 1 && lines.every((line) => line.length === 1 && typeof line[0] === "string" && !line[0].endsWith("."))
    ? [element("ul", {}, ...drawn.map((parts) => element("li", {}, ...parts)))]
    : drawn.map((parts) => element("p", {}, ...parts));
}

function draw(part: Part, actions: CardActions): Node | string {
  if (typeof part === "string") {
    return part;
  }
  const follow = (event: Event) => {
    event.preventDefault();
    actions.go(part.to);
  };
  return element("a", { href: "#", onclick: follow }, part.text);
}

function foot(card: Card, { copies }: CardActions): HTMLElement {
  const said = element("span", { role: "status" });
  const buttons = copies.map(([label, copy]) => {
    const press = async () => {
      said.textContent = (await copy()) ? "Copied." : "This page does not let us copy.";
    };
    return element("button", { type: "button", onclick: () => void press() }, label);
  });
  return element(
    "div",
    { class: "foot" },
    element("p", {}, "Found by the rule ", element("code", {}, card.rule)),
    element("div", { class: "copies" }, ...buttons, said),
  );
}

/** The card is no trap: Tab beyond its first or last link closes it and goes on from where the reader was. */
function leaveAtTheEdge(event: KeyboardEvent, box: HTMLElement, actions: CardActions) {
  if (event.key !== "Tab") {
    return;
  }
  const stops = [...box.querySelectorAll("button, a")];
  const edge = event.shiftKey ? stops[0] : stops.at(-1);
  const focused = box.matches(":focus") ? (event.shiftKey ? edge : undefined) : stops.find((stop) => stop.matches(":focus"));
  if (focused && focused === edge) {
    actions.close();
  }
}
