/** Keeps highlights and their looks on a page that may throw them out: any script can clear `CSS.highlights`. */
import { adopt, type Undo } from "../dom.ts";

/** How often to look, in milliseconds. */
const EVERY = 400;
/** A page that throws them out again and again does not want them: then it has its way. */
const PATIENCE = 12;

/** Puts back what is missing, until undone or out of patience. */
export function keep(named: readonly (readonly [string, Highlight])[], css: string): Undo {
  let unstyle = adopt(document, css);
  let sheet = document.adoptedStyleSheets.at(-1);
  let patience = PATIENCE;
  const look = () => {
    const missing = named.filter(([name, highlight]) => CSS.highlights.get(name) !== highlight);
    const unstyled = sheet !== undefined && !document.adoptedStyleSheets.includes(sheet);
    if (missing.length === 0 && !unstyled) {
      return;
    }
    patience -= 1;
    for (const [name, highlight] of missing) {
      CSS.highlights.set(name, highlight);
    }
    if (unstyled) {
      unstyle = adopt(document, css);
      sheet = document.adoptedStyleSheets.at(-1);
    }
    if (patience === 0) {
      clearInterval(timer);
    }
  };
  const timer = setInterval(look, EVERY);
  return () => {
    clearInterval(timer);
    unstyle();
  };
}
