/** What the pointer says: over which character it rests, and which it presses. */
import { adopt, listen, oncePerFrame, together, type Undo } from "./dom.ts";
import { offsetAt } from "./hit.ts";
import type { TextMap } from "./text-map.ts";

export interface PointerActions {
  /** The pointer is over this character; null: over none. Says whether something can be pressed there. */
  over(offset: number | null): boolean;
  press(offset: number | null): void;
}

/**
 * Watches the pointer over `root` until undone.
 * @param shadowRoots the shadow trees that the text stands in
 */
export function watchPointer(root: EventTarget, map: () => TextMap<Node>, actions: PointerActions, shadowRoots?: ShadowRoot[]): Undo {
  const cursor = pressable();
  let point = { x: 0, y: 0 };
  const look = oncePerFrame(() => cursor.set(actions.over(offsetAt(map(), point.x, point.y, shadowRoots))));
  const leave = () => {
    look.cancel();
    cursor.set(actions.over(null));
  };
  return together(
    cursor.undo,
    look.cancel,
    listen(root, "pointermove", (event) => {
      // A finger does not hover: it presses.
      if (event.pointerType !== "touch") {
        point = { x: event.clientX, y: event.clientY };
        look();
      }
    }),
    listen(root, "pointerleave", leave),
    listen(root, "click", (event) => {
      if (!isOnControl(event) && getSelection()?.isCollapsed !== false) {
        actions.press(offsetAt(map(), event.clientX, event.clientY, shadowRoots));
      }
    }),
  );
}

/** Links and buttons of the article keep their own meaning. */
function isOnControl(event: Event): boolean {
  return event.composedPath().some((target) => target instanceof Element && target.matches("a, button, input, select, textarea, label, summary"));
}

/** Shows the pressing hand without touching the page's elements. */
function pressable(): { set(on: boolean): void; undo: Undo } {
  let undo: Undo | null = null;
  const set = (on: boolean) => {
    if (on && !undo) {
      undo = adopt(document, ":root { cursor: pointer }");
    } else if (!on) {
      undo?.();
      undo = null;
    }
  };
  return { set, undo: () => set(false) };
}
