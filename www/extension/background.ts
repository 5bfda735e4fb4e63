/** What stands behind the browser's own buttons: the icon, its badge, the menu, the keys. It may be put to rest at any time. */
import type { Here } from "./content.ts";
import { isFromPage, type FromPage, type ToPage } from "./messages.ts";
import { prepareReader, serveReader } from "./reader.ts";
import { registerSites } from "./sites.ts";

const SELECTION = "selection";
const LIST = "list";
/** Milliseconds between attempts. */
const WAITS = [40, 120, 400];

serveReader();

chrome.action.onClicked.addListener((tab) => void ask(tab, { type: "toggle" }));

chrome.contextMenus.onClicked.addListener(({ menuItemId }, tab) => {
  if (menuItemId === LIST) {
    openPanel(tab);
  } else if (tab) {
    void ask(tab, { type: "selection" });
  }
});

chrome.commands.onCommand.addListener((command, tab) => {
  if (tab && (command === "next-mark" || command === "previous-mark")) {
    void tell(tab, { type: "step", direction: command === "next-mark" ? 1 : -1 });
  }
});

chrome.runtime.onInstalled.addListener(({ reason }) => {
  chrome.contextMenus.create({ id: SELECTION, title: "Annotate the selection", contexts: ["selection"] });
  chrome.contextMenus.create({ id: LIST, title: "Show the list of marks", contexts: ["action"] });
  void registerSites();
  if (reason === "install") {
    void chrome.tabs.create({ url: "welcome.html" });
  }
});
chrome.permissions.onAdded.addListener(() => void registerSites());
chrome.permissions.onRemoved.addListener(() => void registerSites());

chrome.runtime.onMessage.addListener((message: unknown, sender) => {
  if (sender.id === chrome.runtime.id && isFromPage(message)) {
    hear(message, sender.tab);
  }
  return false;
});

function hear(message: FromPage, tab: chrome.tabs.Tab | undefined) {
  if (message.type === "panel") {
    openPanel(tab);
  } else if (tab?.id !== undefined) {
    void chrome.action.setBadgeBackgroundColor({ tabId: tab.id, color: "#2c66a4" });
    void chrome.action.setBadgeText({ tabId: tab.id, text: message.count === null ? "" : String(message.count) });
    void chrome.action.setTitle({ tabId: tab.id, title: message.title });
  }
}

/** Asks a page for something; where we are not yet, we are put there first. Pages of the browser itself are out of reach. */
async function ask(tab: chrome.tabs.Tab, message: ToPage) {
  if (tab.id === undefined) {
    return;
  }
  prepareReader();
  try {
    await inject(tab.id, message);
  } catch {
    await chrome.action.setTitle({ tabId: tab.id, title: "The browser does not let extensions read this page" });
    await chrome.action.setBadgeText({ tabId: tab.id, text: "–" });
  }
}

/** Script and message go at once; the one that comes first waits for the other. Each is to arrive once. */
const inject = (tabId: number, message: ToPage) =>
  Promise.all([
    persist(() => chrome.scripting.executeScript({ target: { tabId }, files: ["content.js"] })),
    persist(() => chrome.scripting.executeScript({ target: { tabId }, func: hand, args: [message] })),
  ]);

/** Now and then a browser gives the right to the tab a moment after it tells of the click. */
async function persist(run: () => Promise<unknown>) {
  for (const wait of WAITS) {
    try {
      await run();
      return;
    } catch {
      await new Promise((done) => setTimeout(done, wait));
    }
  }
  await run();
}

/** Runs in the page, apart from all that stands here. */
function hand(message: ToPage) {
  const here = globalThis as Here;
  if (here.reportedly) {
    here.reportedly.hear(message);
  } else {
    here.reportedlyAsked = message;
  }
}

async function tell(tab: chrome.tabs.Tab, message: ToPage) {
  if (tab.id !== undefined) {
    await chrome.tabs.sendMessage(tab.id, message, { frameId: 0 });
  }
}

/** Beside the page. Only where the reader has just pressed something. */
function openPanel(tab: chrome.tabs.Tab | undefined) {
  if (TARGET === "firefox") {
    void chrome.sidebarAction.open();
  } else if (tab) {
    void chrome.sidePanel.open({ windowId: tab.windowId });
  }
}
