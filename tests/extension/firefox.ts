/** Firefox with the real extension, by WebDriver: Playwright cannot give it one. */
import { test as base } from "@playwright/test";
import { Builder, By } from "selenium-webdriver";
import { Context, type Driver, Options, ServiceBuilder } from "selenium-webdriver/firefox.js";
import { FIREFOX_PREFS } from "../../scripts/lib/browser-options.mjs";
import { findFirefox } from "../../scripts/setup/browsers.mjs";
import { findGeckodriver } from "../../scripts/setup/cargo-tools.mjs";
import type { Told } from "./chromium.ts";
import { HOST, startWeb, type Web } from "./web.ts";

const FOLDER = new URL("../../dist/extension/firefox", import.meta.url).pathname;
/** The host of the extension's own pages, which Firefox would draw by lot. */
const UUID = "3f0a3a56-5d0c-4f0c-9a55-2f6d3f1c7e11";
const ID = "reportedly@reportedly.invalid";

const found = { firefox: findFirefox(), geckodriver: findGeckodriver() };

/** Why there is nothing to test, if there is not. */
export const MISSING = found.firefox === null || found.geckodriver === null ? "no Firefox or no geckodriver: `node scripts/setup.mjs --tests` installs them" : "";

const WIDGET = "reportedly_reportedly_invalid-browser-action";

/** What code in the browser's own window needs: the extension, its button, and the tab in front. */
const WINDOW = `
  const done = arguments[arguments.length - 1];
  const extension = WebExtensionPolicy.getByID("${ID}").extension;
  CustomizableUI.addWidgetToArea("${WIDGET}", "nav-bar");
  const button = document.getElementById("${WIDGET}").querySelector(".unified-extensions-item-action-button");
  const tab = gBrowser.selectedTab;
`;

export class Firefox {
  constructor(
    readonly driver: Driver,
    readonly web: Web,
  ) {}

  open(path: string): Promise<void> {
    return this.driver.get(`${HOST}/${path}`);
  }

  own(path: string): Promise<void> {
    return this.driver.get(`moz-extension://${UUID}/${path}`);
  }

  /** A click on the icon with the mouse. */
  async click() {
    await this.#inWindow("done();");
    await this.driver.setContext(Context.CHROME);
    await this.driver.findElement(By.css(`#${WIDGET} .unified-extensions-item-action-button`)).click();
    await this.driver.setContext(Context.CONTENT);
  }

  /** Ends the background, as the browser does when it has been idle; whether it was running. */
  end(): Promise<boolean> {
    return this.#inWindow('const was = extension.backgroundState === "running"; extension.terminateBackground({ ignoreDevToolsAttached: true, disableResetIdleForTest: true }).then(() => done(was), () => done(false));');
  }

  badge(): Promise<string> {
    return this.#inWindow('done(button.getAttribute("badge") ?? "");');
  }

  title(): Promise<string> {
    return this.#inWindow('done(button.getAttribute("tooltiptext") ?? "");');
  }

  /** What the page in front tells its panel: asked by one of the extension's own pages, in a tab of its own. */
  async told(): Promise<Told> {
    const id = await this.#inWindow<number>("done(extension.tabManager.getWrapper(tab).id);");
    const handle = await this.driver.getWindowHandle();
    await this.driver.switchTo().newWindow("tab");
    await this.own("options.html");
    const told = await this.driver.executeAsyncScript<string>(
      `const done = arguments[arguments.length - 1];
       const port = chrome.tabs.connect(arguments[0], { name: "panel" });
       port.onMessage.addListener((message) => message.type === "state" && done(JSON.stringify(message)));`,
      id,
    );
    await this.driver.close();
    await this.driver.switchTo().window(handle);
    return JSON.parse(told);
  }

  async #inWindow<T>(script: string): Promise<T> {
    await this.driver.setContext(Context.CHROME);
    try {
      return await this.driver.executeAsyncScript<T>(WINDOW + script);
    } finally {
      await this.driver.setContext(Context.CONTENT);
    }
  }
}

/** The page of the first run comes in front of all others. */
async function closeWelcome(driver: Driver) {
  const [first = ""] = await driver.getAllWindowHandles();
  await driver.wait(async () => (await driver.getAllWindowHandles()).length > 1, 10_000);
  for (const handle of await driver.getAllWindowHandles()) {
    await driver.switchTo().window(handle);
    if (handle !== first) {
      await driver.close();
    }
  }
  await driver.switchTo().window(first);
}

export const test = base.extend<object, { firefox: Firefox }>({
  firefox: [
    // biome-ignore lint/correctness/noEmptyPattern: fixtures are told from the pattern
    async ({}, use) => {
      const web = await startWeb();
      const options = new Options().setBinary(found.firefox ?? "").addArguments("-headless", "--width=1280", "--height=860");
      const prefs = {
        ...FIREFOX_PREFS,
        "network.proxy.http_port": web.port,
        "network.proxy.ssl_port": web.port,
        "extensions.webextensions.uuids": JSON.stringify({ [ID]: UUID }),
      };
      for (const [name, value] of Object.entries(prefs)) {
        options.setPreference(name, value);
      }
      const service = new ServiceBuilder(found.geckodriver ?? "").addArguments("--allow-system-access");
      const driver = (await new Builder().forBrowser("firefox").setFirefoxOptions(options).setFirefoxService(service).build()) as Driver;
      await driver.installAddon(FOLDER, true);
      await closeWelcome(driver);
      await use(new Firefox(driver, web));
      await driver.quit();
      await web.close();
    },
    { scope: "worker", timeout: 90_000 },
  ],
});
