import { expect, test } from 'vitest';
import { expectSays, judged } from './judging.ts';
import { dossier, known, lacking } from './literals.ts';

const TERMS = { registrar: 'custodian' };

test.each([
  [
    'the ordered IANA ID, whatever the name',
    { registrar: known({ name: 'MARKMONITOR', ianaId: 292 }) },
    'met',
    'as-ordered',
  ],
  [
    'another IANA ID under the same name',
    { registrar: known({ name: 'MarkMonitor Inc.', ianaId: 146 }) },
    'unmet',
    'other-registrar',
  ],
  ['the same name without an IANA ID', { registrar: known({ name: 'MarkMonitor Inc.' }) }, 'unknown', 'no-iana-id'],
  ['another name without an IANA ID', { registrar: known({ name: 'Evil Ltd' }) }, 'unknown', 'no-iana-id'],
  [
    'not registered',
    { registered: known('no-such-object'), registrar: lacking('not-registered') },
    'unmet',
    'not-registered',
  ],
  ['reserved', { registered: known('reserved'), registrar: lacking('not-registered') }, 'unmet', 'not-registered'],
  ['not stated', { registrar: lacking('not-stated') }, 'unknown', 'not-stated'],
  [
    'never checked',
    { registered: lacking('never-checked'), registrar: lacking('never-checked') },
    'unknown',
    'never-checked',
  ],
  [
    'rate-limited',
    { registered: lacking('rate-limited'), registrar: lacking('rate-limited') },
    'unknown',
    'rate-limited',
  ],
] as const)('%s', (_what, facts, verdict, word) => {
  expectSays(judged('registrar-of-record', TERMS, dossier(facts)), verdict, word);
});

test('statuses without a transfer, or none that are known, tell of none', () => {
  const registrar = known({ name: 'Evil Ltd', ianaId: 9 });
  const reason = 'the registrar of record is Evil Ltd (IANA ID 9), not MarkMonitor Inc. (IANA ID 292)';
  expect(judged('registrar-of-record', TERMS, dossier({ registrar })).reason).toBe(reason);
  expect(judged('registrar-of-record', TERMS, dossier({ registrar, statuses: lacking('timeout') })).reason).toBe(
    reason,
  );
});

test('an unmet one says who has it, whom to ask for what, and that a transfer is under way', () => {
  const facts = {
    registrar: known({ name: 'Evil Ltd', ianaId: 9 }, 'run#3'),
    statuses: known(['pendingTransfer'] as const),
  };
  expect(judged('registrar-of-record', TERMS, dossier(facts))).toEqual({
    verdict: 'unmet',
    word: 'other-registrar',
    reason:
      'the registrar of record is Evil Ltd (IANA ID 9), not MarkMonitor Inc. (IANA ID 292); a transfer is under way',
    citations: ['run#3'],
    now: 'Evil Ltd (IANA ID 9)',
    ask: 'to transfer it to MarkMonitor Inc. (IANA ID 292)',
  });
});
