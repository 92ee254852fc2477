// When a name's own servers last gave what only a resolver still gives; and resolvers that gave no answer that counts.
import { describe, expect, test } from 'vitest';
import type { CaseRecord } from '../../src/model/judged/record.ts';
import type { FailureKind } from '../../src/model/seen/failure.ts';
import type { Observation } from '../../src/model/seen/observation.ts';
import type { Difference } from '../../src/model/seen/resolver-difference.ts';
import { beforeIn } from '../../src/progress/resolver-before.ts';
import { silentState } from '../../src/progress/resolver-silence.ts';
import { addresses, EVIL1, hosts, NO_DATA } from '../relief/literals.ts';
import { address, at, name } from '../support/values.ts';
import { ANSWERS, failed, RESOLVED, run, saw } from './sightings.ts';

const ONE = name('one.example');
const OLD = address('203.0.113.9');
const STRANGE: Difference = { of: 'apex a', what: 'address', host: 'apex', address: OLD };

/** Newest first; each is what that run saw. */
function lastGiven(runs: readonly (readonly Observation[])[], difference: Difference = STRANGE) {
  const record: Pick<CaseRecord, 'earlier' | 'hasEarlier'> = {
    hasEarlier: runs.length > 0,
    earlier: (about) => runs.map((observations) => ({ name: about, observations, run: run(20) })),
  };
  return beforeIn(record, ONE)(difference);
}

const given = (changes: Parameters<typeof hosts>[0], day = 20) => [
  { ...saw('addresses', { ...ANSWERS, hosts: hosts(changes) }), at: at(`2019-03-${day}T14:15:02Z`) },
];
const apex = (day: number) => given({ apex: { a: addresses('192.0.2.5', OLD), aaaa: NO_DATA } }, day);
const nothing = given({});

describe('what the servers gave before', () => {
  test('is told by the newest run in which one of them gave it', () => {
    expect(lastGiven([nothing, apex(19), apex(18)])).toBe('2019-03-19T14:15:02Z');
    expect(lastGiven([nothing, nothing])).toBeUndefined();
    expect(lastGiven([])).toBeUndefined();
  });

  test('is found at whichever host and in whichever family, since caches are filled through aliases too', () => {
    const v6 = address('2001:db8:bad::1');
    expect(lastGiven([given({ random: { a: addresses(OLD), aaaa: NO_DATA } })])).toBeDefined();
    expect(
      lastGiven([given({ www: { a: NO_DATA, aaaa: addresses(v6) } })], { ...STRANGE, of: 'apex aaaa', address: v6 }),
    ).toBeDefined();
    expect(lastGiven([given({ www: { a: NO_DATA, aaaa: addresses(v6) } })])).toBeUndefined();
  });

  test('is what the name’s own servers said: no resolver, and no failure', () => {
    const resolver = saw('resolver', { ...RESOLVED, hosts: hosts({ apex: { a: addresses(OLD), aaaa: NO_DATA } }) });
    expect(lastGiven([[resolver, failed('addresses', 'timeout')]])).toBeUndefined();
  });

  test('is looked for in twelve runs and no further', () => {
    const idle = Array.from({ length: 11 }, () => nothing);
    expect(lastGiven([...idle, apex(18)])).toBeDefined();
    expect(lastGiven([...idle, nothing, apex(18)])).toBeUndefined();
  });

  test('is asked of addresses alone', () => {
    expect(lastGiven([apex(19)], { of: 'name-servers', what: 'name-servers', names: [EVIL1] })).toBeUndefined();
  });
});

test.each([
  ['denied', 'refused'],
  ['rate-limited', 'refused'],
  ['timeout', 'no-answer'],
  ['server-error', 'no-answer'],
  ['tls', 'no-answer'],
  ['unresolvable', 'no-answer'],
  ['rewritten-answers', 'rewriting'],
  ['excluded-by-seal', 'unknown'],
  ['not-asked', 'unknown'],
] as const satisfies readonly (readonly [FailureKind, string])[])(
  'a resolver’s %s is of the class %s',
  (word, found) => {
    const state = silentState('203.0.113.53', { known: false, word, reason: 'because', citations: ['run#1'] });
    const text = found === 'rewriting' ? expect.stringContaining('203.0.113.53 gives addresses for names') : 'because';
    expect(state).toEqual({
      server: '203.0.113.53',
      class: found,
      citations: ['run#1'],
      ...(found === 'unknown' ? {} : { text }),
    });
  },
);

test('a word that only sounds like a failure is of no class', () => {
  expect(silentState('r', { known: false, word: 'constructor', reason: '', citations: [] }).class).toBe('unknown');
});
