// The SHA-256 of octets or of a text (in UTF-8), as it is written everywhere here: 64 small hexadecimal figures.
import { createHash } from 'node:crypto';

export function sha256(content: Uint8Array | string): string {
  return createHash('sha256').update(content).digest('hex');
}
