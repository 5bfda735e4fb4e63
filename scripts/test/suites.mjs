/** Running test programs one after the other and adding up what they report. */
import { readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { bin, root } from "../lib/paths.mjs";
import { tee } from "../lib/process.mjs";
import { duration } from "../lib/steps.mjs";

/** @typedef {{ passed: number, failed: number }} Count */

export class Suites {
  /** @type {{ title: string, count: Count, time: number }[]} */
  #done = [];
  /** @type {string[]} */
  #skipped = [];

  /**
   * @param {string} title
   * @param {() => Promise<Count>} work
   */
  async run(title, work) {
    console.log(`\n━━ ${title}`);
    const start = performance.now();
    const count = await work();
    this.#done.push({ title, count, time: performance.now() - start });
  }

  /**
   * @param {string} title
   * @param {string} reason
   */
  skip(title, reason) {
    this.#skipped.push(`${title}: not run: ${reason}`);
  }

  /** Prints the table and the last line; sets the exit status. */
  summarize() {
    console.log("\n━━ Summary");
    for (const { title, count, time } of this.#done) {
      console.log(`${count.failed ? "✗" : "✓"} ${title}: ${counted(count)} (${duration(time)})`);
    }
    for (const line of this.#skipped) {
      console.log(`- ${line}`);
    }
    const total = this.#done.reduce((sum, { count }) => ({ passed: sum.passed + count.passed, failed: sum.failed + count.failed }), { passed: 0, failed: 0 });
    console.log(`\n${counted(total)}`);
    process.exitCode = total.failed > 0 ? 1 : 0;
  }
}

/** @param {Count} count */
const counted = ({ passed, failed }) => `${passed} passed, ${failed} failed`;

/**
 * Runs cargo, or wasm-pack, whose test programs report as cargo's do.
 * @param {string} program
 * @param {string[]} args
 * @param {Record<string, string>} [env]
 * @returns {Promise<Count>}
 */
export async function cargoTests(program, args, env = {}) {
  const { status, output } = await tee(program, args, { env });
  const results = [...output.matchAll(/^test result: \w+\. (\d+) passed; (\d+) failed/gm)];
  const sum = (/** @type {number} */ group) => results.reduce((total, result) => total + Number(result[group]), 0);
  return honest(status, { passed: sum(1), failed: sum(2) });
}

/**
 * Runs tests in browsers, on a port of their own.
 * @param {string} [config]
 * @param {string} [reported] the name of the report that it writes
 * @param {Record<string, string>} [env]
 * @returns {Promise<Count>}
 */
export async function playwrightTests(config = "playwright.config.ts", reported = "report.json", env = {}) {
  const report = join(root, "test-results", reported);
  rmSync(report, { force: true });
  const args = [join(bin, "..", "@playwright", "test", "cli.js"), "test", "--config", config];
  const { status } = await tee(process.execPath, args, { env: { ...env, E2E_PORT: String(await freePort()) } });
  return honest(status, readReport(report));
}

/**
 * @param {string} path
 * @returns {Count}
 */
function readReport(path) {
  try {
    const { stats } = JSON.parse(readFileSync(path, "utf8"));
    return { passed: stats.expected + stats.flaky, failed: stats.unexpected };
  } catch {
    return { passed: 0, failed: 0 };
  }
}

/**
 * A program that failed, or ran nothing, did not pass, whatever it counted.
 * @param {number} status
 * @param {Count} count
 * @returns {Count}
 */
function honest(status, { passed, failed }) {
  const broken = status !== 0 || passed + failed === 0;
  return { passed, failed: broken ? Math.max(1, failed) : failed };
}

/** @returns {Promise<number>} a port that was free a moment ago */
function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}
