/** Where a card stands: below or above the words it speaks of, inside the viewport. */
import { autoUpdate, computePosition, flip, inline, offset, shift, size } from "@floating-ui/dom";
import type { Undo } from "../dom.ts";

const GAP = 8;
/** Pixels of height that a card has at least, where there is little room; it scrolls. */
const LOW = 160;
/** Where the viewport is narrower the card is a sheet at its bottom. */
export const NARROW = "(max-width: 480px)";

/**
 * Keeps a card beside a range while the page scrolls and changes size. (Anchor positioning of CSS knows elements, not
 * ranges.)
 */
export function place(box: HTMLElement, anchor: Range): Undo {
  const reference = {
    getBoundingClientRect: () => anchor.getBoundingClientRect(),
    getClientRects: () => anchor.getClientRects(),
    contextElement: anchor.startContainer.parentElement ?? document.body,
  };
  return autoUpdate(reference, box, async () => {
    if (matchMedia(NARROW).matches) {
      box.style.left = box.style.top = box.style.maxHeight = "";
      return;
    }
    const { x, y } = await computePosition(reference, box, {
      strategy: "fixed",
      placement: "bottom-start",
      middleware: [
        inline(),
        offset(GAP),
        flip({ padding: GAP }),
        shift({ padding: GAP }),
        size({
          padding: GAP,
          apply: ({ availableHeight }) => {
            box.style.maxHeight = `min(var(--highest), ${Math.max(LOW, Math.floor(availableHeight))}px)`;
          },
        }),
      ],
    });
    box.style.left = `${x}px`;
    box.style.top = `${y}px`;
  });
}
