/**
 * What the page and the reader behind it (a worker, or the background of the extension) say to each other.
 * Both sides check what they get: a message that is not of this form is dropped.
 */
import type { Options, Packed } from "./records.ts";

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
  | { type: "analysis"; id: number; packed: Packed; milliseconds: number }
  | { type: "error"; id: number | null; message: string; name?: string };

export function isLoad(value: unknown): value is Load {
  return isRecord(value) && value.type === "load" && (value.core === undefined || typeof value.core === "string" || value.core instanceof WebAssembly.Module);
}

export function isRequest(value: unknown): value is Request {
  return isRecord(value) && value.type === "annotate" && isCount(value.id) && typeof value.text === "string" && isRecord(value.options);
}

/** What a packed analysis holds is checked when it is unpacked. */
export function isReply(value: unknown): value is Reply {
  if (!isRecord(value)) {
    return false;
  }
  switch (value.type) {
    case "ready":
      return true;
    case "error":
      return (value.id === null || isCount(value.id)) && typeof value.message === "string" && (value.name === undefined || typeof value.name === "string");
    case "analysis":
      return isCount(value.id) && typeof value.milliseconds === "number" && isPacked(value.packed);
    default:
      return false;
  }
}

function isPacked(value: unknown): value is Packed {
  return isRecord(value) && (value.numbers instanceof Uint32Array || (Array.isArray(value.numbers) && value.numbers.every(isCount))) && typeof value.strings === "string";
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}
