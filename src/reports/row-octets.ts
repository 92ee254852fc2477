// Rows of a document as text, each written once, as soon as it is made, and kept as octets outside the heap: a hundred thousand
// rows kept as values are copied by every collection of garbage. They come in any order, from any thread, and leave in theirs.

/** Plain data: it may be handed to another thread, and its memory with it. */
export interface RowOctets {
  readonly blocks: readonly Uint8Array<ArrayBuffer>[];
  /** By place: in which block a row stands, and where in it; a length of 0 says that it is not here. */
  readonly block: Uint16Array<ArrayBuffer>;
  readonly start: Uint32Array<ArrayBuffer>;
  readonly length: Uint32Array<ArrayBuffer>;
}

export interface RowBook {
  add(text: string, at: number): void;
  octets(): RowOctets;
}

/** Memory that is not written to costs nothing. */
const BLOCK = 1 << 22;
/** Of one UTF-16 unit in UTF-8. */
const LONGEST_UNIT = 3;

export function openRowBook(rows: number): RowBook {
  const blocks: Buffer<ArrayBuffer>[] = [];
  const [block, start, length] = [new Uint16Array(rows), new Uint32Array(rows), new Uint32Array(rows)];
  let open: Buffer<ArrayBuffer> = Buffer.alloc(0);
  let used = 0;
  return {
    add(text, at) {
      const room = text.length * LONGEST_UNIT;
      if (open.length - used < room) {
        open = Buffer.allocUnsafeSlow(Math.max(BLOCK, room));
        blocks.push(open);
        used = 0;
      }
      block[at] = blocks.length - 1;
      start[at] = used;
      const written = open.write(text, used);
      length[at] = written;
      used += written;
    },
    octets: () => ({ blocks, block, start, length }),
  };
}

/** The pieces of memory that can change hands. */
export function memoryOf({ blocks, block, start, length }: RowOctets): ArrayBuffer[] {
  return [...blocks, block, start, length].map(({ buffer }) => buffer);
}

/** About so many octets come at once. */
const PIECE = 1 << 18;

/**
 * Every row in the order of the places, each after `between`, but for the first one. No two of `parts` have one row. A piece
 * is good until the next one is asked for: they share their memory, since memory that is asked for sets off collections.
 */
export function* rowPieces(parts: readonly RowOctets[], between: string): Iterable<Uint8Array> {
  const comma = Buffer.from(between);
  let piece = Buffer.allocUnsafeSlow(PIECE);
  let used = 0;
  let isFirst = true;
  for (const row of rowsIn(parts)) {
    const before = isFirst ? 0 : comma.length;
    if (used + before + row.length > piece.length) {
      yield piece.subarray(0, used);
      if (piece.length < before + row.length) piece = Buffer.allocUnsafeSlow(before + row.length);
      used = 0;
    }
    if (!isFirst) piece.set(comma, used);
    isFirst = false;
    piece.set(row, used + before);
    used += before + row.length;
  }
  if (used > 0) yield piece.subarray(0, used);
}

function* rowsIn(parts: readonly RowOctets[]): Iterable<Uint8Array> {
  const rows = Math.max(0, ...parts.map(({ length }) => length.length));
  for (let at = 0; at < rows; at += 1) {
    for (const { blocks, block, start, length } of parts) {
      const octets = length[at] ?? 0;
      const from = start[at] ?? 0;
      if (octets > 0) yield (blocks[block[at] ?? 0] ?? NOTHING).subarray(from, from + octets);
    }
  }
}

const NOTHING = new Uint8Array(0);
