// One packet or one exchange of a lookup as people look at it: when, with whom, by which way, what came, and why it was asked.

import type { Instant } from '../instant.ts';
import type { ExchangeEnd } from './exchange.ts';
import type { LookupKind } from './observation.ts';

export interface TraceRow {
  readonly at: Instant;
  /** Milliseconds since the first one. */
  readonly offset: number;
  readonly took: number;
  readonly lookup: LookupKind;
  readonly transport: 'udp' | 'tcp' | 'tls';
  /** As the field names it: an address for DNS, a host otherwise. */
  readonly server: string;
  /** Where the packets really went. */
  readonly dialled: string;
  /** `NS example.com`, `GET /rdap/domain/example.com`. */
  readonly question: string;
  /** In short: code, flags, counts; or that nothing came. Holds text from outside. */
  readonly answer: string;
  readonly end: ExchangeEnd;
  /** Cause and action of a further attempt, what a stray is, why it was asked at all. */
  readonly because?: string;
  readonly sent: Uint8Array;
  readonly received: Uint8Array;
  /** Both as people of the field read them; absent where that was not asked for. */
  readonly printed?: { readonly sent: readonly string[]; readonly received: readonly string[] };
}
