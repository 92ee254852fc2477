// Files read from their top, a piece at a time: evidence may be larger than memory.
import { sha256OfAll } from '../../model/sha256.ts';
import { readPart } from './files.ts';

const PIECE = 1 << 20;

/** To the end, or so many octets. */
export function* piecesOf(handle: number, length = Number.POSITIVE_INFINITY): Generator<Uint8Array> {
  for (let at = 0; at < length; ) {
    const piece = readPart(handle, at, Math.min(PIECE, length - at));
    if (piece.length === 0) return;
    yield piece;
    at += piece.length;
  }
}

/** SHA-256 of the whole file, or of its first octets, hexadecimal. */
export function digestOf(handle: number, length?: number): string {
  return sha256OfAll(piecesOf(handle, length));
}
