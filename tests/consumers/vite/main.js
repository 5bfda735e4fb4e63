import { Reportedly } from "reportedly";
import core from "reportedly/reportedly_bg.wasm?url";

// The core is found by itself; and it can be handed over, as here from the address that Vite gives it.
const readers = await Promise.all([Reportedly.load(), Reportedly.load({ worker: false, wasm: core })]);
globalThis.read = (text) => Promise.all(readers.map((reader) => reader.annotate(text, { published: "2025-01-16" })));
