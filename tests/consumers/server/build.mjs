import webpack from "webpack";

const output = { module: true, library: { type: "module" }, filename: "main.mjs", publicPath: "auto" };
webpack({ mode: "production", target: "node20", entry: "./index.js", experiments: { outputModule: true }, output }, (error, stats) => {
  if (error || stats.hasErrors() || stats.hasWarnings()) {
    console.error(error ?? stats.toString());
    process.exitCode = 1;
  }
});
