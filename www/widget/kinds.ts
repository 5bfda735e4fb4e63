/** Which marks the attribute `kinds` asks for. */
import { EVERYTHING, type Layer, type Layers, QUIET } from "../annotator/marks.ts";
import type { KindId } from "../annotator/records.ts";

/** The kinds of annotations, as the records name them. */
const LAYER_OF: Record<KindId, Layer> = { claim: "claims", attribution: "speakers", hedge: "doubt", figure: "figures", entity: "names" };

/** "claim figure": these and no others; "all": everything; null: what is worth checking. Unknown words are left aside. */
export function layersOf(kinds: string | null): Layers {
  if (kinds === null) {
    return QUIET;
  }
  const words = kinds.split(/[\s,]+/);
  if (words.includes("all")) {
    return EVERYTHING;
  }
  const on = Object.entries(LAYER_OF).map(([kind, layer]) => [layer, words.includes(kind)] as const);
  return { ...QUIET, ...Object.fromEntries(on) };
}
