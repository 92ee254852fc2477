// The lines of a large file, in one pass, with a bounded piece of it in memory. Files of a run are ASCII, so an octet is a
// character; a line longer than any that is written here ends the reading.
import { fill } from './files.ts';
import type { Passes } from './others.ts';

export interface LineAt {
  /** Without its line break. */
  readonly text: string;
  readonly offset: number;
  /** False for octets after the last line break. */
  readonly whole: boolean;
  /** How many lines before it were passed over. */
  readonly passed: number;
}

export interface Span {
  readonly from: number;
  readonly to: number;
  /** Sees every octet that was read, once, in order. */
  readonly watch?: (octets: Uint8Array) => void;
  /** Lines that it is true of do not come. */
  readonly passes?: Passes;
}

const PIECE = 1 << 18;
const LONGEST_LINE = 1 << 24;
const BREAK = 0x0a;

/** Each text is a string of its own: parts of one large text would keep all of it in memory. */
export function* linesOf(handle: number, { from, to, watch, passes }: Span): Generator<LineAt> {
  let scratch: Buffer = Buffer.allocUnsafe(Math.min(PIECE, Math.max(0, to - from)));
  let offset = from;
  let held = 0;
  let passed = 0;
  for (let at = from; at < to; ) {
    if (held === scratch.length) scratch = longer(scratch);
    const piece = fill(handle, at, scratch.subarray(held, held + to - at));
    if (piece.length === 0) break;
    watch?.(piece);
    at += piece.length;
    const read = scratch.subarray(0, held + piece.length);
    let start = 0;
    for (let end = read.indexOf(BREAK, held); end >= 0; end = read.indexOf(BREAK, start)) {
      if (passes?.(read, start) === true) passed += 1;
      else {
        yield { text: read.toString('latin1', start, end), offset, whole: true, passed };
        passed = 0;
      }
      offset += end + 1 - start;
      start = end + 1;
    }
    held = scratch.copy(scratch, 0, start, read.length);
    if (held > LONGEST_LINE) break;
  }
  if (held > 0) yield { text: scratch.toString('latin1', 0, held), offset, whole: false, passed };
}

/** Room for a line that is longer than the piece. */
function longer(scratch: Buffer): Buffer {
  const room = Buffer.allocUnsafe(scratch.length * 2);
  scratch.copy(room);
  return room;
}
