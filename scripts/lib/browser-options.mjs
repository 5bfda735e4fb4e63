/** How the tests run browsers: quietly, and with no way out to the network. */

/** Only names of this machine resolve. */
const LOOPBACK_ONLY = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1";

/** Chromium refuses its sandbox to root. */
const asRoot = process.getuid?.() === 0 ? ["--no-sandbox"] : [];

export const CHROMIUM_ARGS = [
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  LOOPBACK_ONLY,
  ...asRoot,
];

/** A proxy that leads nowhere, for everything but this machine. */
export const FIREFOX_PREFS = {
  "network.proxy.type": 1,
  "network.proxy.http": "127.0.0.1",
  "network.proxy.http_port": 9,
  "network.proxy.ssl": "127.0.0.1",
  "network.proxy.ssl_port": 9,
  "network.captive-portal-service.enabled": false,
  "network.connectivity-service.enabled": false,
};

/**
 * What wasm-pack's runner asks of the drivers.
 * @param {{ chromium: string, firefox: string | null }} browsers
 */
export function capabilities({ chromium, firefox }) {
  return {
    "goog:chromeOptions": { binary: chromium, args: ["--headless=new", ...CHROMIUM_ARGS] },
    "moz:firefoxOptions": { ...(firefox && { binary: firefox }), args: ["-headless"], prefs: FIREFOX_PREFS },
  };
}
