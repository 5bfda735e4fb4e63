/** The fixed parts of the page, by id. */

/** The element with this id, which index.html has. */
export function part<T extends HTMLElement>(id: string, type: new () => T): T {
  const found = document.getElementById(id);
  if (!(found instanceof type)) {
    throw new Error(`the page has no ${type.name} #${id}`);
  }
  return found;
}

export const button = (id: string) => part(id, HTMLButtonElement);
export const input = (id: string) => part(id, HTMLInputElement);
export const box = (id: string) => part(id, HTMLElement);
