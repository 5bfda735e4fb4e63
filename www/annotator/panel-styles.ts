/** The look of the list and of the summary, wherever a host puts them. */
import { swatchStyles } from "./palette.ts";

export const panelStyles = `
${swatchStyles()}
.reportedly-list details + details { margin-top: .35rem; }
.reportedly-list summary { cursor: pointer; padding: .2rem 0; }
.reportedly-list h3, .reportedly-sourcing h3 { display: inline; margin: 0; font: inherit; font-weight: 650; }
.reportedly-list h3 [data-reportedly-look] { padding: .05rem .15rem .2rem; }
.reportedly-list ul, .reportedly-sourcing ul { list-style: none; margin: .3rem 0 .6rem; padding: 0; }
.reportedly-list button {
  display: block; width: 100%; padding: .35rem .5rem; border: 0; border-inline-start: 2px solid transparent; border-radius: 0;
  background: none; color: inherit; font: inherit; line-height: 1.4; text-align: start; cursor: pointer;
}
.reportedly-list button:hover, .reportedly-list button[aria-current] { border-inline-start-color: currentColor; background: light-dark(rgb(0 0 0 / 5%), rgb(255 255 255 / 7%)); }
.reportedly-count { font-weight: 400; opacity: .8; }
.reportedly-list .reportedly-note { display: block; }
.reportedly-note { font-size: .9em; color: light-dark(#645d52, #b0a899); }
.reportedly-sourcing > p + p { margin-top: .35rem; }
.reportedly-sourcing h3 { display: block; margin-top: .6rem; }
.reportedly-sourcing li { display: flex; justify-content: space-between; gap: .75rem; padding: .15rem 0; }
.reportedly-sourcing li > .reportedly-note { flex: none; }
.reportedly-sourcing [data-reportedly-look] { padding: 0 .1rem .1rem; }
.reportedly-bar { display: flex; gap: 2px; height: 1rem; margin-bottom: .6rem; }
.reportedly-bar > span { min-width: 4px; border-bottom: 3px solid currentColor; }
.reportedly-bar > [data-reportedly-look="asserted"] { border-bottom: 0; border: 1px solid light-dark(#b9ad8d, #7a705c); }
.reportedly-bar > [data-reportedly-look="attributed"] { border-color: var(--reportedly-attributed-line); }
.reportedly-bar > [data-reportedly-look="unnamed"] { border-color: var(--reportedly-unnamed-line); border-bottom-style: dashed; }
.reportedly-bar > [data-reportedly-look="hedged"] { border-color: var(--reportedly-hedged-line); border-bottom-style: dotted; }
.reportedly-bar > [data-reportedly-look="denied"] { border-color: var(--reportedly-denied-line); border-bottom-style: double; }
@media (forced-colors: active) { .reportedly-bar > span { border: 1px solid CanvasText; } }
`;
