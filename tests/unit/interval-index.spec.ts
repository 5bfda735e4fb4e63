import { expect, test } from "@playwright/test";
import { IntervalIndex } from "../../www/annotator/interval-index.ts";

test("the same answers as asking every interval, the smallest first", () => {
  // A fixed sequence of numbers that look random.
  let seed = 7;
  const random = (below: number) => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return seed % below;
  };
  const intervals = Array.from({ length: 300 }, () => {
    const start = random(500);
    return { start, end: start + 1 + random(random(10) === 0 ? 200 : 20) };
  });
  const index = new IntervalIndex(intervals);
  for (let offset = 0; offset < 720; offset += 1) {
    const expected = intervals.filter(({ start, end }) => start <= offset && offset < end);
    const found = index.at(offset);
    expect(new Set(found)).toEqual(new Set(expected));
    const lengths = found.map(({ start, end }) => end - start);
    expect(lengths).toEqual([...lengths].sort((a, b) => a - b));
  }
});

test("an interval ends before its end", () => {
  const index = new IntervalIndex([{ start: 2, end: 4 }]);
  expect([1, 2, 3, 4].map((offset) => index.at(offset).length)).toEqual([0, 1, 1, 0]);
});
