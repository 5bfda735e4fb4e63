/** Which of many intervals cover a place. */

export interface Interval {
  start: number;
  end: number;
}

/** Answers in the time of a binary search plus the number of intervals near by. Built once, in the time of a sort. */
export class IntervalIndex<T extends Interval> {
  readonly #sorted: readonly T[];
  /** For each interval the furthest end of it and all before it. */
  readonly #reach: number[] = [];

  constructor(intervals: Iterable<T>) {
    this.#sorted = [...intervals].sort((a, b) => a.start - b.start || b.end - a.end);
    let reach = 0;
    for (const { end } of this.#sorted) {
      reach = Math.max(reach, end);
      this.#reach.push(reach);
    }
  }

  /** All that cover the character at `offset`, the smallest first. */
  at(offset: number): T[] {
    return this.overlapping(offset, offset + 1).sort((a, b) => a.end - a.start - (b.end - b.start));
  }

  /** All that share a character with `start..end`, in text order. */
  overlapping(start: number, end: number): T[] {
    const found: T[] = [];
    for (let i = this.#firstFrom(end) - 1; i >= 0 && (this.#reach[i] ?? 0) > start; i -= 1) {
      const interval = this.#sorted[i];
      if (interval && interval.end > start) {
        found.push(interval);
      }
    }
    return found.reverse();
  }

  /** The place of the first interval that starts at `offset` or later. */
  #firstFrom(offset: number): number {
    let low = 0;
    let high = this.#sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#sorted[middle]?.start ?? 0) < offset) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
