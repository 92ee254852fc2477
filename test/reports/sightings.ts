// What a run saw of one name, before and after it slipped back.
import type { Address } from '../../src/model/address.ts';
import type { RunSummary, Sighted } from '../../src/model/judged/record.ts';
import {
  type AddressAnswer,
  AUTHORITY_OF,
  type HostAnswers,
  type LookupKind,
  type Observation,
} from '../../src/model/seen/observation.ts';
import type { NameReport } from '../../src/reports/show/name.ts';
import { at, name } from '../support/values.ts';
import { CASE, PROGRESS, row } from './support.ts';

export const NAME = name('microsoft-update.bid');
export const HOSTILE = 'LIMIT EXCEEDED\u001b[2J\u202e\r\nnext';

const noData: AddressAnswer = { answer: 'no-data' };
const timeout: AddressAnswer = { answer: 'failure', failure: 'timeout' };

function addresses(...texts: string[]): AddressAnswer {
  return { answer: 'addresses', addresses: texts as readonly string[] as readonly Address[], ttl: 300 };
}

function same(a: AddressAnswer, aaaa: AddressAnswer): HostAnswers {
  return { apex: { a, aaaa }, www: { a, aaaa }, random: { a, aaaa } };
}

export const SUNK = same(addresses('192.0.2.1'), addresses('2001:db8:5::1'));
export const BACK = same(addresses('203.0.113.9'), noData);

export function observed(run: string, hosts: HostAnswers): readonly Observation[] {
  const started = at(`${run.slice(0, 4)}-${run.slice(4, 6)}-${run.slice(6, 8)}T14:15:03Z`);
  const asked = <K extends LookupKind>(number: number, lookup: K, server: string) => ({
    ...{ id: `${run}#${number}`, of: 1, name: NAME, lookup, authority: AUTHORITY_OF[lookup] },
    ...{ question: 'asked', server, at: started, took: 212, reader: 'test/1' },
  });
  const servers = [name('ns1.sinkhole.example'), name('ns2.sinkhole.example')];
  return [
    {
      ...asked(1, 'rdap-registry', 'https://rdap.bid.example/'),
      outcome: 'facts',
      facts: {
        registrar: { name: 'MarkMonitor Inc.', ianaId: 292 },
        registrant: { shown: 'redacted' },
        statuses: ['serverDeleteProhibited', 'serverTransferProhibited'],
        otherStatuses: ['on\u0007 fire'],
        nameServers: servers,
        created: at('2018-01-05T00:00:00Z'),
        expires: at('2020-01-05T00:00:00Z'),
      },
      evidence: { offset: 100, length: 20, 'sha-256': 'ab' },
    },
    {
      ...asked(2, 'whois-registry', 'whois.nic.bid'),
      outcome: 'failure',
      failure: 'rate-limited',
      detail: HOSTILE,
      retryAfter: 60,
    },
    {
      ...asked(3, 'delegation', 'a.nic.bid 198.51.100.2'),
      outcome: 'facts',
      facts: {
        zone: 'bid',
        nameServers: servers,
        glue: {},
        ds: [{ keyTag: 4711, algorithm: 8, digestType: 2, digest: 'aa' }],
      },
    },
    { ...asked(4, 'delegation', 'b.nic.bid 198.51.100.3'), outcome: 'no-such-object' },
    {
      ...asked(5, 'addresses', 'ns1.sinkhole.example 192.0.2.53'),
      outcome: 'facts',
      facts: { nameServer: name('ns1.sinkhole.example'), hosts, keysFailure: 'timeout' },
    },
    {
      ...asked(6, 'addresses', 'ns2.sinkhole.example 192.0.2.54'),
      outcome: 'facts',
      facts: { nameServer: name('ns2.sinkhole.example'), hosts, keysFailure: 'timeout' },
    },
    {
      ...asked(7, 'resolver', '203.0.113.53'),
      outcome: 'facts',
      facts: { hosts: { ...hosts, random: { a: timeout, aaaa: timeout } }, validated: false, answersUnchecked: true },
    },
  ];
}

const RUN = '20190318T141502Z-7f3a';
const BEFORE = '20190317T141502Z-aaaa';

function earlierRun(id: string, hosts: HostAnswers): Sighted & { readonly run: RunSummary } {
  if (PROGRESS.lastRun === undefined) throw new Error('the fixture has a last run');
  const run = {
    ...PROGRESS.lastRun,
    id,
    started: at(`${id.slice(0, 4)}-${id.slice(4, 6)}-${id.slice(6, 8)}T14:15:02Z`),
  };
  return { name: NAME, run, observations: observed(id, hosts) };
}

export const NAME_REPORT: NameReport = {
  theCase: CASE,
  progress: PROGRESS,
  row: {
    ...row({ name: NAME, transferred: 'met', sinkholed: 'unmet', reverted: true, overdue: true }, 42),
    expires: at('2020-01-05T00:00:00Z'),
    notes: [{ word: 'cached-old-answer', text: '203.0.113.53 still gives an old answer', citations: [] }],
  },
  latest: { name: NAME, observations: observed(RUN, BACK) },
  earlier: [earlierRun(BEFORE, SUNK)],
  journal: [
    { at: at('2019-03-15T21:41:00Z'), event: 'received', recipient: 'bid-registry', letter: '2019-03-15-bid' },
    { at: at('2019-03-18T13:02:00Z'), event: 'confirmed', names: [NAME], paragraph: '2(a)', note: 'ticket 4711' },
    { at: at('2019-03-18T13:03:00Z'), event: 'note', names: [name('other.example')], note: 'of another name' },
  ],
};
