// Literals of the field for the tests of relief and progress: a small case, and a dossier in which all is as ordered.
import type { Case, ScheduledName } from '../../src/model/case/case.ts';
import type { Order, Paragraph, ReliefClause } from '../../src/model/case/order.ts';
import type { Dossier, Fact, ParentKeeping, ServerAnswers } from '../../src/model/judged/dossier.ts';
import type { DnsKey, DsRecord } from '../../src/model/seen/delegation.ts';
import type { AddressAnswer, HostAnswers, InParent } from '../../src/model/seen/observation.ts';
import { address, at, LETTER_TERMS, name, prefix, UNREACHED } from '../support/values.ts';

export const NS1 = name('ns1.sinkhole.example');
export const NS2 = name('ns2.sinkhole.example');
export const EVIL1 = name('ns1.evil.example');
export const AS_OF = at('2019-03-25T12:00:00Z');

export function known<const T>(value: T, ...citations: string[]): Fact<T> {
  return { known: true, value, citations: citations.length === 0 ? ['run#1'] : citations };
}

export function lacking(word: string): Fact<never> {
  return { known: false, word, reason: `because: ${word}`, citations: ['run#9'] };
}

export function addresses(...texts: string[]): AddressAnswer {
  return { answer: 'addresses', addresses: texts.map(address), ttl: 60 };
}

export const NO_DATA: AddressAnswer = { answer: 'no-data' };
export const NO_NAME: AddressAnswer = { answer: 'no-such-name' };
export const TIMED_OUT: AddressAnswer = { answer: 'failure', failure: 'timeout' };

export function hosts(changes: Partial<HostAnswers> = {}): HostAnswers {
  const good = { a: addresses('192.0.2.5'), aaaa: addresses('2001:db8:5::5') };
  return { apex: good, www: good, random: good, ...changes };
}

export function server(text: string, changes: Partial<ServerAnswers> = {}): ServerAnswers {
  return { server: text, answers: known(hosts(), `run#${text}`), keys: lacking('not-asked'), ...changes };
}

export const DS: DsRecord = { keyTag: 4711, algorithm: 13, digestType: 2, digest: 'ab' };
export const KEY: DnsKey = {
  keyTag: 4711,
  algorithm: 13,
  flags: 257,
  digests: { '1': 'cd', '2': 'ab' },
  signs: 'valid',
};

/** All as ordered: registrar, locks, delegation, addresses; no DS. */
export function dossier(changes: Partial<Dossier> = {}): Dossier {
  return {
    name: name('bad.example'),
    asOf: AS_OF,
    observedAt: at('2019-03-24T10:00:00Z'),
    registered: known('registered'),
    registrar: known({ name: 'MarkMonitor Inc.', ianaId: 292 }),
    registrant: known({ shown: 'stated', organisation: 'Microsoft Corporation' }),
    statuses: known(['serverDeleteProhibited', 'serverTransferProhibited', 'serverUpdateProhibited']),
    expires: known(at('2021-01-01T00:00:00Z')),
    delegation: known({ zone: 'example', nameServers: [NS1, NS2], glue: {} }, 'run#2'),
    ds: known([], 'run#2'),
    servers: [server('ns1.sinkhole.example 192.0.2.53'), server('ns2.sinkhole.example 192.0.2.54')],
    resolvers: [],
    journal: [],
    ...changes,
  };
}

export function scheduled(...texts: string[]): readonly ScheduledName[] {
  return texts.map((text, at) => ({ name: name(text), unicode: text, registrable: name(text), line: at + 1 }));
}

export function relief(kind: string, terms: object = {}): ReliefClause {
  return { kind, terms: { kind, ...terms } };
}

export function paragraph(
  number: string,
  reliefs: readonly ReliefClause[],
  changes: Partial<Paragraph> = {},
): Paragraph {
  return {
    number,
    text: 'The order’s own words.',
    directedTo: ['registry-operator'],
    appliesTo: ['appendix-a'],
    relief: reliefs,
    line: 1,
    ...changes,
  };
}

export function order(id: string, paragraphs: readonly Paragraph[], changes: Partial<Order> = {}): Order {
  return {
    id,
    kind: 'temporary-restraining-order',
    entered: at('2019-03-15T20:00:00Z'),
    action: 'transfer',
    paragraphs,
    changes: [],
    ...changes,
  };
}

export const TRANSFER = relief('registrar-of-record', { registrar: 'custodian' });
export const DELEGATED = relief('delegated-to', { sinkhole: 'dcu' });
export const RESOLVES = relief('resolves-to', { sinkhole: 'dcu' });
export const DS_VALID = relief('ds-absent-or-valid');

export function aCase(changes: Partial<Case> = {}): Case {
  return {
    id: 'acme',
    title: 'Acme v. Does',
    illustrative: true,
    rehearsal: false,
    court: { name: 'A court', timeZone: 'America/New_York', holidays: ['us-federal'], closed: [] },
    docket: '1:19-cv-1',
    petitioner: { name: 'Acme', address: [] },
    registrars: { custodian: { name: 'MarkMonitor Inc.', ianaId: 292 } },
    sinkholes: {
      dcu: {
        operator: 'Acme',
        nameServers: [NS1, NS2],
        prefixes: ['192.0.2.0/24', '2001:db8:5::/48'].map(prefix),
      },
    },
    schedules: [
      { id: 'appendix-a', file: 'appendix-a.txt', names: scheduled('one.example', 'two.example', 'bad.test') },
    ],
    orders: [order('tro', [paragraph('2(a)', [TRANSFER]), paragraph('2(b)', [DELEGATED, RESOLVES, DS_VALID])])],
    recipients: [
      {
        id: 'exreg',
        name: 'Example Registry',
        role: 'registry-operator',
        reach: 'ordered',
        tlds: ['example'],
        ...UNREACHED,
        illustrative: true,
      },
    ],
    letters: LETTER_TERMS,
    digest: 'x',
    ...changes,
  };
}

/** What a server of the parent zone has of a name that it does not delegate. */
export function keeping(inZone: Partial<InParent>): readonly ParentKeeping[] {
  return [{ server: 'a.nic.example 192.0.2.99', id: 'run#2', inZone: { addresses: [], mail: [], ...inZone } }];
}
