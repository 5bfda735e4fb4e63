import { writeFileSync } from "node:fs";
import webpack from "webpack";

// The core is large, and meant to be.
const performance = { hints: false };
webpack({ mode: "production", entry: "./index.js", output: { publicPath: "" }, performance }, (error, stats) => {
  if (error || stats.hasErrors() || stats.hasWarnings()) {
    console.error(error ?? stats.toString());
    process.exitCode = 1;
  }
  writeFileSync("dist/index.html", '<!doctype html><title>webpack</title><script type="module" src="main.js"></script>');
});
