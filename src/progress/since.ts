// What changed since an earlier instant: the answers of every name then, kept small, and held against those of now.
import type { FacetVerdict, NameProgress } from '../model/judged/progress.ts';
import { type AnswerCode, answersOf, changesBetween, type Facet } from './answers.ts';

type ChangeKind = 'newly-met' | 'reverted' | 'newly-unknown' | 'newly-unmet' | 'newly-ordered' | 'no-longer-ordered';

interface ChangeSince {
  readonly name: string;
  readonly facet: Facet;
  readonly from: FacetVerdict;
  readonly to: FacetVerdict;
  readonly what: ChangeKind;
}

/** A row as reports have it. */
interface Now {
  readonly name: string;
  readonly transferred: FacetVerdict;
  readonly sinkholed: FacetVerdict;
  readonly doneVerdict: FacetVerdict;
}

interface Then {
  /** Once a name, as it was. */
  add(row: NameProgress): void;
  /** How it differs now. */
  changes(now: Now): readonly ChangeSince[];
}

export function openThen(): Then {
  const answers = new Map<string, AnswerCode>();
  return {
    add: (row) => void answers.set(row.name, answersOf(row)),
    changes({ name, transferred, sinkholed, doneVerdict: done }) {
      const now = answersOf({ transferred, sinkholed, done });
      return changesBetween(answers.get(name) ?? now, now).map(({ facet, from, to }) => {
        return { name, facet, from, to, what: kindOf(from, to) };
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
