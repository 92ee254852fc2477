// The lines of a large file, in one pass, with a bounded piece of it in memory. Files of a run are ASCII, so an octet is a
// character; a line longer than any that is written here ends the reading.
import { fill } from './files.ts';

export interface LineAt {
  /** Without its line break. */
  readonly text: string;
  readonly offset: number;
  /** False for octets after the last line break. */
  readonly whole: boolean;
}

export interface Span {
  readonly from: number;
  readonly to: number;
  /** Sees every octet that was read, once, in order. */
  readonly watch?: (octets: Uint8Array) => void;
}

/** Small enough that a piece lives and dies in the young part of the heap. */
const PIECE = 1 << 16;
const LONGEST_LINE = 1 << 24;

export function* linesOf(handle: number, { from, to, watch }: Span): Generator<LineAt> {
  let rest = '';
  let offset = from;
  const scratch = Buffer.allocUnsafe(Math.min(PIECE, Math.max(0, to - from)));
  for (let at = from; at < to; ) {
    const piece = fill(handle, at, scratch.subarray(0, to - at));
    if (piece.length === 0) break;
    watch?.(piece);
    at += piece.length;
    const text = rest + piece.toString('latin1');
    let start = 0;
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
      yield { text: text.slice(start, end), offset, whole: true };
      offset += end + 1 - start;
      start = end + 1;
    }
    rest = text.slice(start);
    if (rest.length > LONGEST_LINE) break;
  }
  if (rest !== '') yield { text: rest, offset, whole: false };
}
