// Numbers in a line with texts among them, in memory outside the heap. A text that many rows have in common stands once on a shelf
// and is a number here; any other is written out in place. Whatever a text is made of comes back as it was.

export interface CellWriter {
  /** What is put from here on is one row; the row before is closed. */
  begin(): void;
  /** At most 31 bits and a sign. */
  number(value: number): void;
  /** A text that other rows may well have, too. */
  shared(text: string | null): void;
  /** A text that is most likely this row's alone. */
  own(text: string | null): void;
  /** The place of a text on the shelf, from 1 on; 0: it is not to be put there. */
  placeOf(text: string): number;
  /** Where the row that was begun last stands. */
  place(): { readonly block: number; readonly start: number };
  readonly blocks: readonly Int32Array<ArrayBuffer>[];
  readonly texts: readonly string[];
}

/** Numbers of a block. Memory that is not written to costs nothing. */
const BLOCK = 1 << 20;
/** What hostile text there may be on the shelf, which is on the heap: so many texts, each at most so long. */
const MOST_TEXTS = 1 << 15;
const LONGEST = 1000;
/** In a text: what Latin-1 does not have, or is not worth a thought. */
const WIDE = /[^ -ÿ]/;

export function openCells(): CellWriter {
  const blocks: Int32Array<ArrayBuffer>[] = [];
  const texts: string[] = [];
  const places = new Map<string, number>();
  let open = new Int32Array(0);
  let octets = Buffer.from(open.buffer);
  /** The first number of a block is left out, so that no row stands at 0. */
  let [from, used] = [0, 0];
  const room = (count: number) => {
    if (used + count <= open.length) return;
    const begun = open.subarray(from, used);
    open = new Int32Array(Math.max(BLOCK, 1 + 2 * (begun.length + count)));
    octets = Buffer.from(open.buffer);
    open.set(begun, 1);
    used = 1 + begun.length;
    from = 1;
    blocks.push(open);
  };
  const number = (value: number) => {
    room(1);
    open[used] = value;
    used += 1;
  };
  const own = (text: string | null) => {
    if (text === null) {
      number(0);
      return;
    }
    const wide = WIDE.test(text);
    const size = Math.ceil((wide ? 2 * text.length : text.length) / 4);
    room(1 + size);
    open[used] = -(2 * text.length + Number(wide)) - 1;
    octets.write(text, 4 * (used + 1), wide ? 'utf16le' : 'latin1');
    used += 1 + size;
  };
  const placeOf = (text: string): number => {
    const known = places.get(text);
    if (known !== undefined) return known;
    if (texts.length >= MOST_TEXTS || text.length > LONGEST) return 0;
    const copy = detached(text);
    places.set(copy, texts.push(copy));
    return texts.length;
  };
  return {
    begin: () => {
      from = used;
    },
    number,
    own,
    shared(text) {
      const place = text === null ? 0 : placeOf(text);
      if (place > 0) number(place);
      else own(text);
    },
    placeOf,
    place: () => ({ block: blocks.length - 1, start: from }),
    blocks,
    texts,
  };
}

/** A text that was cut out of a longer one keeps that alive. */
function detached(text: string): string {
  return Buffer.from(text, 'utf16le').toString('utf16le');
}

export interface CellReader {
  /** Reading goes on from there. */
  seek(block: number, start: number): void;
  number(): number;
  text(): string | null;
}

export function readCells(blocks: readonly Int32Array<ArrayBuffer>[], texts: readonly string[]): CellReader {
  const buffers = blocks.map(({ buffer }) => Buffer.from(buffer));
  let open = new Int32Array(0);
  let octets = Buffer.alloc(0);
  let at = 0;
  const number = () => {
    const value = open[at] ?? 0;
    at += 1;
    return value;
  };
  return {
    seek(block, start) {
      open = blocks[block] ?? new Int32Array(0);
      octets = buffers[block] ?? Buffer.alloc(0);
      at = start;
    },
    number,
    text() {
      const head = number();
      if (head > 0) return texts[head - 1] ?? '';
      if (head === 0) return null;
      const wide = (-head - 1) % 2 === 1;
      const length = (-head - 1) >> 1;
      const size = wide ? 2 * length : length;
      const text = octets.toString(wide ? 'utf16le' : 'latin1', 4 * at, 4 * at + size);
      at += Math.ceil(size / 4);
      return text;
    },
  };
}
