/** Chromium with the real extension, clicked as a reader clicks it. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BrowserContext, test as base, chromium, expect, type Page, type Worker } from "@playwright/test";
import { CHROMIUM_ARGS } from "../../scripts/lib/browser-options.mjs";
import { findChromium } from "../../scripts/setup/browsers.mjs";
import type { Layers } from "../../www/annotator/marks.ts";
import type { Analysis } from "../../www/annotator/records.ts";
import { HOST, startWeb, type Web } from "./web.ts";

const FOLDER = new URL("../../dist/extension/chromium", import.meta.url).pathname;

/** What the page tells its panel. */
export interface Told {
  message: string;
  text: string;
  analysis: Analysis | null;
  shown: number[];
  layers: Layers;
}

export class Extension {
  constructor(
    readonly context: BrowserContext,
    readonly web: Web,
    readonly worker: () => Promise<Worker>,
    readonly id: string,
  ) {}

  /** Opens a page of the proxy and waits until it has come to rest. */
  async open(path: string): Promise<Page> {
    const page = await this.context.newPage();
    await page.goto(`${HOST}/${path}`, { waitUntil: "load", timeout: 30_000 });
    await page.bringToFront();
    return page;
  }

  /** One of the extension's own pages. */
  async own(path: string): Promise<Page> {
    const page = await this.context.newPage();
    await page.goto(`chrome-extension://${this.id}/${path}`);
    return page;
  }

  /** A real click on the icon in the tab of this page. */
  async click(page: Page) {
    const browser = this.context.browser();
    const devtools = await browser?.newBrowserCDPSession();
    const { targetInfos } = (await devtools?.send("Target.getTargets", { filter: [{ type: "tab" }] })) ?? { targetInfos: [] };
    const target = targetInfos.find(({ url }) => url === page.url());
    // The protocol's own types do not know the extension domain yet.
    const send = devtools?.send.bind(devtools) as unknown as (method: string, params: object) => Promise<void>;
    await send("Extensions.triggerAction", { id: this.id, targetId: target?.targetId });
    await devtools?.detach();
  }

  async tabOf(page: Page): Promise<number> {
    await page.bringToFront();
    const worker = await this.worker();
    return worker.evaluate(async () => (await chrome.tabs.query({ active: true }))[0]?.id ?? -1);
  }

  badge(tab: number): Promise<{ text: string; title: string }> {
    return this.worker().then((worker) =>
      worker.evaluate(async (tabId) => ({ text: await chrome.action.getBadgeText({ tabId }), title: await chrome.action.getTitle({ tabId }) }), tab),
    );
  }

  /** What the page in a tab tells its panel now. `panel`: any of the extension's own pages. */
  told(panel: Page, tab: number): Promise<Told> {
    return panel.evaluate(
      (id) =>
        new Promise<Told>((resolve, reject) => {
          const port = chrome.tabs.connect(id, { name: "panel" });
          port.onDisconnect.addListener(() => reject(new Error("the page is not read")));
          port.onMessage.addListener((message: Told & { type: string }) => {
            if (message.type === "state") {
              resolve(message);
              port.disconnect();
            }
          });
        }),
      tab,
    );
  }
}

export const test = base.extend<object, { extension: Extension }>({
  extension: [
    // biome-ignore lint/correctness/noEmptyPattern: fixtures are told from the pattern
    async ({}, use) => {
      const profile = mkdtempSync(join(tmpdir(), "reportedly-"));
      const web = await startWeb();
      const args = [
        ...CHROMIUM_ARGS.filter((arg) => !arg.startsWith("--host-resolver-rules")),
        "--headless=new",
        `--proxy-server=http://127.0.0.1:${web.port}`,
        "--enable-unsafe-extension-debugging",
        `--disable-extensions-except=${FOLDER}`,
        `--load-extension=${FOLDER}`,
      ];
      const executablePath = findChromium();
      const context = await chromium.launchPersistentContext(profile, { headless: false, args, viewport: { width: 1280, height: 860 }, ...(executablePath && { executablePath }) });
      const worker = async () => context.serviceWorkers()[0] ?? (await context.waitForEvent("serviceworker"));
      // The page of the first run comes in front of all others.
      const isWelcome = (page: Page) => page.url().endsWith("/welcome.html");
      await (context.pages().find(isWelcome) ?? (await context.waitForEvent("page", isWelcome))).close();
      const id = new URL((await worker()).url()).host;
      await use(new Extension(context, web, worker, id));
      await context.close();
      await web.close();
      rmSync(profile, { recursive: true, force: true });
    },
    { scope: "worker", timeout: 60_000 },
  ],
});

/** Resolves when the page has marks. */
export const hasMarks = (page: Page) => page.waitForFunction(() => [...CSS.highlights.values()].some(({ size }) => size > 0), null, { timeout: 10_000 });

export { expect };
