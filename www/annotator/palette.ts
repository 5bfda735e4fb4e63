/**
 * How marks look. Standing is told by line and tint together, so that it survives grey scale and colour blindness; the
 * rest has thin lines of its own below, and never a second background. A host restyles all of it by CSS custom properties.
 */
import { CATEGORIES, type Category } from "./marks.ts";

/** Colours for light and for dark pages. */
type Pair = readonly [light: string, dark: string];

interface Look {
  line?: Pair;
  tint?: Pair;
  /** What `text-decoration` says beside the colour. */
  decoration?: string;
  /** How far below the letters. */
  offset?: string;
}

const LOOKS: Record<Category | "lift", Look> = {
  asserted: { tint: ["#f1ead6", "#37322a"] },
  attributed: { tint: ["#e6eef7", "#1d2f42"], line: ["#2c66a4", "#86b9ee"], decoration: "underline solid 2px", offset: ".22em" },
  unnamed: { tint: ["#f0e8f7", "#33263f"], line: ["#75489c", "#c7a3e8"], decoration: "underline dashed 2px", offset: ".22em" },
  hedged: { tint: ["#fcefd9", "#3d2f17"], line: ["#a86200", "#e8ab4f"], decoration: "underline wavy 1.5px", offset: ".18em" },
  denied: { tint: ["#fae6e3", "#42231f"], line: ["#ad3327", "#f0897d"], decoration: "underline double 1.5px", offset: ".2em" },
  figure: { line: ["#22744f", "#74c69d"], decoration: "underline dotted 2px", offset: ".44em" },
  name: { line: ["#7d766b", "#a49c8f"], decoration: "underline solid 1px", offset: ".44em" },
  cue: { line: ["#2c66a4", "#86b9ee"], decoration: "underline dashed 1px", offset: ".44em" },
  hedge: { line: ["#a86200", "#e8ab4f"], decoration: "underline solid 1.5px", offset: ".44em" },
  lift: { tint: ["#ffe08a", "#6b5312"] },
};

const property = (look: string, what: "line" | "tint") => `--reportedly-${look}-${what}`;

/** The colours as custom properties, for the page's root or for a host element. They follow its `color-scheme`. */
export function paletteStyles(selector = ":root"): string {
  const lines = Object.entries(LOOKS).flatMap(([name, { line, tint }]) => [
    ...(line ? [`${property(name, "line")}: light-dark(${line.join(", ")});`] : []),
    ...(tint ? [`${property(name, "tint")}: light-dark(${tint.join(", ")});`] : []),
  ]);
  return `${selector} { ${lines.join(" ")} }`;
}

/** The name under which a category is registered in `CSS.highlights`. */
export const highlightName = (prefix: string, look: Category | "lift") => `${prefix}-${look}`;

/** The looks for highlights whose names begin with `prefix`. */
export function highlightStyles(prefix: string): string {
  return [...CATEGORIES, "lift" as const].map((look) => rules(`::highlight(${highlightName(prefix, look)})`, look)).join("\n");
}

/** The same looks for elements, as in a legend: `<span data-reportedly-look="hedged">`. */
export function swatchStyles(): string {
  return CATEGORIES.map((look) => rules(`[data-reportedly-look="${look}"]`, look)).join("\n");
}

function rules(selector: string, name: Category | "lift"): string {
  const { line, tint, decoration, offset } = LOOKS[name];
  const underline = line ? `text-decoration: ${decoration} var(${property(name, "line")}); text-underline-offset: ${offset};` : "";
  const background = tint ? `@media (forced-colors: none) { ${selector} { background-color: var(${property(name, "tint")}); } }` : "";
  return `${selector} { ${underline} } ${background} @media (forced-colors: active) { ${selector} { ${forced(name)} } }`;
}

/** Where the reader has chosen the colours there are no tints: lines alone tell the standings apart. */
function forced(name: Category | "lift"): string {
  if (name === "lift") {
    return "background-color: Highlight; color: HighlightText;";
  }
  return name === "asserted" ? "text-decoration: underline dotted 1px CanvasText; text-underline-offset: .22em;" : "text-decoration-color: CanvasText;";
}
