import { expect, test } from 'vitest';
import { expectSays, judged } from './judging.ts';
import { dossier, known, lacking } from './literals.ts';

const TERMS = { statuses: ['serverTransferProhibited', 'serverUpdateProhibited'] };

test.each([
  [
    'all and more',
    { statuses: known(['serverUpdateProhibited', 'ok', 'serverTransferProhibited'] as const) },
    'met',
    'as-ordered',
  ],
  ['one is missing', { statuses: known(['serverTransferProhibited'] as const) }, 'unmet', 'locks-missing'],
  ['none is set', { statuses: known([]) }, 'unmet', 'locks-missing'],
  [
    'client for server',
    { statuses: known(['clientTransferProhibited', 'clientUpdateProhibited'] as const) },
    'unmet',
    'locks-missing',
  ],
  ['not registered', { registered: known('no-such-object') }, 'unmet', 'not-registered'],
  ['not stated', { statuses: lacking('not-stated') }, 'unknown', 'not-stated'],
  ['denied', { statuses: lacking('denied') }, 'unknown', 'denied'],
] as const)('%s', (_what, facts, verdict, word) => {
  expectSays(judged('epp-status-includes', TERMS, dossier(facts)), verdict, word);
});

test('an unmet one names the missing ones alone', () => {
  const judgement = judged(
    'epp-status-includes',
    TERMS,
    dossier({ statuses: known(['serverTransferProhibited'] as const) }),
  );
  expect(judgement).toMatchObject({ reason: 'not set: serverUpdateProhibited', ask: 'to set serverUpdateProhibited' });
});
