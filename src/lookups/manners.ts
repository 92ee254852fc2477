// What a run has learnt of its servers: one that refuses question after question is left alone for a while, one that stays
// silent is waited for less. Nothing is skipped unsaid, and a single answer restores trust. Pace between single questions
// is pace.ts.
import type { Clock } from '../model/clock.ts';
import { addDays, type Instant, instantAt, isBefore, millisecondsOf } from '../model/instant.ts';
import type { FailureKind } from '../model/seen/failure.ts';

/** One refusal may concern one name; so many in a row concern the asker. */
const REFUSALS_IN_A_ROW = 5;

/** Seconds that such a server is left alone, unless it asks for more; an hour at most. */
const QUIET = 60;
const LONGEST_QUIET = 3600;

/** Three lost questions may be chance. After that a name costs two seconds and not ten: ninety names would cost a quarter of an hour. */
const SILENCES_IN_A_ROW = 3;
const SHORT_MS = 2000;

const SILENT: ReadonlySet<FailureKind> = new Set(['timeout', 'incomplete', 'unreachable']);

type Leave =
  | { readonly ask: true; readonly deadlineMs: number; readonly because?: string }
  | { readonly ask: false; readonly why: string };

export interface Manners {
  /** To be asked when the server's turn has come: how long to wait for its answer, or why it is left alone. */
  leave(server: string): Leave;
  answered(server: string): void;
  failed(server: string, failure: FailureKind, retryAfter?: number): void;
}

interface Past {
  readonly refusals: number;
  readonly silences: number;
  readonly until?: Instant;
}

const NOTHING: Past = { refusals: 0, silences: 0 };

/** Goes by the clock of the run, so that a rehearsal's next day starts afresh. */
export function makeManners(clock: Clock, usualMs: number): Manners {
  const pasts = new Map<string, Past>();
  const pastOf = (server: string): Past => pasts.get(server) ?? NOTHING;
  return {
    leave(server) {
      const { until, silences } = pastOf(server);
      if (until !== undefined && isStill(clock.now(), until)) {
        return {
          ask: false,
          why: `not asked: it refused ${REFUSALS_IN_A_ROW} questions in a row, left alone until ${until}`,
        };
      }
      if (silences < SILENCES_IN_A_ROW || usualMs <= SHORT_MS) return { ask: true, deadlineMs: usualMs };
      return {
        ask: true,
        deadlineMs: SHORT_MS,
        because: `waited ${SHORT_MS / 1000} s: it was silent ${silences} times in a row`,
      };
    },
    answered: (server) => void pasts.delete(server),
    failed(server, failure, retryAfter) {
      const { refusals, silences } = pastOf(server);
      if (failure === 'rate-limited') pasts.set(server, refused(clock, refusals + 1, retryAfter));
      else if (SILENT.has(failure)) pasts.set(server, { refusals: 0, silences: silences + 1 });
      else if (failure !== 'interrupted' && failure !== 'guarded') pasts.delete(server);
    },
  };
}

function refused(clock: Clock, refusals: number, retryAfter = 0): Past {
  if (refusals < REFUSALS_IN_A_ROW) return { refusals, silences: 0 };
  const quiet = Math.min(Math.max(retryAfter, QUIET), LONGEST_QUIET);
  // One less, so that a first refusal after the quiet brings the next quiet.
  return { refusals: REFUSALS_IN_A_ROW - 1, silences: 0, until: instantAt(millisecondsOf(clock.now()) + quiet * 1000) };
}

/** A clock that was set back must not silence a server for long. */
function isStill(now: Instant, until: Instant): boolean {
  return isBefore(now, until) && isBefore(until, addDays(now, 1));
}
