/** Switches whose state outlives the visit. */

/** Keeps a switch as the reader last set it, and tells of every setting, the first included. */
export function remember(key: string, input: HTMLInputElement, initial: boolean, set: (on: boolean, chosen: boolean) => void) {
  const stored = read(key);
  input.checked = stored ?? initial;
  set(input.checked, stored !== null);
  input.addEventListener("change", () => {
    write(key, input.checked);
    set(input.checked, true);
  });
}

function read(key: string): boolean | null {
  try {
    const value = localStorage.getItem(key);
    return value === null ? null : value === "on";
  } catch {
    return null;
  }
}

/** Where nothing may be stored the switch holds for this visit. */
function write(key: string, on: boolean) {
  try {
    localStorage.setItem(key, on ? "on" : "off");
  } catch {}
}
