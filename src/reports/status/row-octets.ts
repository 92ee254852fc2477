// Rows of `status --json`, each written once, as soon as it is made, and kept as octets outside the heap: a hundred thousand rows
// kept as values are copied by every collection of garbage. They come in any order, from any thread; row-pieces.ts puts
// them in theirs.
import type { NameProgress } from '../../model/judged/progress.ts';
import { openRowTexts } from './row-text.ts';
import type { Repeated } from './stand-in.ts';

/** Plain data: it may be handed to another thread, and its memory with it. */
export interface RowOctets {
  readonly blocks: readonly Uint8Array<ArrayBuffer>[];
  /** By place: in which block a row stands, and where in it; a length of 0 says that it is not here. */
  readonly block: Uint16Array<ArrayBuffer>;
  readonly start: Uint32Array<ArrayBuffer>;
  readonly length: Uint32Array<ArrayBuffer>;
  /** What the stand-ins in the rows stand for. */
  readonly repeated: readonly Repeated[];
}

interface RowBook {
  add(row: NameProgress, at: number): void;
  octets(): RowOctets;
}

/** Memory that is not written to costs nothing. */
const BLOCK = 1 << 22;
/** Of one UTF-16 unit in UTF-8. */
const LONGEST_UNIT = 3;

export function openRowBook(rows: number): RowBook {
  const texts = openRowTexts();
  const blocks: Uint8Array<ArrayBuffer>[] = [];
  const [block, start, length] = [new Uint16Array(rows), new Uint32Array(rows), new Uint32Array(rows)];
  let open: Buffer<ArrayBuffer> = Buffer.alloc(0);
  let used = 0;
  return {
    add(row, at) {
      const text = texts.of(row);
      const room = text.length * LONGEST_UNIT;
      if (open.length - used < room) {
        open = Buffer.allocUnsafeSlow(Math.max(BLOCK, room));
        blocks.push(new Uint8Array(open.buffer));
        used = 0;
      }
      block[at] = blocks.length - 1;
      start[at] = used;
      const written = open.write(text, used);
      length[at] = written;
      used += written;
    },
    octets: () => ({ blocks, block, start, length, repeated: texts.repeated() }),
  };
}

/** The pieces of memory that can change hands. */
export function memoryOf({ blocks, block, start, length }: RowOctets): ArrayBuffer[] {
  return [...blocks, block, start, length].map(({ buffer }) => buffer);
}
