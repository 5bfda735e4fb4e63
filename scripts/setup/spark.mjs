/** What the Spark example needs: Java for the engine, Python packages in a folder of their own. */
import { copyFileSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { tools } from "../lib/paths.mjs";
import { capture, run, Stop, which } from "../lib/process.mjs";
import { step } from "../lib/steps.mjs";
import { aptInstall, hasApt } from "./apt.mjs";

const venv = join(tools, "spark");
const python = join(venv, "bin", "python");

/** Java, installed where there is none and apt can. */
export async function ensureJava() {
  if (which(process.env.JAVA_HOME && join(process.env.JAVA_HOME, "bin", "java"), "java") === null) {
    if (!hasApt()) {
      throw new Stop("Spark needs Java 17 or later: install it, or say where it is in JAVA_HOME.");
    }
    await step("Java (apt)", () => aptInstall(["default-jre-headless"]));
  }
}

/**
 * The packages that a file names, in `.tools/spark`.
 * @param {string} requirements
 * @returns {Promise<string>} the Python that has them
 */
export async function ensurePython(requirements) {
  const installed = join(venv, "requirements.txt");
  if (read(installed) !== read(requirements)) {
    await step("Spark and DuckDB (pip, some minutes)", async () => {
      await makeVenv();
      await run(python, ["-m", "pip", "install", "--quiet", "--requirement", requirements]);
      copyFileSync(requirements, installed);
    });
  }
  return python;
}

async function makeVenv() {
  const system = which("python3");
  if (system === null) {
    throw new Stop("Python 3.10 or later has to be there.");
  }
  // Debian keeps what makes such folders in a package of its own.
  if (capture(system, ["-c", "import ensurepip"]) === null && hasApt()) {
    await step("python3-venv (apt)", () => aptInstall(["python3-venv"]));
  }
  await run(system, ["-m", "venv", "--clear", venv]);
}

/** @param {string} path */
function read(path) {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return null;
  }
}
