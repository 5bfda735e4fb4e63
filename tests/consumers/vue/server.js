import { createSSRApp } from "vue";
import { renderToString } from "vue/server-renderer";
import "reportedly/element";
import { App } from "./app.js";

export const html = await renderToString(createSSRApp(App));
