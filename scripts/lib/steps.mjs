/** Saying what is done and how long it took. */

/**
 * Runs one step under its title and says how long it took.
 * @template T
 * @param {string} title
 * @param {() => T | Promise<T>} work
 * @returns {Promise<T>}
 */
export async function step(title, work) {
  console.log(`→ ${title}`);
  const start = performance.now();
  const result = await work();
  console.log(`  done in ${duration(performance.now() - start)}`);
  return result;
}

/**
 * @param {number} milliseconds
 * @returns {string} "0.4 s", "3 min 05 s"
 */
export function duration(milliseconds) {
  const seconds = milliseconds / 1000;
  if (seconds < 60) {
    return `${seconds.toFixed(1)} s`;
  }
  const whole = Math.round(seconds);
  return `${Math.floor(whole / 60)} min ${String(whole % 60).padStart(2, "0")} s`;
}
