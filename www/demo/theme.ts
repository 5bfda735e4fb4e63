/** Light or dark: as the system says until the reader chooses. */
import { input } from "./page.ts";
import { remember } from "./remember.ts";

export function followTheme() {
  const system = matchMedia("(prefers-color-scheme: dark)");
  const dark = input("dark");
  let chosen = false;
  remember("dark", dark, system.matches, (on, byReader) => {
    chosen = byReader;
    if (byReader) {
      document.documentElement.dataset.theme = on ? "dark" : "light";
    }
  });
  system.addEventListener("change", () => {
    if (!chosen) {
      dark.checked = system.matches;
    }
  });
}
