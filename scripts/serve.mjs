/** A static server on localhost: `node scripts/serve.mjs [PORT]` serves the demo page. */
import { createReadStream, realpathSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, sep } from "node:path";
import { pathToFileURL } from "node:url";
import { dist } from "./lib/paths.mjs";
import { script, Stop } from "./lib/process.mjs";

const TYPES = /** @type {Record<string, string>} */ ({
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".map": "application/json",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".woff2": "font/woff2",
});

/**
 * Serves a folder to this machine alone.
 * @param {string} folder
 * @param {number} port 0: any that is free
 * @param {Record<string, string>} [headers] sent with every file
 * @returns {Promise<{ url: string, close: () => Promise<void> }>} rejects where the port is taken
 */
export async function serve(folder, port, headers = {}) {
  const base = realpathSync(folder);
  const server = createServer((request, response) => {
    const file = request.method === "GET" || request.method === "HEAD" ? fileOf(base, request.url ?? "/") : null;
    if (file === null) {
      response.writeHead(404, { "content-type": "text/plain; charset=utf-8" }).end("There is nothing here.\n");
      return;
    }
    const type = TYPES[extname(file)] ?? "application/octet-stream";
    response.writeHead(200, { "content-type": type, "cache-control": "no-store", "x-content-type-options": "nosniff", ...headers });
    if (request.method === "HEAD") {
      response.end();
    } else {
      createReadStream(file).pipe(response);
    }
  });
  await new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => resolve(undefined));
  });
  const address = server.address();
  const close = () =>
    new Promise((resolve) => {
      server.close(() => resolve(undefined));
      server.closeAllConnections();
    });
  return { url: `http://127.0.0.1:${typeof address === "object" ? address?.port : port}/`, close: async () => void (await close()) };
}

/**
 * The file that an address means, or null when there is none inside the folder.
 * @param {string} base
 * @param {string} url
 */
function fileOf(base, url) {
  try {
    const path = decodeURIComponent(new URL(url, "http://localhost").pathname);
    const file = realpathSync(join(base, path.endsWith("/") ? `${path}index.html` : path));
    return file.startsWith(base + sep) && statSync(file).isFile() ? file : null;
  } catch {
    return null;
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  await script(async () => {
    const port = Number(process.argv[2] ?? 8080);
    const { url } = await serve(join(dist, "demo"), port).catch((error) => {
      throw new Stop(`Cannot serve dist/demo on port ${port}: ${error.message}`);
    });
    console.log(url);
  });
}
