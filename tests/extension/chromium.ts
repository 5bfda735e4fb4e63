/** Chromium with the real extension, clicked as a reader clicks it. */
import { setTimeout as pause } from "node:timers/promises";
import { type BrowserContext, test as base, expect, type Page, type Worker } from "@playwright/test";
import { CHROMIUM_ARGS } from "../../scripts/lib/browser-options.mjs";
import { clickIcon, launchWithExtension } from "../../scripts/lib/extension.mjs";
import { findChromium } from "../../scripts/setup/browsers.mjs";
import type { Layers } from "../../www/annotator/marks.ts";
import type { Analysis } from "../../www/annotator/records.ts";
import { HOST, startWeb, type Web } from "./web.ts";

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
  click(page: Page): Promise<void> {
    return clickIcon(this.context, this.id, page);
  }

  /**
   * Ends the background, as the browser does when it has been idle. Its target is closed: under many a
   * `ServiceWorker.stopAllWorkers` Chromium 156 aborts at a check of its own.
   * @param own any of the extension's own pages
   * @returns whether it was running and has been ended
   */
  async end(own: Page): Promise<boolean> {
    const devtools = await this.context.newCDPSession(own);
    let status = "";
    devtools.on("ServiceWorker.workerVersionUpdated", ({ versions }) => {
      status = versions.find(({ scriptURL }) => scriptURL.endsWith("/background.js"))?.runningStatus ?? status;
    });
    /** The browser is not bound to tell. */
    const hears = async (isHeard: () => boolean) => {
      for (let tries = 0; tries < 100 && !isHeard(); tries += 1) {
        await new Promise((done) => setTimeout(done, 5));
      }
      return isHeard();
    };
    await devtools.send("ServiceWorker.enable");
    await hears(() => status !== "");
    const wasRunning = status === "running";
    await this.#closeWorkers();
    const isEnded = wasRunning && (await hears(() => status !== "running"));
    await devtools.detach();
    return isEnded;
  }

  async #closeWorkers() {
    const devtools = await this.context.browser()?.newBrowserCDPSession();
    const { targetInfos = [] } = (await devtools?.send("Target.getTargets", { filter: [{ type: "service_worker" }] })) ?? {};
    for (const { targetId } of targetInfos) {
      await devtools?.send("Target.closeTarget", { targetId });
    }
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

/** Milliseconds that a browser has to close. */
const CLOSING = 10_000;

/** Launches a browser with the extension, and closes it again. */
export async function withExtension(use: (extension: Extension) => Promise<void>): Promise<void> {
  const web = await startWeb();
  const args = [...CHROMIUM_ARGS.filter((arg) => !arg.startsWith("--host-resolver-rules")), `--proxy-server=http://127.0.0.1:${web.port}`];
  const { context, id, close } = await launchWithExtension(findChromium(), args);
  const worker = async () => context.serviceWorkers()[0] ?? (await context.waitForEvent("serviceworker"));
  try {
    await use(new Extension(context, web, worker, id));
  } finally {
    // A browser that has aborted may never say that it is closed.
    await Promise.race([close(), pause(CLOSING, undefined, { ref: false })]).finally(web.close);
  }
}

export const test = base.extend<object, { extension: Extension }>({
  // biome-ignore lint/correctness/noEmptyPattern: fixtures are told from the pattern
  extension: [({}, use) => withExtension(use), { scope: "worker", timeout: 60_000 }],
});

/** Resolves when the page has marks. */
export const hasMarks = (page: Page) => page.waitForFunction(() => [...CSS.highlights.values()].some(({ size }) => size > 0), null, { timeout: 10_000 });

export { expect };
