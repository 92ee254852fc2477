// Numbers in a row, as octets outside the heap, in blocks: a column of a million grows without being copied, and nothing of it
// is looked at when garbage is collected.

interface Column {
  /** Zero where nothing was set. */
  get(at: number): number;
  set(at: number, value: number): void;
}

const BITS = 13;
const BLOCK = 1 << BITS;

type Numbers = Float64Array | Int32Array | Uint32Array | Uint8Array;

/** `Kind` says which numbers: as a whole, with a sign, with a fraction or large. */
export function openColumn(Kind: new (length: number) => Numbers): Column {
  const blocks: (Numbers | undefined)[] = [];
  return {
    get: (at) => blocks[at >>> BITS]?.[at & (BLOCK - 1)] ?? 0,
    set(at, value) {
      const number = at >>> BITS;
      const block = blocks[number] ?? new Kind(BLOCK);
      blocks[number] = block;
      block[at & (BLOCK - 1)] = value;
    },
  };
}
