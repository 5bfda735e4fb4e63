/** Sites that are read without a click: those for which the reader has given the permission, and no others. */

/** The script that reads by itself; it stands in for the click. */
const SCRIPT = "sites";

/** The pattern of all pages of a host. */
export const patternOf = (host: string) => `*://${host}/*`;

/** The hosts that are read without a click. */
export async function sites(): Promise<string[]> {
  const { origins = [] } = await chrome.permissions.getAll();
  return origins.flatMap((origin) => /^[^:]+:\/\/([^/]+)\//.exec(origin)?.[1] ?? []).sort();
}

/** Asks the reader; to be called when a button has just been pressed. */
export const addSite = (host: string): Promise<boolean> => chrome.permissions.request({ origins: [patternOf(host)] });

export const removeSite = (host: string): Promise<boolean> => chrome.permissions.remove({ origins: [patternOf(host)] });

/** Has the browser run us on these sites. */
export async function registerSites() {
  const matches = (await sites()).map(patternOf);
  const registered = (await chrome.scripting.getRegisteredContentScripts({ ids: [SCRIPT] })).length > 0;
  if (registered) {
    await chrome.scripting.unregisterContentScripts({ ids: [SCRIPT] });
  }
  if (matches.length > 0) {
    await chrome.scripting.registerContentScripts([{ id: SCRIPT, matches, js: ["content.js", "unasked.js"], runAt: "document_idle" }]);
  }
}
