// Pieces of a document gathered into blocks for a disk or a pipe. A row or so makes a piece, and a write for each of a hundred thousand
// takes longer than what it writes.

/** In their order; each is good until the next one is asked for. */
export type Pieces = Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>;

/** About one write. */
const BLOCK = 1 << 16;

/** Octets are handed on as they come, and are good until the next block is asked for. */
export async function* inBlocks(pieces: Pieces): AsyncIterable<Uint8Array> {
  let block = '';
  for await (const piece of pieces) {
    if (typeof piece === 'string') {
      block += piece;
      if (block.length < BLOCK) continue;
    }
    if (block !== '') yield Buffer.from(block);
    block = '';
    if (typeof piece !== 'string') yield piece;
  }
  if (block !== '') yield Buffer.from(block);
}
