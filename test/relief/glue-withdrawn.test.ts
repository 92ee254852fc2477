import { expect, test } from 'vitest';
import type { Dossier } from '../../src/model/judged/dossier.ts';
import { address } from '../support/values.ts';
import { expectSays, judged } from './judging.ts';
import { aCase, dossier, hosts, keeping, known, lacking, NS1, server } from './literals.ts';

const TERMS = { sinkhole: 'dcu' };

function parents(...glue: readonly Readonly<Record<string, readonly string[]>>[]): Pick<Dossier, 'parents'> {
  return {
    parents: glue.map((one, at) => ({
      server: `${'abc'[at]}.nic.example 198.51.100.${at}`,
      id: `run#${at + 1}`,
      facts: {
        zone: 'example',
        nameServers: [],
        glue: Object.fromEntries(Object.entries(one).map(([host, list]) => [host, list.map(address)])),
      },
    })),
  };
}

const OWN = server('ns1.sinkhole.example 203.0.113.53', {
  facts: { nameServer: NS1, hosts: hosts(), ownAddresses: [address('203.0.113.53')] },
});

test.each([
  ['no glue', parents({}), 'met', 'as-ordered'],
  ['glue inside the sinkhole', parents({ 'ns1.bad.example': ['192.0.2.53'] }), 'met', 'as-ordered'],
  ['glue elsewhere', parents({ 'ns1.bad.example': ['203.0.113.9'] }), 'unmet', 'glue-left-over'],
  ['glue elsewhere at one parent', parents({}, { 'ns1.bad.example': ['203.0.113.9'] }), 'unmet', 'glue-left-over'],
  ['one of two addresses', parents({ 'ns1.bad.example': ['192.0.2.53', '203.0.113.9'] }), 'unmet', 'glue-left-over'],
  [
    'what the sinkhole’s own zone gives',
    { ...parents({ [NS1]: ['203.0.113.53'] }), servers: [OWN] },
    'met',
    'as-ordered',
  ],
  [
    'something else than its own zone gives',
    { ...parents({ [NS1]: ['203.0.113.54'] }), servers: [OWN] },
    'unmet',
    'glue-left-over',
  ],
  ['glue of another family elsewhere', parents({ 'ns1.bad.example': ['2001:db8:bad::9'] }), 'unmet', 'glue-left-over'],
  [
    'a server whose own zone gives no address',
    {
      ...parents({ [NS1]: ['203.0.113.53'] }),
      servers: [server(NS1, { facts: { nameServer: NS1, hosts: hosts(), ownAddresses: [] } })],
    },
    'unmet',
    'glue-left-over',
  ],
  [
    'a server whose own zone was not asked',
    { ...parents({ [NS1]: ['203.0.113.53'] }), servers: [server(NS1, { facts: { nameServer: NS1, hosts: hosts() } })] },
    'unknown',
    'not-asked',
  ],
  [
    'a server whose own zone did not answer',
    {
      ...parents({ [NS1]: ['203.0.113.53'] }),
      servers: [server(NS1, { facts: { nameServer: NS1, hosts: hosts(), ownFailure: 'timeout' } })],
    },
    'unknown',
    'timeout',
  ],
  [
    'a server that was not heard at all',
    {
      ...parents({ [NS1]: ['203.0.113.53'] }),
      servers: [server(`${NS1} 192.0.2.53`, { answers: lacking('server-error') })],
    },
    'unknown',
    'server-error',
  ],
  [
    'another server’s glue beside it',
    { ...parents({ [NS1]: ['203.0.113.53'], 'ns1.bad.example': ['203.0.113.9'] }), servers: [] },
    'unmet',
    'glue-left-over',
  ],
  [
    'what the own zone of a server gives that is not the sinkhole’s',
    { ...parents({ 'ns1.bad.example': ['203.0.113.53'] }), servers: [OWN] },
    'unmet',
    'glue-left-over',
  ],
  ['not in the zone', { delegation: known(null, 'run#2') }, 'met', 'as-ordered'],
  [
    'not in the zone, and something below it',
    { delegation: known(null, 'run#2'), inParents: keeping({}) },
    'unknown',
    'below-in-zone',
  ],
  ['no parent answered', { delegation: lacking('timeout') }, 'unknown', 'timeout'],
  ['parents that disagree', { ...parents({}), delegation: lacking('parents-disagree') }, 'unknown', 'parents-disagree'],
] as const)('%s', (_what, facts, verdict, word) => {
  expectSays(judged('glue-withdrawn', TERMS, dossier(facts)), verdict, word);
});

test('what is met says whether there is a delegation at all', () => {
  expect(judged('glue-withdrawn', TERMS, dossier(parents({}))).reason).toBe('no glue but the sinkhole’s');
  const gone = { delegation: known(null, 'run#2') };
  expect(judged('glue-withdrawn', TERMS, dossier(gone)).reason).toBe('not in the zone, so without glue');
});

test('addresses that the case lists for a name server are its glue, and nobody else’s', () => {
  const listed = aCase({
    sinkholes: {
      dcu: { operator: 'Acme', nameServers: [NS1], prefixes: [], glue: { [NS1]: [address('203.0.113.53')] } },
    },
  });
  const verdict = (host: string, ...addresses: readonly string[]) =>
    judged('glue-withdrawn', TERMS, dossier(parents({ [host]: addresses })), { theCase: listed }).verdict;
  expect(verdict(NS1, '203.0.113.53')).toBe('met');
  expect(verdict(NS1, '203.0.113.53', '203.0.113.54')).toBe('unmet');
  expect(verdict('ns1.bad.example', '203.0.113.53')).toBe('unmet');
});

test('the sentence names the parent, the address and the host object', () => {
  const said = judged('glue-withdrawn', TERMS, dossier(parents({ 'ns1.bad.example': ['203.0.113.9'] })));
  expect(said.reason).toBe('a.nic.example 198.51.100.0 gives 203.0.113.9 for ns1.bad.example');
  expect(said.ask).toBe('to delete or correct the host object ns1.bad.example');
  expect(said.citations).toEqual(['run#1']);
});
