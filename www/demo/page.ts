/** The fixed parts of the page, by id. */
import { part } from "../annotator/part.ts";

export const button = (id: string) => part(id, HTMLButtonElement);
export const input = (id: string) => part(id, HTMLInputElement);
export const box = (id: string) => part(id, HTMLElement);
