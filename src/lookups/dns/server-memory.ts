// What a run has learnt of each server's habits. It changes how a server is asked (and each exchange says so), never
// whether it is asked.
import type { Address } from '../../model/address.ts';
import { boundedMap } from './bounded-map.ts';
import { LOSSES_BEFORE_PLAIN, SERVERS_REMEMBERED, SILENCES_BEFORE_ONE_TRY } from './limits.ts';

export interface ServerMemory {
  /** Questions in a row that ran out of time. */
  silences(server: Address): number;
  /** True when a question gets one try only. */
  isTired(server: Address): boolean;
  takesEdns(server: Address): boolean;
  keepsLetters(server: Address): boolean;
  answered(server: Address): void;
  fellSilent(server: Address): void;
  /** `told`: the server said so itself; otherwise it answered only without. */
  refusedEdns(server: Address, told: boolean): void;
  changedLetters(server: Address): void;
}

interface Habits {
  silences: number;
  ednsLosses: number;
  keepsLetters: boolean;
}

export function openServerMemory(): ServerMemory {
  const known = boundedMap<Habits>(SERVERS_REMEMBERED);
  const habitsOf = (server: Address): Habits => {
    const habits = known.get(server) ?? { silences: 0, ednsLosses: 0, keepsLetters: true };
    known.set(server, habits);
    return habits;
  };
  return {
    silences: (server) => known.get(server)?.silences ?? 0,
    isTired: (server) => (known.get(server)?.silences ?? 0) >= SILENCES_BEFORE_ONE_TRY,
    takesEdns: (server) => (known.get(server)?.ednsLosses ?? 0) < LOSSES_BEFORE_PLAIN,
    keepsLetters: (server) => known.get(server)?.keepsLetters ?? true,
    answered(server) {
      habitsOf(server).silences = 0;
    },
    fellSilent(server) {
      habitsOf(server).silences += 1;
    },
    refusedEdns(server, told) {
      habitsOf(server).ednsLosses += told ? LOSSES_BEFORE_PLAIN : 1;
    },
    changedLetters(server) {
      habitsOf(server).keepsLetters = false;
    },
  };
}
