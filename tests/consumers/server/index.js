// What a framework's server runs: the page's modules are imported, and only what is called does something.
import { Reportedly } from "reportedly";
import "reportedly/element";

export const read = async (text) => [await (await Reportedly.load()).annotate(text, { published: "2025-01-16" })];

if (process.argv[2]) {
  console.log(JSON.stringify(await read(process.argv[2])));
}
