// Servers that refuse question after question are left alone for a while, so that a run ends and nobody is hammered.
// Counts refusals in a row; the pace of single questions is pace.ts.
import type { Clock } from '../model/clock.ts';
import { addDays, type Instant, instantAt, isBefore, millisecondsOf } from '../model/instant.ts';

/** One refusal may concern one name; so many in a row concern the asker. */
const REFUSALS_IN_A_ROW = 5;

const QUIET_SECONDS = 60;

interface Refused {
  readonly inARow: number;
  readonly until?: Instant;
}

export interface LeftAlone {
  /** Until when the server is left alone; `undefined` when it may be asked. */
  until(server: string): Instant | undefined;
  refused(server: string, retryAfter: number | undefined): void;
  answered(server: string): void;
}

/** By the clock of the run, so that a rehearsal's next day starts afresh. */
export function makeLeftAlone(clock: Clock): LeftAlone {
  const servers = new Map<string, Refused>();
  return {
    until(server) {
      const until = servers.get(server)?.until;
      if (until === undefined) return undefined;
      const now = clock.now();
      // A clock that was set back must not silence a server for long.
      if (isBefore(now, until) && isBefore(until, addDays(now, 1))) return until;
      servers.delete(server);
      return undefined;
    },
    refused(server, retryAfter) {
      const inARow = (servers.get(server)?.inARow ?? 0) + 1;
      const quiet = Math.min(Math.max(retryAfter ?? 0, QUIET_SECONDS), 3600);
      const until = instantAt(millisecondsOf(clock.now()) + quiet * 1000);
      servers.set(server, inARow < REFUSALS_IN_A_ROW ? { inARow } : { inARow, until });
    },
    answered: (server) => void servers.delete(server),
  };
}
