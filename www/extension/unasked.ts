/** Runs after `content.js` on sites that are read without a click. */
import type { PageReader } from "./page-reader.ts";

const { reportedly } = globalThis as { reportedly?: PageReader };
reportedly?.hear({ type: "start" });
