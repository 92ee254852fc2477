// A fact that was changed by hand, with every digest and fingerprint made to match, is found by what the octets say.
import { expect, it } from 'vitest';
import { compareAgain } from '../../../src/lookups/reread/reread.ts';
import { differencesOf, disagreeing } from '../../../src/lookups/reread/reread-difference.ts';
import { WHOIS_READER as READER } from '../../../src/lookups/whois/converse.ts';
import type { Exchange } from '../../../src/model/seen/exchange.ts';
import type { ObservationOf, RegistrationFacts } from '../../../src/model/seen/observation.ts';
import { at, name } from '../../support/values.ts';

const TEXT = [
  'Domain Name: A.EXAMPLE',
  'Registrar: Custodian Inc.',
  'Registrar IANA ID: 292',
  'Creation Date: 2018-02-06T20:00:00Z',
  'Registry Expiry Date: 2022-03-12T20:00:00Z',
  'Domain Status: clientHold https://icann.org/epp#clientHold',
  'Name Server: NS1.A.EXAMPLE',
  'DNSSEC: unsigned',
  '>>> Last update of whois database: 2019-03-29T21:30:04Z <<<',
  '',
].join('\r\n');

const exchange: Exchange = {
  protocol: 'whois',
  uri: 'whois://whois.example/a.example',
  at: at('2019-03-18T14:15:02Z'),
  took: 12,
  dialled: '192.0.2.43:43',
  transport: 'tcp',
  sent: Buffer.from('a.example\r\n'),
  received: Buffer.from(TEXT),
  end: 'complete',
};

function observation(
  facts: RegistrationFacts,
  reader = READER,
): ObservationOf<'whois-registry'> & { facts: RegistrationFacts } {
  return {
    id: 'R#1',
    of: 1,
    name: name('a.example'),
    lookup: 'whois-registry',
    authority: 'registry',
    question: 'a.example',
    server: 'whois.example',
    at: exchange.at,
    took: 12,
    reader,
    outcome: 'facts',
    facts,
  };
}

const HONEST: RegistrationFacts = {
  registrar: { name: 'Custodian Inc.', ianaId: 292 },
  statuses: ['clientHold'],
  nameServers: [name('ns1.a.example')],
  created: at('2018-02-06T20:00:00Z'),
  expires: at('2022-03-12T20:00:00Z'),
  signed: false,
};

it('agrees where nobody changed anything', async () => {
  expect(await compareAgain(observation(HONEST), [exchange])).toEqual({ ok: true, differences: [] });
});

it('tells the field, what is stored and what the octets say', async () => {
  const changed = { ...HONEST, registrar: { name: 'Custodian Inc.', ianaId: 9999 } };
  expect(await compareAgain(observation(changed), [exchange])).toEqual({
    ok: true,
    differences: [{ field: 'registrar.ianaId', stored: 9999, now: 292 }],
    outcome: { outcome: 'facts', facts: HONEST },
  });
});

it('misses a fact that was taken out, unless an older reader never gave it', () => {
  const { statuses: _, ...less } = HONEST;
  const outcome = { outcome: 'facts', facts: HONEST } as const;
  const field = [{ field: 'statuses', now: ['clientHold'] }];
  const differences = differencesOf({ observation: observation(less), outcome });
  expect(disagreeing(differences, true)).toEqual(field);
  expect(disagreeing(differences, false)).toEqual([]);
});

it('tells an instant and a server that the octets do not have', async () => {
  const elsewhere = { ...observation(HONEST), at: at('2019-03-17T14:15:02Z'), server: 'whois.registry.example' };
  expect(await compareAgain(elsewhere, [exchange])).toEqual({
    ok: true,
    differences: [
      { field: 'at', stored: '2019-03-17T14:15:02Z', now: exchange.at },
      { field: 'server', stored: 'whois.registry.example', now: 'whois://whois.example/a.example' },
    ],
  });
});

it('hands on what an older reader never gave, so that it may be judged', async () => {
  const { statuses: _, ...less } = HONEST;
  expect(await compareAgain(observation(less, 'whois/0'), [exchange])).toEqual({
    ok: true,
    differences: [],
    outcome: { outcome: 'facts', facts: HONEST },
  });
});

it('compares the rows of a list, of which an older reader may have read less', () => {
  const about = (keys: readonly object[]) =>
    ({ ...observation(HONEST), facts: { keys } }) as unknown as ReturnType<typeof observation>;
  const outcome = { outcome: 'facts', facts: { keys: [{ keyTag: 1, signs: 'valid' }] } } as never;
  const compared = (keys: readonly object[], isSameReader: boolean) =>
    disagreeing(differencesOf({ observation: about(keys), outcome }), isSameReader);
  expect(compared([{ keyTag: 1 }], false)).toEqual([]);
  expect(compared([{ keyTag: 1 }], true)).toEqual([{ field: 'keys.0.signs', now: 'valid' }]);
  expect(compared([{ keyTag: 2 }], false)).toEqual([{ field: 'keys.0.keyTag', stored: 2, now: 1 }]);
  expect(compared([], false)).toEqual([{ field: 'keys', stored: [], now: [{ keyTag: 1, signs: 'valid' }] }]);
});

it('leaves the words of a failure out, and nothing else of it', () => {
  const outcome = { outcome: 'failure', failure: 'timeout', detail: 'no answer' } as const;
  const stored = { ...observation(HONEST), outcome: 'failure', failure: 'timeout', detail: 'ETIMEDOUT' } as const;
  expect(differencesOf({ observation: stored, outcome })).toEqual([]);
  expect(differencesOf({ observation: observation(HONEST), outcome }).map(({ field }) => field)).toContain('outcome');
});
