import { Reportedly } from "./node_modules/reportedly/dist/npm/reportedly.js";

const loading = Promise.all([Reportedly.load(), Reportedly.load({ worker: true })]);
onmessage = async ({ data }) => {
  const readers = await loading;
  postMessage(await Promise.all(readers.map((reader) => reader.annotate(data, { published: "2025-01-16" }))));
};
