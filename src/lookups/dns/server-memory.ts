// What a run has learnt of each server's habits. It changes how a server is asked (and each exchange says so), never
// whether it is asked.
import type { Address } from '../../model/address.ts';
import { boundedMap } from '../bulk/bounded-map.ts';
import { SERVERS_REMEMBERED } from '../udp/limits.ts';
import { LOSSES_BEFORE_PLAIN, SILENCES_BEFORE_ONE_TRY } from './limits.ts';
import type { Habit } from './steps.ts';

export interface ServerMemory {
  /** Questions in a row that ran out of time. */
  silences(server: Address): number;
  /** How it is asked next: `tired` when a question gets one try only. */
  habitOf(server: Address): Habit;
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

/** One and the same for nearly every server, so that what follows from it is made once. */
export const USUAL: Habit = { edns: true, mixedCase: true, tired: false };

export function openServerMemory(): ServerMemory {
  const known = boundedMap<Habits>(SERVERS_REMEMBERED);
  const habitsOf = (server: Address): Habits => {
    const habits = known.get(server) ?? { silences: 0, ednsLosses: 0, keepsLetters: true };
    known.set(server, habits);
    return habits;
  };
  return {
    silences: (server) => known.get(server)?.silences ?? 0,
    habitOf(server) {
      const habits = known.get(server);
      if (habits === undefined) return USUAL;
      const edns = habits.ednsLosses < LOSSES_BEFORE_PLAIN;
      const tired = habits.silences >= SILENCES_BEFORE_ONE_TRY;
      return edns && habits.keepsLetters && !tired ? USUAL : { edns, mixedCase: habits.keepsLetters, tired };
    },
    answered(server) {
      const habits = known.get(server);
      if (habits !== undefined) habits.silences = 0;
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
