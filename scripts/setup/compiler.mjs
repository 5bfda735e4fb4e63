/** A C++ compiler, for what cargo builds from C++. */
import { Stop, which } from "../lib/process.mjs";
import { step } from "../lib/steps.mjs";
import { aptInstall, hasApt } from "./apt.mjs";

/** Installs one where there is none and apt can. */
export async function ensureCompiler() {
  if (which(process.env.CXX, "c++", "g++", "clang++") === null) {
    if (!hasApt()) {
      throw new Stop("A C++ compiler has to be there: install g++ or clang, or say where it is in CXX.");
    }
    await step("a C++ compiler (apt)", () => aptInstall(["g++"]));
  }
}
