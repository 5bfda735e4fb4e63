/** The look of the bar. It takes the article's own face and colours; a page changes it by `::part` and custom properties. */
import { panelStyles } from "../annotator/panel-styles.ts";

export const widgetStyles = `
${panelStyles}
:host { display: block; }
:host([hidden]) { display: none; }
:host([bare]) .bar { display: none; }
[hidden] { display: none !important; }
.bar {
  display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: .35rem .8rem;
  box-sizing: border-box; margin-block: 0 1rem; padding-block: .4rem; border-block: 1px solid var(--reportedly-bar-border, color-mix(in srgb, currentColor 25%, transparent));
  font: 14px/1.5 var(--reportedly-font, system-ui, "Segoe UI", Roboto, "Liberation Sans", sans-serif); overflow-wrap: anywhere;
}
.tools { display: flex; flex-wrap: wrap; align-items: center; gap: .35rem .8rem; }
.legend { display: flex; flex-wrap: wrap; gap: .3rem .8rem; margin: 0; }
.legend span { padding: 0 .15rem .15rem; }
.tools button { min-width: 28px; min-height: 28px; padding: 0; border: 1px solid currentColor; border-radius: 4px; background: none; color: inherit; font: inherit; line-height: 1; cursor: pointer; }
.tools label { min-height: 24px; }
.message, details[open] { flex-basis: 100%; }
.message { margin: 0; }
:host(:state(reading)) .message { flex-basis: auto; }
summary { width: fit-content; min-height: 24px; cursor: pointer; }
.found { max-height: 24rem; overflow: auto; padding-block: .4rem; }
:is(button, summary, input):focus-visible { outline: 2px solid var(--reportedly-card-accent, light-dark(#1d5795, #93c2f2)); outline-offset: 1px; }
`;
