// What changed since an earlier instant: the answers of every name then, kept small, and held against those of now.
import type { FacetVerdict, NameProgress } from '../model/progress.ts';
import { FACETS, type Facet } from './difference.ts';

/** The answers of a name at an earlier instant, in the order of `FACETS`. */
export type Answers = readonly [FacetVerdict, FacetVerdict, FacetVerdict];

export type ChangeKind =
  | 'newly-met'
  | 'reverted'
  | 'newly-unknown'
  | 'newly-unmet'
  | 'newly-ordered'
  | 'no-longer-ordered';

export interface ChangeSince {
  readonly name: string;
  readonly facet: Facet;
  readonly from: FacetVerdict;
  readonly to: FacetVerdict;
  readonly what: ChangeKind;
}

/** A row as reports have it. */
export interface Now {
  readonly name: string;
  readonly transferred: FacetVerdict;
  readonly sinkholed: FacetVerdict;
  readonly doneVerdict: FacetVerdict;
}

export interface Then {
  /** Once a name, as it was. */
  add(row: NameProgress): void;
  /** How it differs now. */
  changes(now: Now): readonly ChangeSince[];
}

export function openThen(): Then {
  const answers = new Map<string, Answers>();
  return {
    add: (row) => void answers.set(row.name, [row.transferred, row.sinkholed, row.done]),
    changes({ name, transferred, sinkholed, doneVerdict }) {
      const before = answers.get(name);
      if (before === undefined) return [];
      const now: Answers = [transferred, sinkholed, doneVerdict];
      return FACETS.flatMap((facet, at) => {
        const [from, to] = [before[at] ?? 'not-ordered', now[at] ?? 'not-ordered'];
        return from === to ? [] : [{ name, facet, from, to, what: kindOf(from, to) }];
      });
    },
  };
}

function kindOf(from: FacetVerdict, to: FacetVerdict): ChangeKind {
  switch (to) {
    case 'met':
      return 'newly-met';
    case 'unknown':
      return from === 'not-ordered' ? 'newly-ordered' : 'newly-unknown';
    case 'not-ordered':
      return 'no-longer-ordered';
    case 'unmet':
      if (from === 'met') return 'reverted';
      return from === 'not-ordered' ? 'newly-ordered' : 'newly-unmet';
  }
}
