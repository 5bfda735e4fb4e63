import { createElement } from "react";
import { hydrateRoot } from "react-dom/client";
import "reportedly/element";
import { App } from "./app.js";

// When the article is marked already: the hardest moment.
addEventListener("reportedly-ready", () => hydrateRoot(document.querySelector("#app"), createElement(App)), { once: true });
