/** Chromium with the extension that was built, and a click on its icon. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CHROMIUM_ARGS } from "./browser-options.mjs";
import { dist } from "./paths.mjs";

/**
 * @param {string | null} executablePath
 * @param {string[]} args
 * @returns {Promise<{ context: import("@playwright/test").BrowserContext, id: string, close: () => Promise<void> }>}
 * with nothing open but an empty page
 */
export async function launchWithExtension(executablePath, args = CHROMIUM_ARGS) {
  const { chromium } = await import("@playwright/test");
  const profile = mkdtempSync(join(tmpdir(), "reportedly-"));
  const folder = join(dist, "extension", "chromium");
  const context = await chromium.launchPersistentContext(profile, {
    ...(executablePath && { executablePath }),
    headless: false,
    args: [...args, "--headless=new", "--enable-unsafe-extension-debugging", `--disable-extensions-except=${folder}`, `--load-extension=${folder}`],
    viewport: { width: 1280, height: 860 },
  });
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent("serviceworker"));
  // The page of the first run comes in front of all others.
  const isWelcome = (/** @type {import("@playwright/test").Page} */ page) => page.url().endsWith("/welcome.html");
  await (context.pages().find(isWelcome) ?? (await context.waitForEvent("page", isWelcome))).close();
  const close = async () => {
    await context.close();
    rmSync(profile, { recursive: true, force: true });
  };
  return { context, id: new URL(worker.url()).host, close };
}

/**
 * A real click: it gives the extension its right to the tab of this page, as a reader's does.
 * @param {import("@playwright/test").BrowserContext} context
 * @param {string} id
 * @param {import("@playwright/test").Page} page
 */
export async function clickIcon(context, id, page) {
  const devtools = await context.browser()?.newBrowserCDPSession();
  if (!devtools) {
    throw new Error("this browser cannot be driven by its protocol");
  }
  const { targetInfos } = await devtools.send("Target.getTargets", { filter: [{ type: "tab" }] });
  const targetId = targetInfos.find(({ url }) => url === page.url())?.targetId;
  // The protocol's types do not know this yet.
  await devtools.send(/** @type {never} */ ("Extensions.triggerAction"), /** @type {never} */ ({ id, targetId }));
  await devtools.detach();
}
