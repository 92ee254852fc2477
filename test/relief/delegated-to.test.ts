import { expect, test } from 'vitest';
import type { Name } from '../../src/model/name.ts';
import { expectSays, judged } from './judging.ts';
import { dossier, EVIL1, keeping, known, lacking, NS1, NS2 } from './literals.ts';

const TERMS = { sinkhole: 'dcu' };
const to = (...nameServers: Name[]) => ({ delegation: known({ zone: 'example', nameServers, glue: {} }, 'run#2') });
const GONE = { delegation: known(null, 'run#2') };

test.each([
  ['the ordered set', to(NS1, NS2), 'met', 'as-ordered'],
  ['the ordered set, turned round', to(NS2, NS1), 'met', 'as-ordered'],
  ['one too few', to(NS1), 'unmet', 'other-name-servers'],
  ['one too many', to(NS1, NS2, EVIL1), 'unmet', 'other-name-servers'],
  ['others', to(EVIL1), 'unmet', 'other-name-servers'],
  [
    'not delegated, and with an alias',
    { ...GONE, inParents: keeping({ alias: 'x.example' }) },
    'unmet',
    'not-delegated',
  ],
  ['not in the zone', GONE, 'unmet', 'not-delegated'],
  [
    'not in the zone, registration not known',
    { ...GONE, registered: lacking('timeout'), statuses: lacking('timeout') },
    'unmet',
    'not-delegated',
  ],
  ['not in the zone, on hold', { ...GONE, statuses: known(['serverHold'] as const) }, 'unmet', 'held'],
  ['not in the zone, not registered', { ...GONE, registered: known('no-such-object') }, 'unmet', 'not-registered'],
  ['parents disagree', { delegation: lacking('parents-disagree') }, 'unknown', 'parents-disagree'],
  ['no answer', { delegation: lacking('timeout') }, 'unknown', 'timeout'],
  ['excluded', { delegation: lacking('excluded-by-seal') }, 'unknown', 'excluded-by-seal'],
] as const)('%s', (_what, facts, verdict, word) => {
  expectSays(judged('delegated-to', TERMS, dossier(facts)), verdict, word);
});

test('the sentence says what differs, and a hold of the registrar is not asked of the registry', () => {
  expect(judged('delegated-to', TERMS, dossier(to(NS1, NS2, EVIL1))).reason).toBe(
    'delegated to ns1.evil.example besides ns1.sinkhole.example, ns2.sinkhole.example',
  );
  expect(judged('delegated-to', TERMS, dossier(to(NS1))).reason).toBe('delegated without ns2.sinkhole.example');
  expect(judged('delegated-to', TERMS, dossier(to(NS1, EVIL1))).reason).toBe(
    'delegated to ns1.sinkhole.example, ns1.evil.example, not to ns1.sinkhole.example, ns2.sinkhole.example',
  );
  const held = judged('delegated-to', TERMS, dossier({ ...GONE, statuses: known(['clientHold'] as const, 'run#1') }));
  expect(held).toMatchObject({ now: 'on clientHold', citations: ['run#2', 'run#1'] });
  expect(held.ask).toBeUndefined();
});
