import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, type Page, test } from "@playwright/test";
import { serve } from "../../scripts/serve.mjs";
import type { Analysis } from "../../www/library/reportedly.ts";
import { project } from "./project.ts";

const TEXT = "Ministers approved €31 million for the port of Dunmere on Friday, two officials said.";
const NODE = process.execPath;
const deno = () => {
  const folder = join(import.meta.dirname, "node_modules", "@deno");
  return join(folder, readdirSync(folder)[0] ?? "", "deno");
};

/** However it was read, this is what the text holds. */
function expectReadings(analyses: Analysis[], count: number) {
  expect(analyses).toHaveLength(count);
  for (const { annotations, summary } of analyses) {
    expect(annotations.every(({ start, end, text }) => TEXT.slice(start, end) === text)).toBe(true);
    expect(annotations).toContainEqual(expect.objectContaining({ kind: "figure", type: "money", text: "€31 million", value: 31_000_000, currency: "EUR" }));
    expect(annotations).toContainEqual(expect.objectContaining({ kind: "figure", text: "Friday", date: "2025-01-10" }));
    expect(annotations).toContainEqual(expect.objectContaining({ kind: "claim", standing: "unnamed" }));
    expect(summary.claims).toBe(1);
  }
}

/** Opens a project's page and has it read. Nothing may go wrong on it. */
async function readOnPage(page: Page, folder: string, served = serve(folder, 0)): Promise<Analysis[]> {
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(error.message));
  page.on("console", (message) => message.type() === "error" && !message.text().includes("favicon") && errors.push(message.text()));
  await page.route("**/favicon.ico", (route) => route.fulfill({ status: 204 }));
  const { url, close } = await served;
  await page.goto(url);
  await page.waitForFunction(() => "read" in globalThis);
  const analyses = await page.evaluate((text) => (globalThis as unknown as { read(text: string): Promise<Analysis[]> }).read(text), TEXT);
  expect(errors).toEqual([]);
  await close();
  return analyses;
}

/** What is used of it here: its own types are there only when its package is. */
interface Vite {
  createServer(options: object): Promise<{ listen(): Promise<unknown>; resolvedUrls: { local: string[] } | null; close(): Promise<void> }>;
}

test("Vite", async ({ page }) => {
  const { folder, run } = await project("vite");
  await run(NODE, join(import.meta.dirname, "node_modules", "vite", "bin", "vite.js"), "build", "--logLevel", "error");
  expectReadings(await readOnPage(page, join(folder, "dist")), 2);
});

test("Vite, while developing", async ({ page }) => {
  const { folder } = await project("vite");
  const { createServer } = (await import(String("vite"))) as Vite;
  const server = await createServer({ root: folder, configFile: join(folder, "vite.config.js"), logLevel: "error", server: { host: "127.0.0.1" } });
  await server.listen();
  const served = { url: server.resolvedUrls?.local[0] ?? "", close: () => server.close() };
  expectReadings(await readOnPage(page, folder, Promise.resolve(served)), 2);
});

test("webpack", async ({ page }) => {
  const { folder, run } = await project("webpack");
  await run(NODE, "build.mjs");
  expectReadings(await readOnPage(page, join(folder, "dist")), 2);
});

test("esbuild", async ({ page }) => {
  const { folder, run } = await project("esbuild");
  await run(NODE, "build.mjs");
  expectReadings(await readOnPage(page, join(folder, "dist")), 2);
});

test("no bundler, under a strict content security policy", async ({ page }) => {
  expectReadings(await readOnPage(page, (await project("plain")).folder), 3);
});

test("from another server, held to its hashes", async ({ page }) => {
  const { folder } = await project("cdn");
  const files = join(folder, "node_modules", "reportedly", "dist", "npm");
  const cdn = await serve(files, 0, { "access-control-allow-origin": "*" });
  const hashes: Record<string, string> = JSON.parse(readFileSync(join(files, "integrity.json"), "utf8"));
  const index = join(folder, "index.html");
  const filled = (hash: string) => source.replaceAll("CDN/", cdn.url).replace("CORE_HASH", hashes["reportedly_bg.wasm"] ?? "").replace("HASH", hash);
  const source = readFileSync(index, "utf8");
  writeFileSync(index, filled(hashes["reportedly.js"] ?? ""));
  expectReadings(await readOnPage(page, folder), 2);
  // A hash that does not fit bars the script: the hashes are looked at.
  writeFileSync(index, filled(hashes["wasm.js"] ?? ""));
  const { url, close } = await serve(folder, 0);
  const barred = page.waitForEvent("console", (message) => message.type() === "error" && message.text().includes("integrity"));
  await page.goto(url);
  await barred;
  await Promise.all([close(), cdn.close()]);
});

test("in a worker of one's own", async ({ page }) => {
  expectReadings(await readOnPage(page, (await project("worker")).folder), 2);
});

test("Node, ECMAScript modules", async () => {
  const { run } = await project("node-esm");
  expectReadings(JSON.parse(await run(NODE, "index.js", TEXT)), 4);
});

test("Node, CommonJS", async () => {
  const { run } = await project("node-cjs");
  expectReadings(JSON.parse(await run(NODE, "index.cjs", TEXT)), 1);
});

test("the example of the README", async () => {
  const { folder, run } = await project("node-esm");
  const readme = readFileSync(join(import.meta.dirname, "..", "..", "README.md"), "utf8");
  const example = readme.match(/```js\n(.*?)```/s)?.[1] ?? "";
  writeFileSync(join(folder, "readme.js"), `${example}console.log(JSON.stringify([annotations.map(({ text }) => text), summary.claims]));`);
  const [texts, claims] = JSON.parse(await run(NODE, "readme.js"));
  expect(texts).toContain("€31 million");
  expect(claims).toBe(1);
});

test("TypeScript, strictly", async () => {
  const { run } = await project("types");
  await run(join(import.meta.dirname, "..", "..", "node_modules", ".bin", "tsc"));
});

test("Deno", async () => {
  const { run } = await project("deno");
  expectReadings(JSON.parse(await run(deno(), "run", "--no-remote", "--allow-read", "index.js", TEXT)), 2);
});

test("a server's bundle: importing does nothing, calling reads", async () => {
  const { run } = await project("server");
  await run(NODE, "build.mjs");
  expect(await run(NODE, "dist/main.mjs")).toBe("");
  expectReadings(JSON.parse(await run(NODE, "dist/main.mjs", TEXT)), 1);
});

test("Next.js: a component on the server reads, and so does the page", async ({ page }) => {
  test.setTimeout(300_000);
  // Its bundler follows no link that leads out of the folder that holds all: this repository.
  const { folder, run } = await project("next", join(import.meta.dirname, "..", "..", "target"));
  await run(NODE, join(import.meta.dirname, "node_modules", "next", "dist", "bin", "next"), "build");
  const html = readFileSync(join(folder, "out", "index.html"), "utf8");
  expectReadings(JSON.parse(html.match(/id="read">([^<]*)</)?.[1] ?? ""), 1);
  expectReadings(await readOnPage(page, join(folder, "out")), 1);
  rmSync(join(folder, ".."), { recursive: true });
});
