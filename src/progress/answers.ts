// What every name answers to "transferred?", "sinkholed?" and "done?", an octet a name outside the heap: whoever compares two
// looks keeps these and lets the rows go.

import type { FacetVerdict, NameProgress } from '../model/judged/progress.ts';
import type { Name } from '../model/name.ts';

export const FACETS = ['transferred', 'sinkholed', 'done'] as const;
export type Facet = (typeof FACETS)[number];

/** All answers of one name. */
export type AnswerCode = number;

/** By their number, of two bits. */
export const ANSWERS: readonly FacetVerdict[] = ['met', 'unmet', 'unknown', 'not-ordered'];
const BITS = 2;
const MASK = (1 << BITS) - 1;

export function answersOf(row: Readonly<Record<Facet, FacetVerdict>>): AnswerCode {
  return FACETS.reduce((code, facet, at) => code | (ANSWERS.indexOf(row[facet]) << (at * BITS)), 0);
}

export interface FacetChange {
  readonly facet: Facet;
  readonly from: FacetVerdict;
  readonly to: FacetVerdict;
}

/** None where the answers are the same. */
export function changesBetween(before: AnswerCode, after: AnswerCode): readonly FacetChange[] {
  if (before === after) return [];
  return FACETS.flatMap((facet, at) => {
    const [from, to] = [verdictIn(before, at), verdictIn(after, at)];
    return from === to ? [] : [{ facet, from, to }];
  });
}

function verdictIn(code: AnswerCode, at: number): FacetVerdict {
  return ANSWERS[(code >> (at * BITS)) & MASK] ?? 'not-ordered';
}

export interface Answers {
  /** Once a name, in any order; `at` is its place in the order of the schedules. */
  add(row: Pick<NameProgress, 'name' | Facet>, at: number): void;
  of(name: Name): AnswerCode | undefined;
  /** In the order of the schedules. */
  all(): Iterable<readonly [Name, AnswerCode]>;
}

/** Of so many names. */
export function openAnswers(count: number): Answers {
  const places = new Map<Name, number>();
  const names = new Array<Name | undefined>(count);
  const codes = new Uint8Array(count);
  return {
    add(row, at) {
      places.set(row.name, at);
      names[at] = row.name;
      codes[at] = answersOf(row);
    },
    of(name) {
      const at = places.get(name);
      return at === undefined ? undefined : codes[at];
    },
    *all() {
      for (const [at, name] of names.entries()) if (name !== undefined) yield [name, codes[at] ?? 0];
    },
  };
}

export function answersIn(rows: readonly NameProgress[]): Answers {
  const answers = openAnswers(rows.length);
  for (const [at, row] of rows.entries()) answers.add(row, at);
  return answers;
}
