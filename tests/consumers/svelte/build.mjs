import { readFileSync } from "node:fs";
import { compile } from "svelte/compiler";
import { buildPage } from "../framework.mjs";

await buildPage((server) => [
  {
    name: "svelte",
    setup: ({ onLoad }) =>
      onLoad({ filter: /\.svelte$/ }, ({ path }) => ({ contents: compile(readFileSync(path, "utf8"), { filename: path, dev: !server, generate: server ? "server" : "client" }).js.code, loader: "js" })),
  },
]);
