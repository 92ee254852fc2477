import { expect, test } from 'vitest';
import type { HostAnswers } from '../../src/model/seen/observation.ts';
import { address, name } from '../support/values.ts';
import { expectSays, judged } from './judging.ts';
import {
  addresses,
  dossier,
  hosts,
  keeping,
  known,
  lacking,
  NO_DATA,
  NO_NAME,
  NS2,
  server,
  TIMED_OUT,
} from './literals.ts';

const TERMS = { sinkhole: 'dcu' };
const GOOD = server('ns1.sinkhole.example 192.0.2.53');
const at2 = (changes: Partial<HostAnswers>) => [GOOD, server('ns2', { answers: known(hosts(changes), 'run#4') })];
const A = addresses('192.0.2.5');
const OUTSIDE = addresses('192.0.2.5', '203.0.113.9');
const SILENT = server('ns2', { answers: lacking('timeout') });
const LAME = server('ns2', { answers: lacking('lame') });

test.each([
  ['all inside', [GOOD], 'met', 'as-ordered'],
  ['no AAAA is fine', at2({ apex: { a: A, aaaa: NO_DATA } }), 'met', 'as-ordered'],
  ['AAAA alone is fine', at2({ apex: { a: NO_DATA, aaaa: addresses('2001:db8:5::1') } }), 'met', 'as-ordered'],
  ['one address outside', at2({ apex: { a: OUTSIDE, aaaa: NO_DATA } }), 'unmet', 'outside-sinkhole'],
  ['an old AAAA', at2({ www: { a: A, aaaa: addresses('2001:db8:bad::1') } }), 'unmet', 'outside-sinkhole'],
  ['a random label outside', at2({ random: { a: OUTSIDE, aaaa: NO_DATA } }), 'unmet', 'outside-sinkhole'],
  ['no address at the name', at2({ apex: { a: NO_DATA, aaaa: NO_DATA } }), 'unmet', 'no-address'],
  ['an empty answer is no address', at2({ apex: { a: addresses(), aaaa: NO_DATA } }), 'unmet', 'no-address'],
  ['no www', at2({ www: { a: NO_NAME, aaaa: NO_NAME } }), 'unmet', 'no-wildcard'],
  ['no wildcard', at2({ random: { a: NO_DATA, aaaa: NO_DATA } }), 'unmet', 'no-wildcard'],
  ['lame', [GOOD, LAME], 'unmet', 'lame'],
  ['one server silent', [GOOD, SILENT], 'unknown', 'timeout'],
  ['one question silent', at2({ www: { a: A, aaaa: TIMED_OUT } }), 'unknown', 'timeout'],
  ['no address in half an answer', at2({ apex: { a: NO_DATA, aaaa: TIMED_OUT } }), 'unknown', 'timeout'],
  ['silent and outside', [SILENT, ...at2({ apex: { a: OUTSIDE, aaaa: TIMED_OUT } })], 'unmet', 'outside-sinkhole'],
  ['lame and outside', [LAME, ...at2({ apex: { a: OUTSIDE, aaaa: NO_DATA } })], 'unmet', 'outside-sinkhole'],
  ['nobody was asked', [], 'unknown', 'not-asked'],
] as const)('%s', (_what, servers, verdict, word) => {
  expectSays(judged('resolves-to', TERMS, dossier({ servers })), verdict, word);
});

test.each([
  [
    'not delegated, and an address of the parent’s own',
    { delegation: known(null), inParents: keeping({ addresses: [address('203.0.113.9')] }) },
    'unmet',
    'outside-sinkhole',
  ],
  [
    'not delegated, and the parent’s own address is the sinkhole’s',
    { delegation: known(null), inParents: keeping({ addresses: [address('192.0.2.7')] }) },
    'unknown',
    'not-asked',
  ],
  ['not delegated', { delegation: known(null) }, 'unmet', 'not-delegated'],
  ['on hold', { delegation: known(null), statuses: known(['clientHold'] as const) }, 'unmet', 'held'],
  ['delegation not known', { delegation: lacking('parents-disagree'), servers: [] }, 'unknown', 'parents-disagree'],
  ['a host name of somebody else’s', { delegation: known(null), under: name('example.test') }, 'unknown', 'not-asked'],
] as const)('%s', (_what, facts, verdict, word) => {
  expectSays(judged('resolves-to', TERMS, dossier(facts)), verdict, word);
});

test('only the hosts that the terms name are judged', () => {
  const servers = at2({ random: { a: NO_NAME, aaaa: NO_NAME } });
  expectSays(judged('resolves-to', { ...TERMS, hosts: ['apex', 'www'] }, dossier({ servers })), 'met', 'as-ordered');
});

const under = (otherRandom: HostAnswers['random'], unasked: readonly string[] = []) =>
  server('ns2', { facts: { nameServer: NS2, hosts: hosts(), otherRandom, unasked: unasked.map(address) } });
const ASTRAY = under({ a: OUTSIDE, aaaa: NO_DATA });

test.each([
  ['inside', under(hosts().random), 'met', 'as-ordered'],
  ['outside', ASTRAY, 'unmet', 'outside-sinkhole'],
  ['without an address', under({ a: NO_DATA, aaaa: NO_DATA }), 'unmet', 'no-wildcard'],
  ['silent', under({ a: TIMED_OUT, aaaa: NO_DATA }), 'unknown', 'timeout'],
] as const)('a second random label %s', (_what, second, verdict, word) => {
  expectSays(judged('resolves-to', TERMS, dossier({ servers: [GOOD, second] })), verdict, word);
});

test('a second random label is judged only where random labels are', () => {
  const terms = { ...TERMS, hosts: ['apex'] };
  expectSays(judged('resolves-to', terms, dossier({ servers: [ASTRAY] })), 'met', 'as-ordered');
});

test('addresses of servers that could not be asked are named once, with what is met', () => {
  const servers = [GOOD, under(hosts().random, ['2001:db8::1', '2001:db8::2']), under(hosts().random, ['2001:db8::1'])];
  expect(judged('resolves-to', TERMS, dossier({ servers })).notes).toEqual([
    'not asked, since the machine had no IPv6: 2001:db8::1, 2001:db8::2',
  ]);
  expect(judged('resolves-to', TERMS, dossier({ servers: [GOOD] })).notes).toBeUndefined();
});

test('of several failings the gravest is told, and of equals the first', () => {
  const empty = { a: NO_DATA, aaaa: NO_DATA };
  const reason = (...servers: ReturnType<typeof server>[]) => judged('resolves-to', TERMS, dossier({ servers })).reason;
  expect(reason(LAME, ...at2({ apex: empty }))).toBe('ns2 is lame: it does not answer for the zone');
  expect(reason(...at2({ random: empty, apex: empty }))).toBe('no address (the name itself, at ns2)');
  expect(reason(...at2({ www: empty, random: empty }))).toBe('no address (www, at ns2)');
  expect(reason(...at2({ random: empty }))).toBe('no address (a random label, at ns2)');
  expect(
    reason(...at2({ www: { a: OUTSIDE, aaaa: NO_DATA }, random: { a: addresses('198.51.100.7'), aaaa: NO_DATA } })),
  ).toContain('203.0.113.9 is outside');
  expect(reason(...at2({ apex: { a: A, aaaa: TIMED_OUT } }))).toMatch(/\(AAAA\): the name itself, at ns2$/);
});

test('what is met cites the delegation and every server; what is unmet the one that shows it', () => {
  expect(judged('resolves-to', TERMS, dossier()).citations).toEqual([
    'run#2',
    'run#ns1.sinkhole.example 192.0.2.53',
    'run#ns2.sinkhole.example 192.0.2.54',
  ]);
  const bad = judged('resolves-to', TERMS, dossier({ servers: at2({ apex: { a: OUTSIDE, aaaa: NO_DATA } }) }));
  expect(bad).toMatchObject({
    reason: '203.0.113.9 is outside 192.0.2.0/24 (the name itself, at ns2)',
    now: '203.0.113.9',
    citations: ['run#2', 'run#4'],
  });
});
