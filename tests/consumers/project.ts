/** Fresh projects that have installed the packed package. */
import { execFile } from "node:child_process";
import { cpSync, mkdtempSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

const here = import.meta.dirname;
const exec = promisify(execFile);

export interface Project {
  folder: string;
  /** Runs a program of the project and gives what it prints. It may print nothing on standard error. */
  run(program: string, ...args: string[]): Promise<string>;
}

/** Copies a folder beside this file to a place of its own and installs the package there, as a stranger would. */
export async function project(name: string, place = tmpdir()): Promise<Project> {
  const home = mkdtempSync(join(place, "reportedly-"));
  const folder = join(home, name);
  cpSync(join(here, name), folder, { recursive: true });
  cpSync(join(here, "framework.mjs"), join(home, "framework.mjs"));
  writeFileSync(join(folder, "package.json"), JSON.stringify({ name, private: true, type: "module" }));
  // The tools and frameworks are those of our lock file; the package alone is the project's own.
  symlinkSync(join(here, "node_modules"), join(home, "node_modules"));
  // Nothing of what the test runner and the tools that ran in it before have set.
  const { NODE_ENV: _, NODE_OPTIONS: __, ...inherited } = process.env;
  const env = { ...inherited, NEXT_TELEMETRY_DISABLED: "1" };
  const run = async (program: string, ...args: string[]) => {
    const { stdout, stderr } = await exec(program, args, { cwd: folder, env });
    if (stderr !== "") {
      throw new Error(`${program} ${args.join(" ")}: ${stderr}`);
    }
    return stdout;
  };
  await run("npm", "install", "--offline", "--ignore-scripts", "--silent", process.env.REPORTEDLY_TARBALL ?? "");
  return { folder, run };
}
