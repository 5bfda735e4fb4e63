/** The one element that we add to a page: all that we show beside the marks lives in its shadow, out of the page's reach. */
import { adopt, element, type Undo } from "./dom.ts";
import { cardStyles } from "./card/styles.ts";

export interface Host {
  root: ShadowRoot;
  /** Has a screen reader say something. */
  announce(text: string): void;
  undo: Undo;
}

/** @param mode "closed" on pages that are not ours. */
export function mountHost(mode: ShadowRootMode): Host {
  const host = element("div");
  const root = host.attachShadow({ mode });
  const status = element("div", { class: "status", role: "status" });
  adopt(root, cardStyles);
  root.append(status);
  document.body.append(host);
  return {
    root,
    announce: (text) => {
      status.textContent = text;
    },
    undo: () => host.remove(),
  };
}
