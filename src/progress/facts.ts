// How a fact is said, and how the lack of one is: never looked up, not asked this time, or asked in vain (law 4).
import type { Fact } from '../model/judged/dossier.ts';
import { FAILURE_CAUSES, FAILURES, type FailureCause, type FailureKind } from '../model/seen/failure.ts';

export type Unknown = Fact<never> & { readonly known: false };

const NONE: readonly string[] = [];

export const NEVER_CHECKED: Unknown = {
  known: false,
  word: 'never-checked',
  reason: 'never looked up',
  citations: NONE,
};

/** A look at it may be on record, of a clock that was ahead. */
export const NOT_YET_CHECKED: Unknown = {
  ...NEVER_CHECKED,
  word: 'not-yet-counted',
  reason: 'no look at it counts yet',
};

export const NOT_ASKED: Unknown = {
  known: false,
  word: 'not-asked',
  reason: 'the last run did not ask for it',
  citations: NONE,
};

export function known<T>(value: T, citations: readonly string[], notes?: readonly string[]): Fact<T> {
  return notes === undefined || notes.length === 0
    ? { known: true, value, citations }
    : { known: true, value, citations, notes };
}

export function notKnown(word: string, reason: string, citations: readonly string[]): Unknown {
  return { known: false, word, reason, citations };
}

/** A question that was asked in vain. */
export interface Failed {
  readonly failure: FailureKind;
  /** In which way, where that is known: it says more than the kind. */
  readonly cause?: FailureCause;
  readonly id?: string;
  /** Who failed, as a sentence names it: `RDAP`, `a.gtld-servers.net 192.5.6.30`. */
  readonly who: string;
}

/** Kinds that only say that nobody was asked: another failure tells more. */
const IDLE: ReadonlySet<FailureKind> = new Set(['no-server', 'not-asked', 'not-needed', 'interrupted']);

/** Unknown because all of these failed. There is at least one. */
export function inVain(failures: readonly Failed[]): Unknown {
  const told = failures.find(({ failure }) => !IDLE.has(failure)) ?? failures[0];
  if (told === undefined) return NOT_ASKED;
  return notKnown(told.failure, failures.map(failureText).join('; '), idsOf(failures));
}

export function failureText({ who, failure, cause }: Failed): string {
  return cause === undefined ? `${who}: ${FAILURES[failure]}` : `${who}: it ${FAILURE_CAUSES[cause]}`;
}

function idsOf(failures: readonly Failed[]): readonly string[] {
  return failures.flatMap(({ id }) => (id === undefined ? [] : [id]));
}
