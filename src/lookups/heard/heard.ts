// One question to one server and what stands as its answer, whether it came just now or out of the evidence. Facts are read
// from these by pure functions, so that what was read on the day can be read again from the same octets.
import { END_OF_TIME, type Instant } from '../../model/instant.ts';
import type { DnsAnswer, DnsQuestion, DnsReply } from '../dns/client.ts';
import { lowerName } from '../dns/codec/names.ts';

export interface Heard {
  /** The address, or the place of an encrypted resolver as its exchanges name it. */
  readonly server: string;
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

/** The last exchange that is no stray is the one that brought the answer; without any nothing was answered, and no time stands for it. */
export function heardFrom(question: DnsQuestion, { answer, exchanges, heardAt }: DnsReply): Heard {
  const { server, name, type, recursion, checkingDisabled = false } = question;
  const said = heardAt ?? (answer.ok ? exchanges.findLast(({ sent }) => sent.length > 0) : exchanges[0])?.at;
  return { server, name: lowerName(name), type, recursion, checkingDisabled, at: said ?? END_OF_TIME, answer };
}
