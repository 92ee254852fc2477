// The SHA-256 of octets or of a text (in UTF-8), as it is written everywhere here: 64 small hexadecimal figures.
import { createHash } from 'node:crypto';

export function sha256(content: Uint8Array | string): string {
  return createHash('sha256').update(content).digest('hex');
}

/** Of pieces as if they stood in one: where one ends and the next begins makes no difference. */
export function sha256OfAll(pieces: Iterable<Uint8Array | string>): string {
  const hash = createHash('sha256');
  for (const piece of pieces) hash.update(piece);
  return hash.digest('hex');
}
