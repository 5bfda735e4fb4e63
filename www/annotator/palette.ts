/**
 * How marks look. Standing is told by line and tint together, so that it survives grey scale and colour blindness; the
 * rest has thin lines of its own below, and never a second background. A host restyles all of it by CSS custom properties.
 */
import { CATEGORIES, type Category } from "./marks.ts";
import { COLOURS, type PaletteId } from "./palette/colours.ts";

export type Look = Category | "lift";

/** The name under which a look is registered in `CSS.highlights`. On pages that are not ours it reveals nothing. */
export type Naming = (look: Look) => string;

/** Names that begin with `prefix`, for a host's own pages. */
export const namedAfter = (prefix: string): Naming => (look) => `${prefix}-${look}`;

/** Names that nobody can guess. */
export function unnamed(): Naming {
  const word = crypto.getRandomValues(new Uint32Array(2)).reduce((all, part) => all + part.toString(36), "h");
  return (look) => `${word}${LOOKS.indexOf(look).toString(36)}`;
}

/**
 * On what ground marks are painted. "host": the colours follow the custom properties and the `color-scheme` of the page,
 * which is ours. Else the page knows neither, and they are fixed for light or for dark.
 */
export interface Painting {
  palette: PaletteId;
  ground: "host" | "light" | "dark";
}

export const HOST_PAINTING: Painting = { palette: "default", ground: "host" };

export const LOOKS: readonly Look[] = [...CATEGORIES, "lift"];

/** What `text-decoration` says beside the colour, and how far below the letters. */
const LINES: Partial<Record<Look, { decoration: string; offset: string }>> = {
  attributed: { decoration: "underline solid 2px", offset: ".22em" },
  unnamed: { decoration: "underline dashed 2px", offset: ".22em" },
  hedged: { decoration: "underline wavy 1.5px", offset: ".18em" },
  denied: { decoration: "underline double 1.5px", offset: ".2em" },
  figure: { decoration: "underline dotted 2px", offset: ".44em" },
  name: { decoration: "underline solid 1px", offset: ".44em" },
  cue: { decoration: "underline dashed 1px", offset: ".44em" },
  hedge: { decoration: "underline solid 1.5px", offset: ".44em" },
};

const property = (look: Look, what: "line" | "tint") => `--reportedly-${look}-${what}`;

/**
 * The colours as custom properties, for the page's root or for a host element. They follow its `color-scheme`, or are
 * fixed where it says nothing of the ground. At the root they yield to whatever the page says of them.
 */
export function paletteStyles(selector = ":where(:root)", { palette, ground }: Painting = HOST_PAINTING): string {
  const lines = LOOKS.flatMap((look) =>
    (["line", "tint"] as const).flatMap((what) => {
      const pair = COLOURS[palette][look][what];
      return pair ? [`${property(look, what)}: ${ground === "host" ? `light-dark(${pair.join(", ")})` : pair[ground === "light" ? 0 : 1]};`] : [];
    }),
  );
  return `${selector} { ${lines.join(" ")} }`;
}

/** The looks for highlights of these names. */
export function highlightStyles(naming: Naming, painting: Painting = HOST_PAINTING): string {
  return LOOKS.map((look) => rules(`::highlight(${naming(look)})`, look, painting)).join("\n");
}

/** The same looks for elements, as in a legend: `<span data-reportedly-look="hedged">`. */
export function swatchStyles(): string {
  return CATEGORIES.map((look) => rules(`[data-reportedly-look="${look}"]`, look, HOST_PAINTING)).join("\n");
}

function rules(selector: string, look: Look, painting: Painting): string {
  const [line, tint, style] = [colour(look, "line", painting), colour(look, "tint", painting), LINES[look]];
  const underline = line && style ? `text-decoration: ${style.decoration} ${line}; text-underline-offset: ${style.offset};` : "";
  const background = tint ? `@media (forced-colors: none) { ${selector} { background-color: ${tint}; } }` : "";
  return `${selector} { ${underline} } ${background} @media (forced-colors: active) { ${selector} { ${forced(look)} } }`;
}

function colour(look: Look, what: "line" | "tint", { palette, ground }: Painting): string | null {
  const pair = COLOURS[palette][look][what];
  if (!pair) {
    return null;
  }
  return ground === "host" ? `var(${property(look, what)})` : pair[ground === "light" ? 0 : 1];
}

/** Where the reader has chosen the colours there are no tints: lines alone tell the standings apart. */
function forced(look: Look): string {
  if (look === "lift") {
    return "background-color: Highlight; color: HighlightText;";
  }
  return look === "asserted" ? "text-decoration: underline dotted 1px CanvasText; text-underline-offset: .22em;" : "text-decoration-color: CanvasText;";
}
