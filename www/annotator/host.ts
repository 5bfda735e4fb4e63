/** The one element that we add to a page: all that we show beside the marks lives in its shadow, out of the page's reach. */
import { cardStyles } from "./card/styles.ts";
import { adopt, element, type Undo } from "./dom.ts";
import { HOST_PAINTING, type Painting, paletteStyles } from "./palette.ts";

export interface Host {
  root: ShadowRoot;
  /** Has a screen reader say something. */
  announce(text: string): void;
  undo: Undo;
}

/**
 * @param mode "closed" on pages that are not ours
 * @param painting the palette, and where the page's `color-scheme` says nothing of its ground, which it is
 * @param parent not among the body's children, which frameworks count
 */
export function mountHost(mode: ShadowRootMode, { palette, ground }: Painting = HOST_PAINTING, parent: ParentNode = document.documentElement): Host {
  const host = element("div", ground === "host" ? { exportparts: "card, notice" } : {});
  const root = host.attachShadow({ mode });
  const status = element("div", { class: "status", role: "status" });
  // On the host's own ground the colours come down to us as they do to the text.
  const colours = ground === "host" ? [] : [paletteStyles(":host", { palette, ground }), `:host { color-scheme: ${ground}; }`];
  adopt(root, [cardStyles, ...colours].join("\n"));
  root.append(status);
  parent.append(host);
  return {
    root,
    announce: (text) => {
      status.textContent = text;
    },
    undo: () => host.remove(),
  };
}
