/** What the parts of the extension say to each other, beside the texts and their analyses. Whoever gets a message checks it. */
import type { Layers } from "../annotator/marks.ts";
import { LAYERS } from "../annotator/marks.ts";
import type { Analysis } from "../annotator/records.ts";

/** From a page to the background. */
export type FromPage =
  | { type: "count"; count: number | null; title: string }
  /** The reader wants to see the list. */
  | { type: "panel" };

/** From the background to a page. */
export type ToPage = { type: "toggle" } | { type: "start" } | { type: "selection" } | { type: "step"; direction: 1 | -1 };

/** From a page to the panel beside it. */
export type ToPanel =
  | { type: "state"; message: string; host: string; text: string; analysis: Analysis | null; threshold: number; layers: Layers | null; shown: number[] }
  | { type: "current"; id: number | null };

/** From the panel to the page. */
export type FromPanel = { type: "go"; id: number } | { type: "show"; layers: Layers } | { type: "step"; direction: 1 | -1 } | { type: "read" };

/** Names of the lasting ways between parts. */
export const READER = "reader";
export const PANEL = "panel";

export function isFromPage(value: unknown): value is FromPage {
  const { type, count, title } = fields(value);
  return type === "panel" || (type === "count" && (count === null || typeof count === "number") && typeof title === "string");
}

export function isToPage(value: unknown): value is ToPage {
  const { type, direction } = fields(value);
  return type === "toggle" || type === "start" || type === "selection" || (type === "step" && (direction === 1 || direction === -1));
}

export function isToPanel(value: unknown): value is ToPanel {
  const { type, message, host, text, analysis, threshold, layers, shown, id } = fields(value);
  return type === "current"
    ? id === null || typeof id === "number"
    : type === "state" && [message, host, text].every((one) => typeof one === "string") && typeof analysis === "object" && typeof threshold === "number" && (layers === null || isLayers(layers)) && Array.isArray(shown);
}

export function isFromPanel(value: unknown): value is FromPanel {
  const { type, id, layers, direction } = fields(value);
  return (type === "go" && typeof id === "number") || (type === "show" && isLayers(layers)) || type === "read" || (type === "step" && (direction === 1 || direction === -1));
}

export function isLayers(value: unknown): value is Layers {
  const layers = fields(value);
  return LAYERS.every((layer) => typeof layers[layer] === "boolean");
}

function fields(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
}
