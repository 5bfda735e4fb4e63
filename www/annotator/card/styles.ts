/** The look of the card. Colours are the host page's to change by the custom properties named here. */
import { NARROW } from "./place.ts";
import { swatchStyles } from "../palette.ts";

export const cardStyles = `
${swatchStyles()}
:host { all: initial; color-scheme: inherit; }
/* A page that hides all elements of its own hides ours no more than others. */
:host { display: contents !important; }
.status { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.card, .notice {
  --paper: var(--reportedly-card-background, light-dark(#fffefb, #24221f));
  --ink: var(--reportedly-card-color, light-dark(#1f1c18, #eeeae2));
  --muted: var(--reportedly-card-muted, light-dark(#645d52, #b0a899));
  --rule: var(--reportedly-card-border, light-dark(#d9d2c4, #4a453d));
  --accent: var(--reportedly-card-accent, light-dark(#1d5795, #93c2f2));
  box-sizing: border-box; position: fixed; inset: auto; margin: 0; overflow: auto;
  background: var(--paper); color: var(--ink); border: 1px solid var(--rule); border-radius: 6px;
  box-shadow: 0 1px 2px rgb(0 0 0 / 8%), 0 8px 28px rgb(0 0 0 / 16%);
  font: 15px/1.45 var(--reportedly-font, system-ui, "Segoe UI", Roboto, "Liberation Sans", sans-serif);
  overflow-wrap: anywhere;
}
.card { padding: 14px 16px 12px; width: min(23rem, calc(100vw - 16px)); --highest: min(70vh, 34rem); max-height: var(--highest); }
.notice { top: 12px; right: 12px; padding: 10px 14px; max-width: min(26rem, calc(100vw - 24px)); }
.notice p { display: flex; flex-wrap: wrap; gap: 2px 10px; }
.notice .legend { font-size: 13px; margin-top: 6px; }
.notice .legend span { padding: 0 2px 3px; }
.notice .buttons { margin-top: 6px; gap: 4px 14px; }
.notice button { min-height: 24px; color: var(--accent); text-decoration: underline; text-underline-offset: 2px; }
.card:focus { outline: none; }
.card:focus-visible { outline: 2px solid var(--accent); outline-offset: 1px; }
.head { display: flex; align-items: baseline; gap: 8px; justify-content: space-between; margin-bottom: 8px; }
h2 { font: inherit; font-weight: 650; margin: 0; }
h2 span { padding: 1px 3px 3px; margin-left: -3px; }
dl, dd, p, ul { margin: 0; padding: 0; }
dt { color: var(--muted); font-size: 12.5px; margin-top: 9px; }
ul { list-style: none; }
li::before { content: "– "; color: var(--muted); }
.foot { margin-top: 10px; padding-top: 7px; border-top: 1px solid var(--rule); color: var(--muted); font-size: 12.5px; }
.copies { display: flex; flex-wrap: wrap; gap: 2px 12px; margin-top: 4px; }
.copies button { min-height: 24px; text-decoration: underline; text-underline-offset: 2px; color: var(--accent); }
code { font: 12px ui-monospace, "Liberation Mono", monospace; }
button { font: inherit; color: inherit; background: none; border: 0; padding: 0; cursor: pointer; text-align: start; }
button:focus-visible, a:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: 2px; }
a { color: var(--accent); text-underline-offset: 2px; }
.close { flex: none; width: 28px; height: 28px; margin: -6px -8px -4px 0; line-height: 1; font-size: 20px; text-align: center; color: var(--muted); border-radius: 4px; }
.close:hover { color: var(--ink); }
@media ${NARROW} {
  .card { inset: auto 0 0 0; width: auto; max-height: 55vh; border-radius: 10px 10px 0 0; border-width: 1px 0 0; }
}
@media (prefers-reduced-motion: no-preference) {
  .card { animation: appear 120ms ease-out; }
  @keyframes appear { from { opacity: 0; } }
}
@media (forced-colors: active) {
  .card { border: 2px solid CanvasText; }
}
`;
