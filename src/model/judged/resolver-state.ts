// What a recursive resolver shows of a name, in one word of a closed list, and until when: derived from its answers, from what
// the servers in authority say, and from what they said before. It decides no requirement.
import type { Instant } from '../instant.ts';

const RESOLVER_CLASSES = {
  equal: 'it gives what the servers in authority give',
  'old-cached': 'it gives an old answer out of its cache',
  'old-delegation-cached': 'it still goes to the old name servers, also for hosts that nobody asked before',
  bogus: 'it refuses by its own validation what it gives without',
  'bogus-cached': 'it goes by a DS that the parent zone no longer has',
  nxdomain: 'it says that the name does not exist, which the parent zone delegates',
  lame: 'it gets no answer from the name’s servers, with validation and without',
  'stale-served': 'it gives an old answer past its time, since it gets no other',
  'other-answer': 'it gives what no server in authority gives, and not out of a cache of before',
  rewriting: 'it gives addresses for names that do not exist, so that nothing it says counts',
  refused: 'it refuses to answer this machine',
  'no-answer': 'it did not answer at all',
  unknown: 'its answers cannot be compared with anything',
} as const;
export type ResolverClass = keyof typeof RESOLVER_CLASSES;

export interface ResolverState {
  readonly server: string;
  readonly class: ResolverClass;
  /** Absent where there is nothing to say: it is equal. */
  readonly text?: string;
  /** When what it shows runs out by itself, of several caches the last one. Absent: that is not known, or it never does. */
  readonly until?: Instant;
  readonly citations: readonly string[];
}
