// What changed between two looks at a case: the names whose answer to "transferred?", "sinkholed?" or "done?" is another one.
import type { Instant } from '../model/instant.ts';
import type { Name } from '../model/name.ts';
import type { FacetVerdict, NameProgress, Progress } from '../model/progress.ts';
import { type ProgressQuestion, summaryOf } from './progress.ts';

export const FACETS = ['transferred', 'sinkholed', 'done'] as const;
export type Facet = (typeof FACETS)[number];

export interface Change {
  readonly name: Name;
  readonly facet: Facet;
  readonly from: FacetVerdict;
  readonly to: FacetVerdict;
}

export interface Difference {
  /** The run that is compared with; absent when there was none. */
  readonly since?: Instant;
  readonly changes: readonly Change[];
}

/** Of a name what is compared, and nothing else of its row. */
export type Answers = Pick<NameProgress, 'name' | Facet>;

/** An earlier look, as it is kept while the world is asked: rows of a hundred thousand names would lie about for nothing. */
export interface Before extends Pick<Progress, 'lastRun' | 'unfinished'> {
  readonly names: readonly Answers[];
}

export function beforeOf(question: ProgressQuestion): Before {
  const names: Answers[] = [];
  const summary = summaryOf(question, ({ name, transferred, sinkholed, done }) => {
    names.push({ name, transferred, sinkholed, done });
  });
  const { lastRun, unfinished } = summary;
  return { unfinished, names, ...(lastRun && { lastRun }) };
}

/** In the order of the later one's names; a name that only one of them has is no change of its verdicts. */
export function differenceOf(before: Pick<Before, 'lastRun' | 'names'>, after: Progress): Difference {
  const rows = new Map(before.names.map((row) => [row.name, row]));
  const changes = after.names.flatMap((row) => changesOf(rows.get(row.name), row));
  return { changes, ...(before.lastRun === undefined ? {} : { since: before.lastRun.ended }) };
}

function changesOf(before: Answers | undefined, after: NameProgress): readonly Change[] {
  if (before === undefined) return [];
  return FACETS.filter((facet) => before[facet] !== after[facet]).map((facet) => ({
    name: after.name,
    facet,
    from: before[facet],
    to: after[facet],
  }));
}
