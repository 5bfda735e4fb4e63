/** Runs after `content.js` on sites that are read without a click. */
import type { Here } from "./content.ts";

const here = globalThis as Here;
here.reportedly?.hear({ type: "start" });
