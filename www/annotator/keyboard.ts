/** Keys that lead through the marks. They are single letters, so a host must offer a way to switch them off. */
import { listen, type Undo } from "./dom.ts";

export interface KeyActions {
  step(direction: 1 | -1): void;
  /** Moves into the card of the current mark; false where there is none. */
  enter(): boolean;
  /** Closes what is open; false where nothing is. */
  close(): boolean;
  everything(): void;
}

/** The keys and what they do, for the line that tells readers of them. */
export const KEYS = [
  ["N", "next mark"],
  ["P", "previous mark"],
  ["Enter", "into the card"],
  ["Esc", "close it"],
  ["E", "show everything, or less"],
] as const;

/** Listens until undone. `Esc` works always, the rest where `active` says so and the reader is not typing. */
export function watchKeys(actions: KeyActions, active: () => boolean): Undo {
  return listen(document, "keydown", (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    const done = event.key === "Escape" ? actions.close() : active() && !isTyping(event) && act(event, actions);
    if (done) {
      event.preventDefault();
    }
  });
}

function act(event: KeyboardEvent, actions: KeyActions): boolean {
  switch (event.key.toLowerCase()) {
    case "n":
      actions.step(1);
      return true;
    case "p":
      actions.step(-1);
      return true;
    case "e":
      actions.everything();
      return true;
    case "enter":
      return !isOn(event, "a, button, summary") && actions.enter();
    default:
      return false;
  }
}

const isTyping = (event: Event) => isOn(event, "input:not([type=checkbox]), textarea, select, [contenteditable]");

/** The target is looked up inside our shadow as well. */
function isOn(event: Event, selector: string): boolean {
  return event.composedPath().some((target) => target instanceof Element && target.matches(selector));
}
