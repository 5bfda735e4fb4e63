import "reportedly/element";
import { hydrate } from "svelte";
import App from "./App.svelte";

// When the article is marked already: the hardest moment.
addEventListener("reportedly-ready", () => hydrate(App, { target: document.querySelector("#app") }), { once: true });
