import { expect, test } from 'vitest';
import { address } from '../support/values.ts';
import { expectSays, judged } from './judging.ts';
import { dossier, keeping, known, lacking } from './literals.ts';

const GONE = { delegation: known(null, 'run#2') };
const HOLD = { statuses: known(['serverHold'] as const, 'run#1') };

const KEPT = { inParents: keeping({ addresses: [address('203.0.113.9')] }) };
const BELOW = { inParents: keeping({}) };
const UNTOLD = { inParents: keeping({ failure: 'timeout' }) };

test.each([
  ['out of the zone, registered, on hold', { ...GONE, ...HOLD }, 'met', 'as-ordered'],
  ['out of the zone, registered', GONE, 'met', 'as-ordered'],
  ['in the zone', {}, 'unmet', 'in-zone'],
  ['in the zone although on hold', HOLD, 'unmet', 'in-zone'],
  ['in the zone with an address of its own', { ...GONE, ...HOLD, ...KEPT }, 'unmet', 'in-zone'],
  ['out of the zone, and something below it', { ...GONE, ...HOLD, ...BELOW }, 'met', 'as-ordered'],
  ['what the zone has of it not known', { ...GONE, ...HOLD, ...UNTOLD }, 'unknown', 'timeout'],
  ['not registered', { ...GONE, registered: known('no-such-object') }, 'unmet', 'not-registered'],
  ['registration not known', { ...GONE, registered: lacking('timeout') }, 'unknown', 'timeout'],
  ['zone not known', { ...HOLD, delegation: lacking('lame') }, 'unknown', 'lame'],
] as const)('%s', (_what, facts, verdict, word) => {
  expectSays(judged('held', {}, dossier(facts)), verdict, word);
});

test('what is met cites the zone, the registration and the hold, each once', () => {
  const cited = (id: string) =>
    judged(
      'held',
      {},
      dossier({ ...GONE, registered: known('registered', 'run#1'), statuses: known(['clientHold'] as const, id) }),
    ).citations;
  expect(cited('run#1')).toEqual(['run#2', 'run#1']);
  expect(cited('run#5')).toEqual(['run#2', 'run#1', 'run#5']);
});

test('the lack of a hold status is a note', () => {
  expect(judged('held', {}, dossier(GONE)).notes).toEqual(['no hold status is shown']);
  expect(judged('held', {}, dossier({ ...GONE, ...HOLD })).notes).toBeUndefined();
});
