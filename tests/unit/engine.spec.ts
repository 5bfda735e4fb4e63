import { expect, test } from "@playwright/test";
import { Engine, type Open } from "../../www/annotator/engine.ts";
import { isReply, isRequest, type Request } from "../../www/annotator/protocol.ts";

/** What the core says of a text in which it found nothing: the length of the text and fourteen times nothing. */
const nothingIn = (text: string) => ({ numbers: Uint32Array.of(text.length, ...new Array(14).fill(0)), strings: "" });

/** A reader under the test's hand: every opening is kept with what was posted to it. */
function readers() {
  const opened: { posted: Request[]; closed: boolean; say(message: unknown): void; die(why: string): void }[] = [];
  const open: Open = (hear, died) => {
    const reader = { posted: [] as Request[], closed: false, say: hear, die: died };
    opened.push(reader);
    return {
      post: (request) => void reader.posted.push(request),
      close: () => {
        reader.closed = true;
      },
    };
  };
  return { opened, open, last: () => opened.at(-1) };
}

const answer = (id: number, text: string) => ({ type: "analysis", id, packed: nothingIn(text), milliseconds: 1 });

test("answers come to those who asked, in any order; strangers' messages are dropped", async () => {
  const { open, last } = readers();
  const engine = new Engine(open);
  const [first, second] = [engine.annotate("one"), engine.annotate("two")];
  for (const message of ["hello", null, { type: "analysis" }, answer(99, "")]) {
    last()?.say(message);
  }
  last()?.say({ type: "error", id: 1, message: "no" });
  last()?.say(answer(0, "one"));
  await expect(second).rejects.toThrow("no");
  const { analysis } = await first;
  expect([analysis.annotations, analysis.summary.claims]).toEqual([[], 0]);
  expect(structuredClone(analysis)).toEqual(JSON.parse(JSON.stringify(analysis)));
});

test("what a dead reader left undone is done by a fresh one", async () => {
  const { opened, open, last } = readers();
  const engine = new Engine(open);
  last()?.say({ type: "ready" });
  const reading = engine.annotate("one");
  last()?.die("gone");
  expect(opened.length).toBe(2);
  expect(last()?.posted.map(({ text }) => text)).toEqual(["one"]);
  last()?.say(answer(0, "one"));
  await reading;
});

test("a reader that dies while it has nothing to do is started anew by the next text", async () => {
  const { opened, open, last } = readers();
  const engine = new Engine(open);
  last()?.say({ type: "ready" });
  last()?.die("put to rest");
  expect(opened.length).toBe(1);
  const reading = engine.annotate("one");
  expect(opened.length).toBe(2);
  last()?.say({ type: "ready" });
  last()?.say(answer(0, "one"));
  await reading;
});

test("a text that kills the reader twice is given up, others are not", async () => {
  const { open, last } = readers();
  const engine = new Engine(open);
  last()?.say({ type: "ready" });
  const deadly = engine.annotate("deadly");
  last()?.die("first");
  last()?.say({ type: "ready" });
  last()?.die("second");
  await expect(deadly).rejects.toThrow("second");
  const other = engine.annotate("other");
  last()?.say(answer(1, "other"));
  await other;
});

test("a patient host's text outlives as many readers as that host bears", async () => {
  const { opened, open, last } = readers();
  const engine = new Engine(open, 4);
  const reading = engine.annotate("one");
  last()?.die("while it wakes");
  last()?.die("again");
  last()?.say({ type: "ready" });
  last()?.die("with the text");
  last()?.say({ type: "ready" });
  last()?.say(answer(0, "one"));
  await reading;
  expect(opened.length).toBe(4);
});

test("a core that cannot be loaded is said to be so, and tried again when asked", async () => {
  const { opened, open, last } = readers();
  const engine = new Engine(open);
  const waiting = engine.annotate("one");
  last()?.say({ type: "error", id: null, message: "no such file" });
  await expect(waiting).rejects.toThrow("no such file");
  const again = engine.ready();
  expect(opened.length).toBe(2);
  last()?.say({ type: "ready" });
  await again;
});

test("aborting stops the reader and leaves the other texts to the next one", async () => {
  const { opened, open, last } = readers();
  const engine = new Engine(open);
  last()?.say({ type: "ready" });
  const control = new AbortController();
  const aborted = engine.annotate("long", {}, control.signal);
  const other = engine.annotate("short");
  control.abort(new Error("enough"));
  await expect(aborted).rejects.toThrow("enough");
  expect(opened[0]?.closed).toBe(true);
  expect(last()?.posted.map(({ text }) => text)).toEqual(["short"]);
  last()?.say(answer(1, "short"));
  await other;
});

test("an analysis of another text is refused", async () => {
  const { open, last } = readers();
  const reading = new Engine(open).annotate("short");
  last()?.say(answer(0, "a longer one"));
  await expect(reading).rejects.toThrow("does not fit");
});

test("messages are known by their form", () => {
  expect(isRequest({ type: "annotate", id: 0, text: "", options: {} })).toBe(true);
  for (const wrong of [undefined, [], {}, { type: "annotate", id: -1, text: "", options: {} }, { type: "annotate", id: 0, text: 1, options: {} }]) {
    expect(isRequest(wrong)).toBe(false);
  }
  expect(isReply({ type: "ready" })).toBe(true);
  expect(isReply(answer(0, ""))).toBe(true);
  const packed = (numbers: unknown, strings: unknown = "") => ({ type: "analysis", id: 0, packed: { numbers, strings }, milliseconds: 1 });
  expect(isReply(packed([0, 1, 2]))).toBe(true);
  for (const wrong of [packed([0.5]), packed(["0"]), packed("0"), packed([], null), { ...answer(0, ""), packed: undefined }]) {
    expect(isReply(wrong)).toBe(false);
  }
});

test("a core that traps is replaced; only the text that it trapped on is to blame", async () => {
  const { opened, open, last } = readers();
  const engine = new Engine(open);
  last()?.say({ type: "ready" });
  const [deadly, other] = [engine.annotate("deadly"), engine.annotate("other")];
  const trap = () => last()?.say({ type: "error", id: 0, name: "RuntimeError", message: "unreachable" });
  trap();
  expect(opened[0]?.closed).toBe(true);
  expect(last()?.posted.map(({ text }) => text)).toEqual(["deadly", "other"]);
  last()?.say({ type: "ready" });
  trap();
  await expect(deadly).rejects.toThrow("unreachable");
  expect(last()?.posted.map(({ text }) => text)).toEqual(["other"]);
  last()?.say({ type: "ready" });
  last()?.say(answer(1, "other"));
  await other;
});
