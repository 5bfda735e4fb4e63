/** What the main thread of a page spends on our work, by a trace of the browser. */
import type { CDPSession, Page } from "@playwright/test";
import type { Extension } from "./chromium.ts";

/** An event of the trace; times in microseconds. */
interface TraceEvent {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  ts: number;
  dur?: number;
  /** What the thread itself spent: other programs make the wall clock's time longer, not this. */
  tdur?: number;
  args?: Record<string, unknown>;
}

/**
 * The longest task in which a script of the extension ran in the page, in milliseconds of the thread's own time, from now
 * until `work` is done.
 */
export async function longestTask(extension: Extension, page: Page, work: () => Promise<void>): Promise<number> {
  const devtools = await extension.context.browser()?.newBrowserCDPSession();
  if (!devtools) {
    throw new Error("this browser cannot be driven by its protocol");
  }
  const events: TraceEvent[] = [];
  devtools.on("Tracing.dataCollected", ({ value }) => events.push(...(value as unknown as TraceEvent[])));
  await devtools.send("Tracing.start", { transferMode: "ReportEvents", traceConfig: { includedCategories: ["toplevel", "devtools.timeline"] } });
  await work();
  await end(devtools);
  const all = tasksWith(events, `chrome-extension://${extension.id}/content.js`);
  if (all.length === 0) {
    throw new Error(`the trace of ${page.url()} shows nothing of ours`);
  }
  return Math.max(...all.map(({ tdur = 0 }) => tdur)) / 1000;
}

async function end(devtools: CDPSession) {
  const complete = new Promise((done) => devtools.once("Tracing.tracingComplete", done));
  await devtools.send("Tracing.end");
  await complete;
  await devtools.detach();
}

/** The tasks of main threads in which this script is named. */
function tasksWith(events: readonly TraceEvent[], script: string): TraceEvent[] {
  const ours = events.filter(({ args }) => JSON.stringify(args ?? {}).includes(script));
  const threads = new Set(events.filter(({ name, args }) => name === "thread_name" && args?.name === "CrRendererMain").map(({ pid, tid }) => `${pid} ${tid}`));
  const holds = (task: TraceEvent) => (event: TraceEvent) => event.pid === task.pid && event.tid === task.tid && event.ts >= task.ts && event.ts <= task.ts + (task.dur ?? 0);
  return events.filter((event) => event.ph === "X" && event.name.endsWith("RunTask") && threads.has(`${event.pid} ${event.tid}`) && ours.some(holds(event)));
}
