/**
 * What the page and the reader behind it (a worker, later an offscreen document or a background page) say to each other.
 * Both sides check what they get: a message that is not of this form is dropped.
 */
import type { Analysis, Options } from "./records.ts";

/** The core, where it does not lie beside the reader: its address, or itself. */
export type Core = string | WebAssembly.Module;

/** From the page, before all else: load the core. */
export interface Load {
  type: "load";
  core?: Core | undefined;
}

/** From the page: read this text. */
export interface Request {
  type: "annotate";
  id: number;
  text: string;
  options: Options;
}

/**
 * To the page: the core is loaded; or what a text holds, with the time it took to read; or why it could not be read. An
 * error's `name` is "TypeError" where the one who asked is to blame, "RuntimeError" where the core broke.
 */
export type Reply =
  | { type: "ready" }
  | { type: "analysis"; id: number; analysis: Analysis; milliseconds: number }
  | { type: "error"; id: number | null; message: string; name?: string };

const KINDS: readonly unknown[] = ["figure", "entity", "attribution", "hedge", "claim"];

export function isLoad(value: unknown): value is Load {
  return isRecord(value) && value.type === "load" && (value.core === undefined || typeof value.core === "string" || value.core instanceof WebAssembly.Module);
}

export function isRequest(value: unknown): value is Request {
  return isRecord(value) && value.type === "annotate" && isCount(value.id) && typeof value.text === "string" && isRecord(value.options);
}

/** @param length that of the text asked about: no mark may lie outside. */
export function isReply(value: unknown, length = Number.MAX_SAFE_INTEGER): value is Reply {
  if (!isRecord(value)) {
    return false;
  }
  switch (value.type) {
    case "ready":
      return true;
    case "error":
      return (value.id === null || isCount(value.id)) && typeof value.message === "string" && (value.name === undefined || typeof value.name === "string");
    case "analysis":
      return isCount(value.id) && typeof value.milliseconds === "number" && isAnalysis(value.analysis, length);
    default:
      return false;
  }
}

function isAnalysis(value: unknown, length: number): boolean {
  return (
    isRecord(value) &&
    isRecord(value.summary) &&
    Array.isArray(value.annotations) &&
    value.annotations.every((a: unknown, place) => isAnnotation(a, place, length))
  );
}

function isAnnotation(value: unknown, place: number, length: number): boolean {
  return (
    isRecord(value) &&
    value.id === place &&
    KINDS.includes(value.kind) &&
    typeof value.rule === "string" &&
    isCount(value.start) &&
    isCount(value.end) &&
    value.start <= value.end &&
    value.end <= length
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}
