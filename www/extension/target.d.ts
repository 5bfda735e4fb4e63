/** For which browser this was built; the build step writes it in. */
declare const TARGET: "chromium" | "firefox";

/** What Firefox has instead of a side panel. */
declare namespace chrome {
  const sidebarAction: { open(): Promise<void> };
}
