import { test } from 'vitest';
import { expectSays, judged } from './judging.ts';
import { dossier, known, lacking } from './literals.ts';

const TERMS = { statuses: ['clientHold', 'pendingDelete'] };

test.each([
  ['none of them', { statuses: known(['ok'] as const) }, 'met', 'as-ordered'],
  ['a hold', { statuses: known(['clientHold'] as const) }, 'unmet', 'hold-left'],
  ['a hold beside another one', { statuses: known(['clientHold', 'pendingDelete'] as const) }, 'unmet', 'hold-left'],
  ['the other hold', { statuses: known(['serverHold'] as const) }, 'met', 'as-ordered'],
  ['another one', { statuses: known(['pendingDelete'] as const) }, 'unmet', 'status-left'],
  ['not registered', { registered: known('no-such-object') }, 'unmet', 'not-registered'],
  ['not stated', { statuses: lacking('not-stated') }, 'unknown', 'not-stated'],
  ['broken off', { statuses: lacking('reset') }, 'unknown', 'reset'],
] as const)('%s', (_what, facts, verdict, word) => {
  expectSays(judged('epp-status-excludes', TERMS, dossier(facts)), verdict, word);
});
