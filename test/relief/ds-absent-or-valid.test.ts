import { expect, test } from 'vitest';
import type { ParentView } from '../../src/model/judged/dossier.ts';
import type { DnsKey } from '../../src/model/seen/delegation.ts';
import { at } from '../support/values.ts';
import { expectSays, judged } from './judging.ts';
import { DS, dossier, KEY, known, lacking, server } from './literals.ts';

const keyed = (text: string) => server(text, { keys: known([KEY], `run#${text}`) });
const signing = (text: string, signs: NonNullable<DnsKey['signs']>, more: Partial<DnsKey> = {}) =>
  server(text, { keys: known([{ ...KEY, signs, ...more }], `run#${text}`) });
const { signs: _, ...UNTOLD } = KEY;
const bare = server('ns2', { keys: known([], 'run#7') });
const OTHER_DS = { ...DS, keyTag: 99 };
const BY_SHA1 = { ...DS, digestType: 1, digest: 'cd' };
const STALE = { ...OTHER_DS, digest: 'ef' };
const STALE_8 = { ...STALE, algorithm: 8 };
const STALE_BY_SHA1 = { ...STALE, digestType: 1 };
const UNUSABLE = { ...DS, digestType: 3 };
const ODD = { ...DS, algorithm: 200 };

test.each([
  ['no DS', { ds: known([]) }, 'met', 'as-ordered'],
  ['a key at every server', { ds: known([DS]), servers: [keyed('ns1'), keyed('ns2')] }, 'met', 'as-ordered'],
  ['one DS of two is enough', { ds: known([OTHER_DS, DS]), servers: [keyed('ns1')] }, 'met', 'as-ordered'],
  ['not in the zone', { delegation: known(null), ds: lacking('not-delegated') }, 'met', 'as-ordered'],
  ['no key at one server', { ds: known([DS]), servers: [keyed('ns1'), bare] }, 'unmet', 'stale-ds'],
  [
    'no key in an older look',
    { ds: known([DS]), servers: [server('ns1', { keys: known([], 'older#7') })] },
    'unknown',
    'not-asked',
  ],
  [
    'a key in an older look',
    { ds: known([DS]), servers: [server('ns1', { keys: known([KEY], 'older#7') })] },
    'met',
    'as-ordered',
  ],
  ['another key', { ds: known([OTHER_DS]), servers: [keyed('ns1')] }, 'unmet', 'stale-ds'],
  ['a key that signs nothing', { ds: known([DS]), servers: [signing('ns1', 'nothing')] }, 'unmet', 'ds-key-unsigned'],
  ['a key that signs wrongly', { ds: known([DS]), servers: [signing('ns1', 'wrongly')] }, 'unmet', 'ds-key-unsigned'],
  [
    'at one server of two',
    { ds: known([DS]), servers: [keyed('ns1'), signing('ns2', 'nothing')] },
    'unmet',
    'ds-key-unsigned',
  ],
  ['expired', { ds: known([DS]), servers: [signing('ns1', 'expired')] }, 'unmet', 'signatures-out-of-time'],
  ['not valid yet', { ds: known([DS]), servers: [signing('ns1', 'early')] }, 'unmet', 'signatures-out-of-time'],
  ['cannot be verified', { ds: known([DS]), servers: [signing('ns1', 'unsupported')] }, 'unknown', 'keys-unverified'],
  [
    'never looked at',
    { ds: known([DS]), servers: [server('ns1', { keys: known([UNTOLD]) })] },
    'unknown',
    'keys-unverified',
  ],
  [
    'one key of two is enough',
    { ds: known([DS]), servers: [server('ns1', { keys: known([{ ...KEY, signs: 'expired' }, KEY]) })] },
    'met',
    'as-ordered',
  ],
  ['keys not seen at one server', { ds: known([DS]), servers: [keyed('ns1'), server('ns2')] }, 'unknown', 'not-asked'],
  ['no server asked', { ds: known([DS]), servers: [] }, 'unknown', 'not-asked'],
  ['a digest that no resolver knows', { ds: known([UNUSABLE]), servers: [bare] }, 'unknown', 'ds-without-effect'],
  ['an algorithm that no resolver knows', { ds: known([ODD]), servers: [bare] }, 'unknown', 'ds-without-effect'],
  ['one of them beside a stale one', { ds: known([ODD, DS]), servers: [bare] }, 'unmet', 'stale-ds'],
  ['DS that does not fit its signature', { ds: lacking('bogus') }, 'unknown', 'bogus'],
  ['DS not known', { ds: lacking('server-error') }, 'unknown', 'server-error'],
  ['SHA-1 alone', { ds: known([BY_SHA1]), servers: [keyed('ns1')] }, 'met', 'as-ordered'],
  ['SHA-1 beside a stale one', { ds: known([BY_SHA1, STALE]), servers: [keyed('ns1')] }, 'unknown', 'ds-sha1-ignored'],
  ['of another algorithm', { ds: known([BY_SHA1, STALE_8]), servers: [keyed('ns1')] }, 'unknown', 'ds-sha1-ignored'],
  ['SHA-1 stale beside a good one', { ds: known([STALE_BY_SHA1, DS]), servers: [keyed('ns1')] }, 'met', 'as-ordered'],
  [
    'SHA-1 beside a stale one, and no key elsewhere',
    { ds: known([BY_SHA1, STALE]), servers: [keyed('ns1'), bare] },
    'unmet',
    'stale-ds',
  ],
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
    reason:
      'validating resolvers get SERVFAIL as long as the registry publishes DS 4711, and for its time to live after: no key at ns2 matches it',
    ask: 'to remove DS 4711',
    citations: ['run#2', 'run#7'],
  });
});

test.each([
  [1, 'no'],
  [3, 'no'],
  [5, 'yes'],
  [6, 'no'],
  [7, 'yes'],
  [8, 'yes'],
  [9, 'no'],
  [10, 'yes'],
  [11, 'no'],
  [12, 'no'],
  [13, 'yes'],
  [14, 'yes'],
  [15, 'yes'],
  [16, 'yes'],
  [17, 'no'],
] as const)('whether a resolver acts on a DS of algorithm %i: %s', (algorithm, acts) => {
  const facts = { ds: known([{ ...DS, algorithm }]), servers: [bare] };
  const [verdict, word] =
    acts === 'yes' ? (['unmet', 'stale-ds'] as const) : (['unknown', 'ds-without-effect'] as const);
  expectSays(judged('ds-absent-or-valid', {}, dossier(facts)), verdict, word);
});

test.each([
  [0, 'no'],
  [1, 'yes'],
  [2, 'yes'],
  [3, 'no'],
  [4, 'yes'],
  [5, 'no'],
] as const)('whether a resolver acts on a DS of digest type %i: %s', (digestType, acts) => {
  const facts = { ds: known([{ ...DS, digestType }]), servers: [bare] };
  const word = acts === 'yes' ? 'stale-ds' : 'ds-without-effect';
  expect(judged('ds-absent-or-valid', {}, dossier(facts)).word).toBe(word);
});

test('a DS that nothing matches beside one that holds is worth a note, and one that a second key matches is not', () => {
  const second = { ...KEY, keyTag: 99 };
  const at = (...keys: readonly DnsKey[]) =>
    dossier({ ds: known([DS, OTHER_DS]), servers: [server('ns1', { keys: known(keys) })] });
  expect(judged('ds-absent-or-valid', {}, at(KEY)).notes).toEqual(['DS 99 matches no key and is not needed']);
  expect(judged('ds-absent-or-valid', {}, at(KEY, second)).notes).toBeUndefined();
});

test('what cannot be verified cites the DS and the server that shows the key', () => {
  const facts = dossier({
    ds: known([DS], 'run#2'),
    servers: [signing('ns1', 'unsupported'), signing('ns2', 'unsupported')],
  });
  expect(judged('ds-absent-or-valid', {}, facts)).toMatchObject({
    reason: expect.stringContaining('a key at ns1, '),
    citations: ['run#2', 'run#ns1'],
  });
});

test('one without effect predicts no failure', () => {
  const judgement = judged('ds-absent-or-valid', {}, dossier({ ds: known([ODD]), servers: [bare] }));
  expect(judgement.reason).toBe('DS 4711 present, without effect: no resolver validates algorithm 200, digest type 2');
});

test('how long it lasts follows from the longest lifetime that the parent gives', () => {
  const parent = (ds: number): ParentView => ({
    server: 'a.nic.example',
    facts: { zone: 'example', nameServers: [], glue: {}, ttl: { ds } },
    id: 'run#2',
  });
  const signed = { ...dossier({ ds: known([DS]), servers: [bare] }), parents: [parent(3600), parent(86_400)] };
  expect(judged('ds-absent-or-valid', {}, signed).reason).toContain('publishes DS 4711, and up to 1 day after');
  const signsUntil = at('2019-03-20T08:00:00Z');
  const expired = { ds: known([DS]), servers: [signing('ns1', 'expired', { signsUntil })] };
  expect(judged('ds-absent-or-valid', {}, dossier(expired)).reason).toContain(
    'at ns1 the signature over the zone’s keys expired 2019-03-20 08:00:00 UTC',
  );
});
