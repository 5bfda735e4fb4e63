/** The colours of the marks, in palettes that a reader chooses from. */
import type { Look } from "../palette.ts";

export type PaletteId = "default" | "colour-blind" | "high-contrast";

/** For light and for dark ground. */
type Pair = readonly [light: string, dark: string];

export interface Colours {
  line?: Pair;
  tint?: Pair;
}

export const PALETTES = [
  ["default", "Quiet"],
  ["colour-blind", "Safe for colour-blind eyes"],
  ["high-contrast", "High contrast"],
] as const satisfies readonly (readonly [PaletteId, string])[];

const QUIET: Record<Look, Colours> = {
  asserted: { tint: ["#f1ead6", "#37322a"] },
  attributed: { tint: ["#e6eef7", "#1d2f42"], line: ["#2c66a4", "#86b9ee"] },
  unnamed: { tint: ["#f0e8f7", "#33263f"], line: ["#75489c", "#c7a3e8"] },
  hedged: { tint: ["#fcefd9", "#3d2f17"], line: ["#a86200", "#e8ab4f"] },
  denied: { tint: ["#fae6e3", "#42231f"], line: ["#ad3327", "#f0897d"] },
  figure: { line: ["#22744f", "#74c69d"] },
  name: { line: ["#7d766b", "#a49c8f"] },
  cue: { line: ["#2c66a4", "#86b9ee"] },
  hedge: { line: ["#a86200", "#e8ab4f"] },
  lift: { tint: ["#ffe08a", "#6b5312"] },
};

/** After Okabe and Ito, "Color universal design" (2008), darkened for lines on light ground, lightened on dark. */
const COLOUR_BLIND: Record<Look, Colours> = {
  asserted: { tint: ["#ecebe7", "#33322f"] },
  attributed: { tint: ["#dcecf6", "#12303f"], line: ["#00639b", "#56b4e9"] },
  unnamed: { tint: ["#f5e3ed", "#3f2433"], line: ["#9c4a7c", "#e0a3c4"] },
  hedged: { tint: ["#fbf5cf", "#3a370f"], line: ["#7a6a00", "#f0e442"] },
  denied: { tint: ["#fbe4d6", "#43240f"], line: ["#b04a00", "#f39a5c"] },
  figure: { line: ["#00735a", "#3fc9a3"] },
  name: { line: ["#6b6b6b", "#a8a8a8"] },
  cue: { line: ["#00639b", "#56b4e9"] },
  hedge: { line: ["#7a6a00", "#f0e442"] },
  lift: { tint: ["#ffd27a", "#66500f"] },
};

const HIGH_CONTRAST: Record<Look, Colours> = {
  asserted: { tint: ["#e3d9b4", "#4a412d"] },
  attributed: { tint: ["#cfe2f7", "#0f3357"], line: ["#003d80", "#a8d1ff"] },
  unnamed: { tint: ["#e8d5f5", "#42205c"], line: ["#52207a", "#e0c2ff"] },
  hedged: { tint: ["#ffe3ad", "#573c00"], line: ["#6b3d00", "#ffcb70"] },
  denied: { tint: ["#ffd4ce", "#5e1a12"], line: ["#8a1409", "#ffb3a8"] },
  figure: { line: ["#00512f", "#93ecbe"] },
  name: { line: ["#4a443b", "#d0c8ba"] },
  cue: { line: ["#003d80", "#a8d1ff"] },
  hedge: { line: ["#6b3d00", "#ffcb70"] },
  lift: { tint: ["#ffd000", "#806000"] },
};

export const COLOURS: Record<PaletteId, Record<Look, Colours>> = { default: QUIET, "colour-blind": COLOUR_BLIND, "high-contrast": HIGH_CONTRAST };
