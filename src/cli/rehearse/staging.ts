// The stage of a rehearsal: the simulated internet with a clock of its own, which begins anew with each day. Whoever plays on it
// cannot tell whether it stands in the same thread; stage-apart.ts is how it usually does not.
import type { Network } from '../../model/asking/network.ts';
import type { KeptMail } from '../../rehearsal/mail.ts';
import { type Entered, openRehearsal, type RehearsalWanted } from '../../rehearsal/open.ts';
import type { Load } from '../../rehearsal/sockets.ts';
import { clockFrom } from '../clock.ts';

/** Plain data: it is handed to another thread. */
export type StageWanted = Omit<RehearsalWanted, 'clock'>;

export interface Stage {
  readonly network: Network;
  /** Aborted with the reason when the servers are gone without having been told to go. */
  readonly gone: AbortSignal;
  /** As the rehearsal's own; its clock starts at the instant that comes back. */
  enter(day: number): Promise<Entered>;
  load(): Promise<readonly Readonly<Load>[]>;
  mails(): Promise<readonly KeptMail[]>;
  close(): Promise<void>;
}

/** In this thread, with which it ends as well. */
export async function openStage(wanted: StageWanted): Promise<Stage> {
  let clock = clockFrom(wanted.scenario.start);
  const rehearsal = await openRehearsal({ ...wanted, clock: () => clock.now() });
  return {
    network: rehearsal.network,
    gone: new AbortController().signal,
    async enter(day) {
      const entered = rehearsal.enter(day);
      clock = clockFrom(entered.at);
      return entered;
    },
    load: async () => rehearsal.load(),
    mails: async () => rehearsal.mails(),
    close: rehearsal.close,
  };
}
