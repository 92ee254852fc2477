// Rows of a report as they are kept between judging and writing: numbers outside the heap and the texts that they have in common. A
// hundred thousand rows are some 30 MB so, where their JSON text is 300. Written by keep.ts, read back by read.ts.

/** Plain data: it may be handed to another thread, and its memory with it. */
export interface KeptRows {
  readonly blocks: readonly Int32Array<ArrayBuffer>[];
  /** By place: in which block a row stands, and where in it; a start of 0 says that it is not here. */
  readonly block: Uint16Array<ArrayBuffer>;
  readonly start: Uint32Array<ArrayBuffer>;
  readonly texts: readonly string[];
  readonly clauses: readonly KeptClause[];
}

/** What each finding of a clause says of it. */
export interface KeptClause {
  readonly id: string;
  readonly order: string;
  readonly paragraph: string;
  readonly relief: string;
}

/** The pieces of memory that can change hands. */
export function memoryOfKept({ blocks, block, start }: KeptRows): ArrayBuffer[] {
  return [...blocks, block, start].map(({ buffer }) => buffer);
}

/** Where each answer (progress/answers.ts) and each flag of a row begins, as bits of one number. */
export const BITS = {
  transferred: 0,
  sinkholed: 2,
  doneVerdict: 4,
  released: 6,
  reverted: 7,
  overdue: 8,
  expiring: 9,
} as const;
/** Of a finding: its clause stands above its answer. */
export const CLAUSE_SHIFT = 2;
