import { createSSRApp } from "vue";
import "reportedly/element";
import { App } from "./app.js";

// When the article is marked already: the hardest moment.
addEventListener("reportedly-ready", () => createSSRApp(App).mount("#app"), { once: true });
