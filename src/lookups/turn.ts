// One question to one server, with all that surrounds it: the server's turn, what the run has learnt of it, one deadline.
// Shared by WHOIS and RDAP.
import type { FailureKind } from '../model/seen/failure.ts';
import { type Deadline, startDeadline } from './deadline.ts';
import type { Manners } from './manners.ts';
import type { LookupTools } from './tools.ts';

/** Nothing was sent. */
export interface NotAsked {
  readonly asked: false;
  readonly failure: FailureKind;
  readonly detail: string;
}

interface Wanted {
  /** As the pace names it. */
  readonly server: string;
  readonly signal: AbortSignal;
  readonly manners: Manners;
  /** Milliseconds that are left of a question that has had answers before, such as redirects. */
  readonly left?: number;
}

interface Turn {
  readonly deadline: Deadline;
  /** Why the deadline is shorter than usual. */
  readonly because?: string;
}

export async function takeTurn<T>(
  tools: LookupTools,
  { server, signal, manners, left }: Wanted,
  ask: (turn: Turn) => Promise<T>,
): Promise<T | NotAsked> {
  const leave = await tools.pace.enter(server, signal).catch(() => undefined);
  if (leave === undefined) return notAsked('interrupted', 'while waiting for its turn');
  try {
    const granted = manners.leave(server);
    if (!granted.ask) return notAsked('rate-limited', granted.why);
    const deadline = startDeadline(Math.max(1, Math.min(granted.deadlineMs, left ?? granted.deadlineMs)), signal);
    try {
      return await ask({ deadline, ...(granted.because !== undefined && { because: granted.because }) });
    } finally {
      deadline.clear();
    }
  } finally {
    leave();
  }
}

export function notAsked(failure: FailureKind, detail: string): NotAsked {
  return { asked: false, failure, detail };
}

/** For `because` of an exchange: all the reasons there are. */
export function becauseOf(...reasons: readonly (string | undefined)[]): { readonly because?: string } {
  const given = reasons.filter((reason) => reason !== undefined);
  return given.length === 0 ? {} : { because: given.join('; ') };
}
