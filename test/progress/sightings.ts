// Observations as literals: what a run would hold of one name, all as ordered unless told otherwise.

import type { CaseRecord, RunSummary, Sighted } from '../../src/model/judged/record.ts';
import type { Name } from '../../src/model/name.ts';
import type { FailureKind } from '../../src/model/seen/failure.ts';
import {
  type AddressFacts,
  AUTHORITY_OF,
  type DelegationFacts,
  type FactsByLookup,
  type LookupKind,
  type Observation,
  type ObservationOf,
  type RegistrationFacts,
  type ResolverFacts,
} from '../../src/model/seen/observation.ts';
import { hosts, NS1, NS2 } from '../relief/literals.ts';
import { at, name } from '../support/values.ts';

export const RUN = '20190324T141502Z-7f3a';

const SERVERS = {
  'rdap-registry': 'https://rdap.example/',
  'whois-registry': 'whois.example',
  'rdap-registrar': 'https://rdap.registrar.example/',
  'whois-registrar': 'whois.registrar.example',
  delegation: 'a.example 192.0.2.1',
  addresses: 'ns1.sinkhole.example 192.0.2.53',
  resolver: '203.0.113.53',
  sinkhole: 'ns1.sinkhole.example 192.0.2.53',
} as const;

interface Changes {
  readonly name?: Name;
  readonly server?: string;
  readonly of?: number;
}

let count = 0;

function asked<K extends LookupKind>(lookup: K, changes: Changes) {
  count += 1;
  return {
    id: `${RUN}#${count}`,
    name: name('one.example'),
    lookup,
    authority: AUTHORITY_OF[lookup],
    question: 'q',
    server: SERVERS[lookup],
    at: at('2019-03-24T14:15:02Z'),
    took: 12,
    reader: 'r/1',
    of: 1,
    ...changes,
  };
}

export function saw<K extends LookupKind>(lookup: K, facts: FactsByLookup[K], changes: Changes = {}): ObservationOf<K> {
  return { ...asked(lookup, changes), outcome: 'facts', facts } as unknown as ObservationOf<K>;
}

export function sawNothing<K extends LookupKind>(
  lookup: K,
  changes: Changes & { reserved?: true } = {},
): ObservationOf<K> {
  return { ...asked(lookup, changes), outcome: 'no-such-object' } as unknown as ObservationOf<K>;
}

export function failed<K extends LookupKind>(lookup: K, failure: FailureKind, changes: Changes = {}): ObservationOf<K> {
  return { ...asked(lookup, changes), outcome: 'failure', failure } as unknown as ObservationOf<K>;
}

export const REGISTRATION: RegistrationFacts = {
  registrar: { name: 'MarkMonitor Inc.', ianaId: 292 },
  registrant: { shown: 'redacted' },
  statuses: ['serverDeleteProhibited', 'serverTransferProhibited', 'serverUpdateProhibited'],
  expires: at('2021-01-01T00:00:00Z'),
};
export const DELEGATION: DelegationFacts = { zone: 'example', nameServers: [NS1, NS2], glue: {}, ds: [] };
export const ANSWERS: AddressFacts = { nameServer: NS1, hosts: hosts() };
export const RESOLVED: ResolverFacts = { hosts: hosts(), validated: false };

export interface Scene {
  readonly name?: Name;
  readonly rdap?: Partial<RegistrationFacts>;
  readonly delegation?: Partial<DelegationFacts>;
  readonly answers?: Partial<AddressFacts>;
}

/** Eight observations, as a run makes them of a delegated name. */
export function scene({
  name: about = name('one.example'),
  rdap,
  delegation,
  answers,
}: Scene = {}): readonly Observation[] {
  const parent: DelegationFacts = { ...DELEGATION, ...delegation };
  const [first = NS1, second = NS2] = parent.nameServers;
  const own = { name: about };
  const two = { ...own, of: 2 };
  return [
    saw('rdap-registry', { ...REGISTRATION, ...rdap }, own),
    saw('whois-registry', { ...REGISTRATION, ...rdap }, own),
    saw('delegation', parent, { ...two, server: 'a.example 192.0.2.1' }),
    saw('delegation', parent, { ...two, server: 'b.example 192.0.2.2' }),
    saw('addresses', { ...ANSWERS, ...answers, nameServer: first }, { ...two, server: `${first} 192.0.2.53` }),
    saw('addresses', { ...ANSWERS, ...answers, nameServer: second }, { ...two, server: `${second} 192.0.2.54` }),
    saw('resolver', RESOLVED, own),
  ];
}

export function run(day: number): RunSummary {
  const started = at(`2019-03-${day}T14:15:02Z`);
  return {
    id: `201903${day}T141502Z-7f3a`,
    started,
    ended: at(`2019-03-${day}T14:16:02Z`),
    simulated: false,
    names: 1,
    caseDigest: 'x',
    tool: 't',
  };
}

/** Days newest first; each is what that day's run saw of the names. The newest is what `latest` gives. */
export function recordOf(days: readonly { readonly day: number; readonly sighted: readonly Sighted[] }[]): CaseRecord {
  const [newest, ...older] = days;
  return {
    ...(newest === undefined ? {} : { newest: run(newest.day) }),
    hasEarlier: older.length > 0,
    unfinished: [],
    journal: [],
    latest: () => newest?.sighted ?? [],
    earlier: (about) =>
      older.flatMap(({ day, sighted }) =>
        sighted.filter(({ name: one }) => one === about).map((one) => ({ ...one, run: run(day) })),
      ),
  };
}
