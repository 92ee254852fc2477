// Small octets side by side in larger blocks. Memory of its own for each message costs more than the message, and thousands of
// such are dear to look after; and what the engine keeps within its own heap would be moved out of it before it is sent.

const BLOCK = 8192;

/** Longer ones get memory of their own: what is left of a block would be lost. */
const LONGEST = BLOCK / 8;

let block = new ArrayBuffer(BLOCK);
let taken = 0;

/** So many octets, all zero. */
export function room(length: number): Uint8Array {
  if (length > LONGEST) return new Uint8Array(length);
  if (taken + length > BLOCK) {
    block = new ArrayBuffer(BLOCK);
    taken = 0;
  }
  const octets = new Uint8Array(block, taken, length);
  taken += length;
  return octets;
}

/** A copy. */
export function shelved(octets: Uint8Array): Uint8Array {
  const copy = room(octets.length);
  copy.set(octets);
  return copy;
}
