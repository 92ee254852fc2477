// Which authority decides which fact: one table. Answers are never merged; whoever stands first and stated the fact
// decides alone, and a difference with the others becomes a note. Facts of the registration are read row by row
// (registration-facts.ts); those of the zone have one voice each (delegation-facts.ts, server-facts.ts).
import type { Authority, LookupKind } from '../model/seen/observation.ts';

interface Voice {
  readonly authority: Authority;
  readonly lookup: LookupKind;
}

interface PrecedenceRow {
  /** First who decides; the next one only where the ones before it did not state the fact. */
  readonly voices: readonly Voice[];
  readonly because: string;
  readonly reference: string;
}

const REGISTRY: readonly Voice[] = [
  { authority: 'registry', lookup: 'rdap-registry' },
  { authority: 'registry', lookup: 'whois-registry' },
];

/** Asked in its own right, and only where the registry shows no registrant (lookups/registrar-wanted.ts). */
const REGISTRAR: readonly Voice[] = [
  { authority: 'registrar', lookup: 'rdap-registrar' },
  { authority: 'registrar', lookup: 'whois-registrar' },
];

export const PRECEDENCE = {
  registration: {
    voices: REGISTRY,
    because:
      'A record outweighs an absence; an absence by RDAP against a record by WHOIS is a doubt and decides nothing.',
    reference: 'RFC 7480 section 5.3 (404), RFC 3912 (WHOIS has no form of its own)',
  },
  registrar: {
    voices: REGISTRY,
    because: 'The registry keeps the sponsorship; the registrar’s own answer lags behind a transfer. RDAP is typed.',
    reference: 'RFC 5731 section 2 (clID), RFC 9083 section 5.1',
  },
  registrant: {
    voices: [...REGISTRY, ...REGISTRAR],
    because:
      'RDAP says what it withholds and why; WHOIS only writes other words in its place. A thin registry has no registrants, and one that withholds them is outspoken by the registrar of record, who holds the data.',
    reference: 'RFC 9537; ICANN Registration Data Policy',
  },
  statuses: {
    voices: REGISTRY,
    because: 'server* statuses are the registry’s own, and client* ones are set at the registry by the registrar.',
    reference: 'RFC 5731 section 2.3, RFC 8056',
  },
  expires: {
    voices: REGISTRY,
    because: 'The registry deletes by its own date; the registrar’s date may be that of its contract.',
    reference: 'RFC 9083 section 4.5',
  },
  delegation: {
    voices: [{ authority: 'parent-zone', lookup: 'delegation' }],
    because: 'Resolvers follow the parent; what the child says of itself decides nothing.',
    reference: 'RFC 1034 section 4.2.1, RFC 9499 section 7',
  },
  ds: {
    voices: [{ authority: 'parent-zone', lookup: 'delegation' }],
    because: 'A DS stands in the parent zone only.',
    reference: 'RFC 4035 section 2.4',
  },
  addresses: {
    voices: [{ authority: 'authoritative', lookup: 'addresses' }],
    because: 'A recursive resolver may answer from its cache; what it gives is a note.',
    reference: 'RFC 2181 section 5.4.1',
  },
} as const satisfies Record<string, PrecedenceRow>;

export type DecidedFact = keyof typeof PRECEDENCE;
