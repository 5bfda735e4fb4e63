import { buildPage } from "../framework.mjs";

await buildPage();
