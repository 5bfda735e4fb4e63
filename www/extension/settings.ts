/** What the reader has chosen, remembered by the browser on this machine. */
import type { Layers } from "../annotator/marks.ts";
import { QUIET } from "../annotator/marks.ts";
import { PALETTES, type PaletteId } from "../annotator/palette/colours.ts";
import { WORTH } from "../annotator/reading.ts";
import { isLayers } from "./messages.ts";

export interface Settings {
  layers: Layers;
  /** The score from which on a claim is worth checking, 0 to 1. */
  threshold: number;
  palette: PaletteId;
  /** Whether single letters lead through the marks. */
  letters: boolean;
}

const DEFAULTS: Settings = { layers: QUIET, threshold: WORTH, palette: "default", letters: true };

export async function loadSettings(): Promise<Settings> {
  return checked(await chrome.storage.local.get({ ...DEFAULTS }));
}

export const saveSettings = (changed: Partial<Settings>): Promise<void> => chrome.storage.local.set(changed);

/** Calls back whenever a setting has changed, wherever it was changed. */
export function onSettings(heard: (settings: Settings) => void) {
  chrome.storage.local.onChanged.addListener(() => void loadSettings().then(heard));
}

/** What another version may have stored is not taken as it comes. */
function checked({ layers, threshold, palette, letters }: Record<string, unknown>): Settings {
  return {
    layers: isLayers(layers) ? layers : DEFAULTS.layers,
    threshold: typeof threshold === "number" && threshold >= 0 && threshold <= 1 ? threshold : DEFAULTS.threshold,
    palette: PALETTES.find(([id]) => id === palette)?.[0] ?? DEFAULTS.palette,
    letters: letters !== false,
  };
}
