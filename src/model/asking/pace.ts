// Turns at a server, as the runs of one machine tell each other of them: the limits, and the book in which they are reserved.

export interface PaceLimit {
  readonly atOnce: number;
  /** Milliseconds between two starts. */
  readonly apart: number;
}

/** What the runs of one machine know of each other's turns. It never waits: who finds it taken asks again. */
export interface PaceBook {
  reserve(server: string, wanted: WantedTurns): ReservedTurns;
  /** Nobody starts anything at the server for so many milliseconds. */
  holdOff(server: string, milliseconds: number): void;
}

export interface WantedTurns {
  readonly limit: PaceLimit;
  /** How many wait here. */
  readonly turns: number;
}

export type ReservedTurns =
  /** In how many milliseconds each turn may start; one at least. `leave` is called at the end of each. */
  | { readonly ok: true; readonly inMs: readonly number[]; leave(): void }
  /** In how many milliseconds to ask again. */
  | { readonly ok: false; readonly againMs: number };
