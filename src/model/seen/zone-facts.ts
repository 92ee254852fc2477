// What a delegated server says of the zone as a whole, besides addresses: who leads it, who serves it, where its mail goes.
// What a former owner left behind shows here (RFC 1035, RFC 7208, RFC 7344, RFC 7505, RFC 9460).
import type { Address } from '../address.ts';
import type { FailureKind } from './failure.ts';

/** The questions about a zone, by the type that is asked for. */
export const ZONE_QUESTIONS = ['SOA', 'NS', 'MX', 'TXT', 'HTTPS', 'CDS', 'CDNSKEY'] as const;
export type ZoneQuestion = (typeof ZONE_QUESTIONS)[number];

/**
 * Names and texts as they came, names in lower case. An empty list was stated as empty; a field is absent where its
 * question had no usable answer, and `failures` says why.
 */
export interface ZoneFacts {
  /** `null`: the server has no SOA at the apex. */
  readonly soa?: ZoneSoa | null;
  /** The child's own NS set. */
  readonly nameServers?: readonly string[];
  /** Mail exchanges; `.` alone is the null MX. */
  readonly mail?: readonly string[];
  /** SPF policies, of the texts at the apex. */
  readonly spf?: readonly string[];
  readonly https?: readonly HttpsHint[];
  /** CDS and CDNSKEY, in words: `CDS 4711`, `CDNSKEY 13`, `CDS delete` (RFC 8078 section 4). */
  readonly cds?: readonly string[];
  /** The target, where the apex is an alias (CNAME or DNAME). */
  readonly alias?: string;
  /** The SOA asked once more over TCP. */
  readonly tcp?: 'answers' | FailureKind;
  readonly failures?: Readonly<Partial<Record<ZoneQuestion, FailureKind>>>;
}

interface ZoneSoa {
  readonly mname: string;
  readonly rname: string;
  readonly serial: number;
}

/** One HTTPS record: where it points, and the addresses that it suggests (RFC 9460 section 7.3). */
export interface HttpsHint {
  /** `.` stands for the name itself. */
  readonly target: string;
  readonly hints: readonly Address[];
}
