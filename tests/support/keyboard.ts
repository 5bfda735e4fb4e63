/** A reader who has no pointer. */
import type { Page } from "@playwright/test";

/** Presses Tab until the focus comes round; what was in its way, and what had the focus without showing it. */
export async function tabThrough(page: Page) {
  const reached: string[] = [];
  const unseen: string[] = [];
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  for (let i = 0; i < 150; i += 1) {
    await page.keyboard.press("Tab");
    const stop = await page.evaluate(() => {
      const { activeElement: active } = document;
      if (!active || active === document.body) {
        return null;
      }
      const all = [...document.querySelectorAll("*")];
      const shown = active.matches(":focus-visible") && [active, active.nextElementSibling, active.parentElement].some((one) => one && getComputedStyle(one).outlineStyle !== "none");
      return { id: String(all.indexOf(active)), html: active.outerHTML.slice(0, 120), shown };
    });
    if (stop && stop.id === reached.at(-1)) {
      // A field for dates has several stops of its own.
      continue;
    }
    if (!stop || reached.includes(stop.id)) {
      break;
    }
    reached.push(stop.id);
    if (!stop.shown) {
      unseen.push(stop.html);
    }
  }
  const missed = await page.evaluate((ids) => {
    const all = [...document.querySelectorAll("*")];
    const radios = new Set<string>();
    return [...document.querySelectorAll("a[href], button, input, summary, textarea, [tabindex]")]
      .filter((one) => one.checkVisibility() && one.getAttribute("tabindex") !== "-1" && !ids.includes(String(all.indexOf(one))))
      .filter((one) => !(one instanceof HTMLInputElement && one.type === "radio" && (one.checked ? false : Boolean(radios.add(one.name)))))
      .map(({ outerHTML }) => outerHTML.slice(0, 120));
  }, reached);
  return { missed, unseen };
}
