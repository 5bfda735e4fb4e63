/** Building and listening, each with its undo. */

/** Takes back what was done. */
export type Undo = () => void;

/** One undo for many, the last first. */
export function together(...undos: Undo[]): Undo {
  return () => {
    for (const undo of undos.splice(0).reverse()) {
      undo();
    }
  };
}

/** Attributes of a new element; `on…` are listeners. */
type Attributes = Record<string, string | boolean | ((event: Event) => void)>;

/** A new element. Children are nodes or plain text: markup in a text stays text. */
export function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Attributes = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === "function") {
      made.addEventListener(key.slice(2), value);
    } else if (value !== false) {
      made.setAttribute(key, value === true ? "" : value);
    }
  }
  made.append(...children);
  return made;
}

/** Styles a document or shadow root without an element in it. */
export function adopt(root: DocumentOrShadowRoot, css: string): Undo {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  return () => {
    root.adoptedStyleSheets = root.adoptedStyleSheets.filter((other) => other !== sheet);
  };
}

export function listen<K extends keyof GlobalEventHandlersEventMap>(
  target: EventTarget,
  type: K,
  listener: (event: GlobalEventHandlersEventMap[K]) => void,
  options?: AddEventListenerOptions,
): Undo {
  const heard = listener as EventListener;
  target.addEventListener(type, heard, options);
  return () => target.removeEventListener(type, heard, options);
}

/** Calls at most once a frame. */
export function oncePerFrame(work: () => void): (() => void) & { cancel: Undo } {
  let frame = 0;
  const ask = () => {
    frame ||= requestAnimationFrame(() => {
      frame = 0;
      work();
    });
  };
  return Object.assign(ask, {
    cancel() {
      cancelAnimationFrame(frame);
      frame = 0;
    },
  });
}
