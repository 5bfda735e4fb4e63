/** `npm start`: builds, serves the demo page, and builds again when a source changes. `PORT` chooses the port. */
import { watch } from "node:fs";
import { join } from "node:path";
import { build, rebuild } from "./build.mjs";
import { dist, root } from "./lib/paths.mjs";
import { script, Stop } from "./lib/process.mjs";
import { serve } from "./serve.mjs";

const FIRST_PORT = 8080;

await script(async () => {
  const tools = await build();
  const { url } = await serveSomewhere(join(dist, "demo"));
  rebuildOnChange(() => rebuild(tools));
  console.log(`\nReportedly reads at ${url}\nIt follows changes under src and www; Ctrl+C ends it.`);
});

/**
 * On the port that was asked for, else on the first free one of ten.
 * @param {string} folder
 */
async function serveSomewhere(folder) {
  const asked = process.env.PORT;
  const ports = asked ? [Number(asked)] : Array.from({ length: 10 }, (_, i) => FIRST_PORT + i);
  for (const port of ports) {
    try {
      return await serve(folder, port);
    } catch (error) {
      if (/** @type {NodeJS.ErrnoException} */ (error).code !== "EADDRINUSE") {
        throw new Stop(`Cannot serve on port ${port}: ${error instanceof Error ? error.message : error}`);
      }
    }
  }
  throw new Stop(`Taken: port ${ports.join(", ")}. Choose another: PORT=9000 npm start`);
}

/** @param {() => Promise<void>} make */
function rebuildOnChange(make) {
  let running = false;
  /** @type {NodeJS.Timeout | undefined} */
  let timer;
  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(start, 200);
  };
  const start = async () => {
    if (running) {
      later();
      return;
    }
    running = true;
    await make().catch((error) => console.error(error instanceof Error ? error.message : error));
    running = false;
  };
  for (const folder of ["src", "www"]) {
    watch(join(root, folder), { recursive: true }, later);
  }
}
