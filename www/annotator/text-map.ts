/**
 * The text of a stretch of page and where each part of it stands: from offsets (UTF-16 code units) to places in nodes and
 * back. The algorithms know no DOM; a node is whatever the caller says it is.
 */

/** A run of characters that stands in one node as it stands in the text. */
interface Piece<N> {
  node: N;
  /** Where it begins in the node. */
  from: number;
  /** Where it begins in the text. */
  at: number;
  length: number;
  /** Pieces of one run follow each other on the page with nothing left out between them. */
  run: number;
}

/** A place in a node. */
export interface Place<N> {
  node: N;
  offset: number;
}

/** A stretch of page, from a place to a place. */
export interface Stretch<N> {
  start: Place<N>;
  end: Place<N>;
}

const BLANK = /[ \t\n\r\f]+/g;

/**
 * Collects text in page order. White space is collapsed as a browser shows it, blocks are parted by an empty line.
 */
export class TextMapBuilder<N> {
  #text = "";
  readonly #pieces: Piece<N>[] = [];
  #run = 0;
  /** A blank that will be written when something follows it in the block, as part of the run in which it stands. */
  #blank: (Place<N> & { run: number }) | null = null;
  #parting = "";
  readonly #longest: number;

  /** @param longest code units to collect at most */
  constructor(longest = Number.POSITIVE_INFINITY) {
    this.#longest = longest;
  }

  /** There is no room for more. */
  get isFull(): boolean {
    return this.#text.length >= this.#longest;
  }

  /** What follows stands in another block. */
  block() {
    this.#part("\n\n");
  }

  /** A line break inside a block; two of them part paragraphs. */
  lineBreak() {
    this.#part(this.#parting === "" ? "\n" : "\n\n");
  }

  /** Something on the page is left out here. */
  gap() {
    this.#run += 1;
  }

  /**
   * The text of one node, or a part of it.
   * @param at where the part begins in the node
   */
  add(node: N, data: string, preserve = false, at = 0) {
    if (preserve) {
      this.#write(node, data, at);
      return;
    }
    let from = 0;
    for (const match of data.matchAll(BLANK)) {
      this.#write(node, data.slice(from, match.index), at + from);
      this.#blank ??= { node, offset: at + match.index, run: this.#run };
      from = match.index + match[0].length;
    }
    this.#write(node, data.slice(from), at + from);
  }

  finish(): TextMap<N> {
    return new TextMap(this.#text, this.#pieces, !this.isFull);
  }

  #part(parting: string) {
    this.#parting = parting;
    this.#blank = null;
    this.#run += 1;
  }

  #write(node: N, data: string, from: number) {
    if (data === "") {
      return;
    }
    if (this.#text !== "") {
      this.#text += this.#parting;
      if (this.#blank && this.#parting === "") {
        this.#push(this.#blank.node, " ", this.#blank.offset, this.#blank.run);
      }
    }
    this.#parting = "";
    this.#blank = null;
    this.#push(node, data, from, this.#run);
  }

  #push(node: N, data: string, from: number, run: number) {
    const last = this.#pieces.at(-1);
    const at = this.#text.length;
    this.#text += data;
    if (last && last.node === node && last.run === run && last.at + last.length === at && last.from + last.length === from) {
      last.length += data.length;
    } else {
      this.#pieces.push({ node, from, at, length: data.length, run });
    }
  }
}

export class TextMap<N> {
  readonly #pieces: readonly Piece<N>[];
  readonly #byNode = new Map<N, Piece<N>[]>();

  constructor(
    readonly text: string,
    pieces: readonly Piece<N>[],
    /** Nothing was left out for want of room. */
    readonly isWhole: boolean,
  ) {
    this.#pieces = pieces;
    for (const piece of pieces) {
      const others = this.#byNode.get(piece.node);
      if (others) {
        others.push(piece);
      } else {
        this.#byNode.set(piece.node, [piece]);
      }
    }
  }

  /** Where `start..end` of the text stands on the page: several stretches where blocks or things left out lie between. */
  stretches(start: number, end: number): Stretch<N>[] {
    const found: Stretch<N>[] = [];
    let run = -1;
    for (let i = this.#pieceAt(start); i < this.#pieces.length; i += 1) {
      const piece = this.#pieces[i];
      if (!piece || piece.at >= end) {
        break;
      }
      const to = { node: piece.node, offset: piece.from + Math.min(piece.length, end - piece.at) };
      const last = found.at(-1);
      if (last && run === piece.run) {
        last.end = to;
      } else {
        found.push({ start: { node: piece.node, offset: piece.from + Math.max(0, start - piece.at) }, end: to });
      }
      run = piece.run;
    }
    return found;
  }

  /** The offset in the text of a place in a node; null where that place is not part of the text. */
  offsetOf({ node, offset }: Place<N>): number | null {
    for (const piece of this.#byNode.get(node) ?? []) {
      if (piece.from <= offset && offset < piece.from + piece.length) {
        return piece.at + offset - piece.from;
      }
    }
    return null;
  }

  /** The first piece that ends after the offset. */
  #pieceAt(offset: number): number {
    let low = 0;
    let high = this.#pieces.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const piece = this.#pieces[middle];
      if (piece && piece.at + piece.length <= offset) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
