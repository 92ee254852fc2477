// Something wrong in an input, with its place. Problems are values, collected and shown all at once.

export interface Place {
  /** As the person would name it: relative to the working folder. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** From 1, in characters. */
  readonly column: number;
  /** How many characters the caret covers; 1 when only a point is known. */
  readonly length: number;
  /** The line as it stands in the file, for the excerpt; of a very long line the part around the place. */
  readonly excerpt: string;
  /** The column of the excerpt's first character, where that is not 1. */
  readonly excerptColumn?: number;
}

export interface Problem {
  /** Kebab case, one of casefile/codes.ts. */
  readonly code: string;
  readonly severity: 'error' | 'warning';
  readonly message: string;
  /** What to do about it. */
  readonly hint?: string;
  readonly place?: Place;
}

export type Checked<T> =
  | { readonly ok: true; readonly value: T; readonly problems: readonly Problem[] }
  | { readonly ok: false; readonly problems: readonly Problem[] };
