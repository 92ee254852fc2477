import { expect, test } from 'vitest';
import { expectSays, judged } from './judging.ts';
import { DS, dossier, KEY, known, lacking, server } from './literals.ts';

const keyed = (text: string) => server(text, { keys: known([KEY], `run#${text}`) });
const bare = server('ns2', { keys: known([], 'run#7') });
const OTHER_DS = { ...DS, keyTag: 99 };
const UNUSABLE = { ...DS, digestType: 3 };
const ODD = { ...DS, algorithm: 200 };

test.each([
  ['no DS', { ds: known([]) }, 'met', 'as-ordered'],
  ['a key at every server', { ds: known([DS]), servers: [keyed('ns1'), keyed('ns2')] }, 'met', 'as-ordered'],
  ['one DS of two is enough', { ds: known([OTHER_DS, DS]), servers: [keyed('ns1')] }, 'met', 'as-ordered'],
  ['not in the zone', { delegation: known(null), ds: lacking('not-delegated') }, 'met', 'as-ordered'],
  ['no key at one server', { ds: known([DS]), servers: [keyed('ns1'), bare] }, 'unmet', 'stale-ds'],
  ['another key', { ds: known([OTHER_DS]), servers: [keyed('ns1')] }, 'unmet', 'stale-ds'],
  ['keys not seen at one server', { ds: known([DS]), servers: [keyed('ns1'), server('ns2')] }, 'unknown', 'not-asked'],
  ['no server asked', { ds: known([DS]), servers: [] }, 'unknown', 'not-asked'],
  ['a digest that no resolver knows', { ds: known([UNUSABLE]), servers: [bare] }, 'unknown', 'ds-without-effect'],
  ['an algorithm that no resolver knows', { ds: known([ODD]), servers: [bare] }, 'unknown', 'ds-without-effect'],
  ['one of them beside a stale one', { ds: known([ODD, DS]), servers: [bare] }, 'unmet', 'stale-ds'],
  ['DS that does not fit its signature', { ds: lacking('bogus') }, 'unknown', 'bogus'],
  ['DS not known', { ds: lacking('server-error') }, 'unknown', 'server-error'],
  ['neither is known', { delegation: lacking('timeout'), ds: lacking('timeout') }, 'unknown', 'timeout'],
] as const)('%s', (_what, facts, verdict, word) => {
  expectSays(judged('ds-absent-or-valid', {}, dossier(facts)), verdict, word);
});

test('a stale one says what breaks and which DS to remove', () => {
  const judgement = judged(
    'ds-absent-or-valid',
    {},
    dossier({ ds: known([DS], 'run#2'), servers: [keyed('ns1'), bare] }),
  );
  expect(judgement).toMatchObject({
    reason: 'validating resolvers get SERVFAIL: DS 4711 at the parent matches no key at ns2',
    ask: 'to remove DS 4711',
    citations: ['run#2', 'run#7'],
  });
});

test('one without effect predicts no failure', () => {
  const judgement = judged('ds-absent-or-valid', {}, dossier({ ds: known([ODD]), servers: [bare] }));
  expect(judgement.reason).toBe('DS 4711 present, without effect: no resolver validates algorithm 200, digest type 2');
});
