// Chance that is the same every time: numbers out of a seed and a text. No other source of chance in this room.
import { createHash } from 'node:crypto';

/** A whole number from 0 to `below` - 1 that depends on the seed and the text alone. */
export function pick(seed: string, text: string, below: number): number {
  return createHash('sha256').update(`${seed}\n${text}`).digest().readUInt32BE(0) % below;
}

/** So many octets (at most 64) that depend on the seed and the text alone. */
export function octetsFrom(seed: string, text: string, count: number): Uint8Array {
  return Uint8Array.from(createHash('sha512').update(`${seed}\n${text}`).digest().subarray(0, count));
}
