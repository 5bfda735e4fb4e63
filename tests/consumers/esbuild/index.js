import { Reportedly } from "reportedly";

const readers = await Promise.all([Reportedly.load(), Reportedly.load({ worker: false })]);
globalThis.read = (text) => Promise.all(readers.map((reader) => reader.annotate(text, { published: "2025-01-16" })));
