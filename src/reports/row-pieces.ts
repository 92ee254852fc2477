// Kept rows put in the order of the schedules and written out in large pieces, with what their stand-ins stand for.
import type { RowOctets } from './row-octets.ts';
import { FIRST_STAND_IN, ROW_START, STAND_IN } from './row-text.ts';

/** About so many octets come at once. */
const PIECE = 1 << 18;

/**
 * Every row in the order of the places, each after `between`, but for the first one. No two of `parts` have one row. A piece
 * is good until the next one is asked for: they share their memory, since memory that is asked for sets off collections.
 */
export function* rowPieces(parts: readonly RowOctets[], between: string): Iterable<Uint8Array> {
  const comma = Buffer.from(between);
  const readers = parts.map(openRows);
  const rows = Math.max(0, ...parts.map(({ length }) => length.length));
  let piece = new Uint8Array(PIECE);
  let used = 0;
  let before: Uint8Array = NOTHING;
  for (let at = 0; at < rows; at += 1) {
    for (const reader of readers) {
      const size = reader.find(at);
      if (size === 0) continue;
      if (used + before.length + size > piece.length) {
        if (used > 0) yield piece.subarray(0, used);
        if (piece.length < before.length + size) piece = new Uint8Array(before.length + size);
        used = 0;
      }
      piece.set(before, used);
      used = reader.write(piece, used + before.length);
      before = comma;
    }
  }
  if (used > 0) yield piece.subarray(0, used);
}

interface RowReader {
  /** How many octets the row at this place comes to; 0: it is not here. */
  find(at: number): number;
  /** Writes the row that was found, from `to` on, and says where it ends. */
  write(piece: Uint8Array, to: number): number;
}

function openRows({ blocks, block, start, length, repeated }: RowOctets): RowReader {
  const around = repeated.map(({ before, after }) => [Buffer.from(before), Buffer.from(after)] as const);
  let octets: Uint8Array = NOTHING;
  let name: Uint8Array = NOTHING;
  let [from, end] = [0, 0];
  /** Where the stand-ins of the row are. */
  const places: number[] = [];
  const pairAt = (place: number) => around[(octets[place + 1] ?? 0) - FIRST_STAND_IN] ?? NO_PAIR;
  return {
    find(at) {
      const stored = length[at] ?? 0;
      if (stored === 0) return 0;
      octets = blocks[block[at] ?? 0] ?? NOTHING;
      from = start[at] ?? 0;
      end = from + stored;
      places.length = 0;
      const named = from + ROW_START.length;
      name = octets.subarray(named, octets.indexOf(QUOTE, named));
      let size = stored;
      for (let place = octets.indexOf(STAND_IN, from); place >= 0 && place < end; ) {
        const [before, after] = pairAt(place);
        places.push(place);
        size += before.length + name.length + after.length - LENGTH;
        place = octets.indexOf(STAND_IN, place + LENGTH);
      }
      return size;
    },
    write(piece, to) {
      let read = from;
      let written = to;
      const put = (part: Uint8Array) => {
        piece.set(part, written);
        written += part.length;
      };
      for (const place of places) {
        const [before, after] = pairAt(place);
        put(octets.subarray(read, place));
        put(before);
        put(name);
        put(after);
        read = place + LENGTH;
      }
      put(octets.subarray(read, end));
      return written;
    },
  };
}

const QUOTE = 0x22;
/** Of a stand-in. */
const LENGTH = 2;
const NOTHING = new Uint8Array(0);
const NO_PAIR = [NOTHING, NOTHING] as const;
