// One question to one server and what stands as its answer, whether it came just now or out of the evidence. Facts are read
// from these by pure functions, so that what was read on the day can be read again from the same octets.
import type { Address } from '../../model/address.ts';
import type { Instant } from '../../model/instant.ts';
import type { DnsAnswer } from './client.ts';

export interface Heard {
  readonly server: Address;
  /** Lower case, as it was asked. */
  readonly name: string;
  readonly type: number;
  readonly recursion: boolean;
  readonly checkingDisabled: boolean;
  /** Asked over TCP at once. */
  readonly overTcp?: boolean;
  /** When the exchange that gave the answer began; of a question in vain, the first one. */
  readonly at: Instant;
  readonly answer: DnsAnswer;
}
