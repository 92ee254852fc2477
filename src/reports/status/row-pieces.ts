// Kept rows put in the order of the schedules and written out in large pieces, with what their stand-ins stand for.
import type { RowOctets } from './row-octets.ts';
import { ROW_START } from './row-text.ts';
import { MARK, NUMBER_LENGTH, numberIn } from './stand-in.ts';

/** About so many octets come at once: a joined string that fits a processor's cache becomes octets in half the time. */
const PIECE = 1 << 16;

/**
 * Every row in the order of the places, each after `between`, but for the first one. No two of `parts` have one row. A piece
 * is good until the next one is asked for: they share their memory, since memory that is asked for sets off collections.
 */
export function* rowPieces(parts: readonly RowOctets[], between: string): Iterable<Uint8Array> {
  const readers = parts.map(openRows);
  const rows = Math.max(0, ...parts.map(({ length }) => length.length));
  let memory = Buffer.allocUnsafe(PIECE * 2);
  let [piece, before] = ['', ''];
  const written = (): Uint8Array => {
    if (memory.length < piece.length) memory = Buffer.allocUnsafe(piece.length);
    return memory.subarray(0, memory.write(piece, 'latin1'));
  };
  for (let at = 0; at < rows; at += 1) {
    for (const rowAt of readers) {
      const row = rowAt(at);
      if (row === undefined) continue;
      piece += before + row;
      before = between;
      if (piece.length < PIECE) continue;
      yield written();
      piece = '';
    }
  }
  if (piece !== '') yield written();
}

/** Octets as the characters of their numbers: joining strings costs less than copying octets, and they become octets again. */
function characters(text: string): string {
  return Buffer.from(text).toString('latin1');
}

/** Gives the row at a place with everything in it; `undefined`: it is not here. */
function openRows({ blocks, block, start, length, repeated }: RowOctets): (at: number) => string | undefined {
  const around = repeated.map(({ before, after }) => ({ before: characters(before), after: characters(after) }));
  const buffers = blocks.map(({ buffer }) => Buffer.from(buffer));
  return (at) => {
    const stored = length[at] ?? 0;
    if (stored === 0) return undefined;
    const from = start[at] ?? 0;
    const [head = '', ...rest] = (buffers[block[at] ?? 0] ?? NOTHING)
      .toString('latin1', from, from + stored)
      .split(MARK);
    const name = head.slice(ROW_START.length, head.indexOf('"', ROW_START.length));
    let row = head;
    for (const text of rest) {
      const { before, after } = around[numberIn(text)] ?? NO_PAIR;
      row += before + name + after + text.slice(NUMBER_LENGTH);
    }
    return row;
  };
}

const NOTHING = Buffer.alloc(0);
const NO_PAIR = { before: '', after: '' };
