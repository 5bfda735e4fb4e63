import { Reportedly } from "reportedly";

const readers = await Promise.all([Reportedly.load(), Reportedly.load({ worker: true })]);
const analyses = await Promise.all(readers.map((reader) => reader.annotate(Deno.args[0], { published: "2025-01-16" })));
readers.forEach((reader) => reader.close());
console.log(JSON.stringify(analyses));
