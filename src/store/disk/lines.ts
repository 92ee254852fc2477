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

interface Span {
  readonly from: number;
  readonly to: number;
  /** Sees every octet that was read, once, in order. */
  readonly watch?: (octets: Uint8Array) => void;
  /** Texts may be parts of a larger one, for whoever lets go of a line before many more have come. */
  readonly shared?: boolean;
}

const PIECE = 1 << 16;
const LONGEST_LINE = 1 << 24;

/** Else each text is a string of its own: a part of a larger one keeps all of that in memory. */
export function* linesOf(handle: number, { from, to, watch, shared = false }: Span): Generator<LineAt> {
  let scratch: Buffer = Buffer.allocUnsafe(Math.min(PIECE, Math.max(0, to - from)));
  let offset = from;
  let held = 0;
  for (let at = from; at < to; ) {
    if (held === scratch.length) scratch = longer(scratch);
    const piece = fill(handle, at, scratch.subarray(held, held + to - at));
    if (piece.length === 0) break;
    watch?.(piece);
    at += piece.length;
    const read = scratch.toString('latin1', 0, held + piece.length);
    let start = 0;
    for (let end = read.indexOf('\n', held); end >= 0; end = read.indexOf('\n', start)) {
      yield { text: shared ? read.slice(start, end) : scratch.toString('latin1', start, end), offset, whole: true };
      offset += end + 1 - start;
      start = end + 1;
    }
    held = scratch.copy(scratch, 0, start, read.length);
    if (held > LONGEST_LINE) break;
  }
  if (held > 0) yield { text: scratch.toString('latin1', 0, held), offset, whole: false };
}

/** Room for a line that is longer than the piece. */
function longer(scratch: Buffer): Buffer {
  const room = Buffer.allocUnsafe(scratch.length * 2);
  scratch.copy(room);
  return room;
}
