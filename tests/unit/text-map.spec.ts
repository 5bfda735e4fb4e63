import { expect, test } from "@playwright/test";
import { type TextMap, TextMapBuilder } from "../../www/annotator/text-map.ts";

/** Nodes are named by a letter here; what a stretch covers is read back from their data. */
function build(fill: (builder: TextMapBuilder<string>) => void): TextMap<string> {
  const builder = new TextMapBuilder<string>();
  fill(builder);
  return builder.finish();
}

test("white space is collapsed as a browser shows it", () => {
  const map = build((b) => {
    b.add("a", "\n   The minister \n\t said ");
    b.add("b", " so. ");
  });
  expect(map.text).toBe("The minister said so.");
});

test("blocks are parted by an empty line, line breaks by one, two of them by an empty line", () => {
  const map = build((b) => {
    b.block();
    b.add("a", "one ");
    b.block();
    b.block();
    b.add("b", " two");
    b.lineBreak();
    b.add("c", "three");
    b.lineBreak();
    b.lineBreak();
    b.add("d", "four");
    b.block();
  });
  expect(map.text).toBe("one\n\ntwo\nthree\n\nfour");
});

test("every offset leads to its place and back", () => {
  const data: Record<string, string> = { a: "  Two 🚢🚢  ships ", b: "left\n the ", c: " port." };
  const map = build((b) => {
    b.add("a", data.a ?? "");
    b.add("b", data.b ?? "");
    b.block();
    b.add("c", data.c ?? "");
  });
  expect(map.text).toBe("Two 🚢🚢 ships left the\n\nport.");
  for (let at = 0; at < map.text.length; at += 1) {
    const character = map.text[at];
    if (character === "\n") {
      continue;
    }
    const [stretch] = map.stretches(at, at + 1);
    const { node, offset } = stretch?.start ?? { node: "", offset: -1 };
    expect((data[node]?.[offset] ?? "").replace(/\s/, " ")).toBe(character);
    expect(map.offsetOf({ node, offset })).toBe(at);
  }
});

test("a stretch over several nodes is one, over blocks and things left out it is several", () => {
  const map = build((b) => {
    b.add("a", "He ");
    b.add("b", "said ");
    b.gap();
    b.add("c", "no. ");
    b.block();
    b.add("d", "Then");
  });
  expect(map.text).toBe("He said no.\n\nThen");
  const ends = map.stretches(0, map.text.length).map(({ start, end }) => [start.node, start.offset, end.node, end.offset]);
  expect(ends).toEqual([
    ["a", 0, "b", 5],
    ["c", 0, "c", 3],
    ["d", 0, "d", 4],
  ]);
});

test("a blank before something left out belongs to what is before it", () => {
  const map = build((b) => {
    b.add("a", "set by ");
    b.gap();
    b.add("b", " and left");
  });
  expect(map.text).toBe("set by and left");
  expect(map.stretches(0, 15).map(({ start, end }) => [start.node, start.offset, end.node, end.offset])).toEqual([
    ["a", 0, "a", 7],
    ["b", 1, "b", 9],
  ]);
});

test("a place that is not part of the text has no offset", () => {
  const map = build((b) => b.add("a", "  x  y"));
  expect(map.offsetOf({ node: "a", offset: 0 })).toBeNull();
  expect(map.offsetOf({ node: "b", offset: 0 })).toBeNull();
  expect(map.stretches(0, 0)).toEqual([]);
});
