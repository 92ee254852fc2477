// What changed between two looks at a case: the names whose answer to "transferred?", "sinkholed?" or "done?" is another one.
import type { Instant } from '../model/instant.ts';
import type { Summary } from '../model/judged/progress.ts';
import type { Name } from '../model/name.ts';
import { type Answers, changesBetween, type FacetChange, openAnswers } from './answers.ts';
import { openProgress, type ProgressQuestion } from './progress.ts';

export interface Change extends FacetChange {
  readonly name: Name;
}

export interface Difference {
  /** The run that is compared with; absent when there was none. */
  readonly since?: Instant;
  /** Made when they are asked for: nearly every name of a large case may have changed. */
  readonly changes: Iterable<Change>;
}

/** An earlier look, as it is kept while the world is asked: rows of a hundred thousand names would lie about for nothing. */
export interface Before extends Pick<Summary, 'lastRun' | 'unfinished'> {
  readonly answers: Answers;
}

export function beforeOf(question: ProgressQuestion): Before {
  const opened = openProgress(question);
  const answers = openAnswers(opened.names);
  const { lastRun, unfinished } = opened.join(opened.all(answers.add));
  return { unfinished, answers, ...(lastRun && { lastRun }) };
}

/** In the order of the later one's names; a name that only one of them has is no change of its verdicts. */
export function differenceOf({ lastRun, answers }: Pick<Before, 'lastRun' | 'answers'>, after: Answers): Difference {
  return {
    ...(lastRun && { since: lastRun.ended }),
    changes: {
      *[Symbol.iterator]() {
        for (const [name, now] of after.all()) {
          for (const change of changesBetween(answers.of(name) ?? now, now)) yield { name, ...change };
        }
      },
    },
  };
}
