// Files read from their top, a piece at a time: evidence may be larger than memory.
import { createHash } from 'node:crypto';
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

/** SHA-256 of the whole file, hexadecimal. */
export function digestOf(handle: number): string {
  const hash = createHash('sha256');
  for (const piece of piecesOf(handle)) hash.update(piece);
  return hash.digest('hex');
}
