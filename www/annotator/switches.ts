/** A switch for every layer of marks: checkboxes, which the host styles. */
import { element } from "./dom.ts";
import { type Category, LAYERS, type Layer, type Layers } from "./marks.ts";

const LABELS: Record<Layer, { label: string; look?: Category }> = {
  claims: { label: "Claims worth checking" },
  minor: { label: "All other claims" },
  speakers: { label: "Who is speaking", look: "cue" },
  doubt: { label: "Words of doubt", look: "hedge" },
  figures: { label: "Figures", look: "figure" },
  names: { label: "Names", look: "name" },
};

export interface Switches {
  box: HTMLElement;
  /** Sets the switches to what is shown. */
  set(layers: Layers): void;
}

/** @param change hears what the reader wants to see */
export function drawSwitches(change: (layers: Layers) => void): Switches {
  const inputs = new Map<Layer, HTMLInputElement>();
  const wanted = () => Object.fromEntries(LAYERS.map((layer) => [layer, inputs.get(layer)?.checked === true])) as Record<Layer, boolean>;
  const rows = LAYERS.map((layer) => {
    const input = element("input", { type: "checkbox", role: "switch", "data-layer": layer, onchange: () => change(wanted()) });
    inputs.set(layer, input);
    const { label, look } = LABELS[layer];
    return element("label", { class: "switch" }, input, " ", element("span", look ? { "data-reportedly-look": look } : {}, label));
  });
  return {
    box: element("div", { class: "layers" }, ...rows),
    set: (layers) => {
      for (const [layer, input] of inputs) {
        input.checked = layers[layer];
      }
    },
  };
}
