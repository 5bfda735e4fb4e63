/** For which browser this was built; the build step writes it in. */
declare const TARGET: "chromium" | "firefox";

/** What Firefox has instead of a side panel. */
declare namespace chrome {
  const sidebarAction: { open(): Promise<void> };
}

/** Trusted Types, which not every browser has. <https://www.w3.org/TR/trusted-types/> */
declare const trustedTypes: { createPolicy(name: string, rules: { createScriptURL(url: string): string }): { createScriptURL(url: string): URL } } | undefined;
