// Each class of a resolver's view, and its nearest neighbours that are something else.
import { describe, expect, test } from 'vitest';
import type { Dossier, Fact, ResolverView } from '../../src/model/judged/dossier.ts';
import type { FailureKind } from '../../src/model/seen/failure.ts';
import type { ResolverFacts, Sampled, SampledQuestion } from '../../src/model/seen/observation.ts';
import { resolverNotes } from '../../src/progress/resolver-notes.ts';
import { resolverStates } from '../../src/progress/resolver-states.ts';
import { wordRow } from '../../src/relief/words.ts';
import {
  addresses,
  DS,
  dossier,
  EVIL1,
  hosts,
  keeping,
  known,
  lacking,
  NO_DATA,
  NO_NAME,
  NS1,
  server,
  TIMED_OUT,
} from '../relief/literals.ts';
import { address, at } from '../support/values.ts';

const OLD = { a: addresses('203.0.113.9'), aaaa: NO_DATA };
const SERVFAIL = { answer: 'failure', failure: 'server-error', detail: 'SERVFAIL' } as const;
const FAILING = { a: SERVFAIL, aaaa: SERVFAIL };
const BROKEN = hosts({ apex: FAILING, www: FAILING, random: FAILING });

function view(facts: Partial<ResolverFacts>): ResolverView {
  const whole: ResolverFacts = { hosts: hosts(), validated: false, ...facts };
  return { server: '203.0.113.53', view: known(whole, 'run#5'), heard: { at: at('2019-03-28T21:30:00Z'), took: 0 } };
}

function sampled(of: SampledQuestion, first: number, second: number | undefined): Sampled {
  const later = second === undefined ? {} : { ttl: second };
  return {
    of,
    seen: [
      { at: at('2019-03-28T21:30:00Z'), ttl: first },
      { at: at('2019-03-28T21:30:03Z'), ...later },
    ],
  };
}

interface Around {
  readonly changes?: Partial<Dossier>;
  readonly before?: string;
}

function stateOf(resolver: ResolverView, { changes = {}, before }: Around = {}) {
  const [state] = resolverStates({
    dossier: dossier({ resolvers: [resolver], ...changes }),
    before: () => (before === undefined ? undefined : at(before)),
  });
  return state;
}

test('an address that the parent zone itself has is no old answer', () => {
  const none = { a: NO_NAME, aaaa: NO_NAME };
  const old = view({ hosts: hosts({ apex: OLD, www: none, random: none }) });
  const changes = { delegation: known(null), servers: [] };
  expect(stateOf(old, { changes })?.class).toBe('old-cached');
  const inParents = keeping({ addresses: [address('203.0.113.9')] });
  expect(stateOf(old, { changes: { ...changes, inParents } })?.class).toBe('unknown');
});

describe('a resolver whose answers are those of the servers in authority', () => {
  test('is equal, whatever its lifetimes are', () => {
    expect(stateOf(view({}))).toEqual({ server: '203.0.113.53', class: 'equal', citations: ['run#5'] });
  });

  test('is equal for a name that is out of the zone', () => {
    const nothing = { a: NO_NAME, aaaa: NO_NAME };
    const facts = { hosts: hosts({ apex: nothing, www: nothing, random: nothing }) };
    expect(stateOf(view(facts), { changes: { delegation: known(null), servers: [] } })?.class).toBe('equal');
  });
});

describe('an old answer', () => {
  const facts: Partial<ResolverFacts> = { hosts: hosts({ apex: OLD }), samples: [sampled('apex a', 86_376, 86_373)] };

  test('is cached where its lifetime falls, until its end', () => {
    expect(stateOf(view(facts))).toMatchObject({
      class: 'old-cached',
      until: '2019-03-29T21:29:36Z',
      text: '203.0.113.53 still answers 203.0.113.9 from its cache, until 2019-03-29 21:29:36 UTC at the latest',
    });
  });

  test('is told with the day on which the servers in authority last gave it', () => {
    expect(stateOf(view(facts), { before: '2019-03-20T17:00:00Z' })?.text).toContain(
      'as the name’s servers did on 2019-03-20',
    );
  });

  test('without a second look ends when its lifetime does', () => {
    expect(stateOf(view({ hosts: hosts({ apex: OLD }) }))).toMatchObject({
      class: 'old-cached',
      until: '2019-03-28T21:31:00Z',
    });
  });

  test('in several caches ends with the last of them', () => {
    const several = { hosts: hosts({ apex: OLD }), samples: [sampled('apex a', 40, 900)] };
    expect(stateOf(view(several))).toMatchObject({
      class: 'old-cached',
      until: '2019-03-28T21:45:03Z',
      text: expect.stringContaining('several caches, and the first of them lets go at 2019-03-28 21:30:40 UTC'),
    });
  });

  test('is made by the resolver where its lifetime does not fall', () => {
    const steady = { hosts: hosts({ apex: OLD }), samples: [sampled('apex a', 60, 60)], extendedErrors: [15] };
    expect(stateOf(view(steady))).toMatchObject({
      class: 'other-answer',
      text: expect.stringMatching(/does not fall; it says extended error 15 \(blocked\)$/),
    });
  });

  test('is stale where the resolver says so', () => {
    const stale = { hosts: hosts({ apex: OLD }), samples: [sampled('apex a', 30, 30)], extendedErrors: [3, 22] };
    expect(stateOf(view(stale))?.class).toBe('stale-served');
  });

  test('still counts for a name that has left the zone', () => {
    const nothing = { a: NO_NAME, aaaa: NO_NAME };
    const left = { ...facts, hosts: hosts({ apex: OLD, www: nothing, random: nothing }) };
    expect(stateOf(view(left), { changes: { delegation: known(null), servers: [] } })?.class).toBe('old-cached');
  });

  test('is not told of where a delegated server did not answer, unless the record knows it', () => {
    const servers = [server('ns1.sinkhole.example 192.0.2.53'), server('ns2', { answers: lacking('timeout') })];
    expect(stateOf(view(facts), { changes: { servers } })?.class).toBe('unknown');
    expect(stateOf(view(facts), { changes: { servers }, before: '2019-03-20T17:00:00Z' })?.class).toBe('old-cached');
  });

  test('of a random label is a cached delegation: it ends with its name servers and what they gave last', () => {
    const delegated: Partial<ResolverFacts> = {
      hosts: hosts({ apex: OLD, www: OLD, random: OLD }),
      nameServers: { names: [EVIL1], ttl: 7200 },
      samples: [sampled('apex a', 30, 27), sampled('random a', 60, 57), sampled('name-servers', 7200, 7197)],
    };
    expect(stateOf(view(delegated))).toMatchObject({
      class: 'old-delegation-cached',
      until: '2019-03-28T23:31:00Z',
      text: expect.stringContaining('still goes to ns1.evil.example for the name, until 2019-03-28 23:30:00 UTC'),
    });
  });

  test('is unknown where nobody in authority has answered', () => {
    const unheard = { delegation: lacking('timeout') as Fact<never>, servers: [] };
    expect(stateOf(view({}), { changes: unheard })?.class).toBe('unknown');
  });
});

describe('SERVFAIL', () => {
  const kept = { hosts: BROKEN, answersUnchecked: true, ds: { records: [DS], ttl: 3549 } };

  test('that turns into an answer unchecked is bogus while the parent has the DS', () => {
    expect(stateOf(view(kept), { changes: { ds: known([DS]) } })).toMatchObject({ class: 'bogus' });
    expect(stateOf(view(kept), { changes: { ds: known([DS]) } })).not.toHaveProperty('until');
  });

  test('is bogus by its cache once the parent has none, until the DS that it kept runs out', () => {
    expect(stateOf(view({ ...kept, samples: [sampled('ds', 3549, 3546)] }))).toMatchObject({
      class: 'bogus-cached',
      until: '2019-03-28T22:29:09Z',
      text: '203.0.113.53 answers SERVFAIL by DS 4711, which the parent zone no longer has, until 2019-03-28 22:29:09 UTC at the latest',
    });
    expect(stateOf(view({ ...kept, ds: { records: [] } }))?.class).toBe('bogus');
    expect(stateOf(view(kept), { changes: { ds: lacking('timeout') } })?.class).toBe('bogus');
  });

  test('that stays unchecked is lame, whatever extended error comes with it', () => {
    const lame = { hosts: BROKEN, answersUnchecked: false };
    expect(stateOf(view(lame))?.class).toBe('lame');
    expect(stateOf(view({ ...lame, extendedErrors: [9, 22] }))?.class).toBe('lame');
  });

  test('of which the second question has no answer is unknown', () => {
    expect(stateOf(view({ hosts: BROKEN }))?.class).toBe('unknown');
  });
});

describe('no such name', () => {
  const nothing = { a: NO_NAME, aaaa: NO_NAME };
  const facts = { hosts: hosts({ apex: nothing, www: nothing, random: nothing }) };

  test('is a class of its own where the parent delegates it, with the resolver’s hint', () => {
    expect(stateOf(view({ ...facts, extendedErrors: [17] }))).toMatchObject({
      class: 'nxdomain',
      text: '203.0.113.53 says that the name does not exist (NXDOMAIN); it says extended error 17 (filtered)',
    });
  });

  test('is equal where the delegated servers say the same', () => {
    const servers = [server(NS1, { answers: known(hosts({ apex: nothing, www: nothing, random: nothing })) })];
    expect(stateOf(view(facts), { changes: { servers } })?.class).toBe('equal');
  });

  test('is not what an empty answer is', () => {
    const empty = { hosts: hosts({ apex: { a: NO_DATA, aaaa: NO_DATA } }) };
    expect(stateOf(view(empty))).toMatchObject({
      class: 'other-answer',
      text: '203.0.113.53 says that the name has no address',
    });
  });
});

describe('no answer', () => {
  const classes: readonly (readonly [FailureKind, string])[] = [
    ['timeout', 'no-answer'],
    ['refused', 'no-answer'],
    ['unreachable', 'no-answer'],
    ['denied', 'refused'],
    ['guarded', 'unknown'],
    ['excluded-by-seal', 'unknown'],
    ['no-server', 'unknown'],
  ];

  test.each(classes)('by %s is %s', (failure, found) => {
    expect(stateOf({ server: '9.9.9.9', view: lacking(failure) })?.class).toBe(found);
  });

  test('to a later question alone changes nothing', () => {
    expect(stateOf(view({ hosts: hosts({ www: { a: TIMED_OUT, aaaa: TIMED_OUT } }) }))?.class).toBe('equal');
  });
});

describe('notes', () => {
  const state = (found: 'old-cached' | 'equal' | 'bogus' | 'refused') =>
    ({ server: 's', class: found, text: 't', citations: ['run#5'] }) as const;

  test('have a word of the closed list each, and none for what is equal', () => {
    const notes = resolverNotes([state('old-cached'), state('equal'), state('bogus'), state('refused')], 'met');
    expect(notes.map(({ word }) => word)).toEqual(['cached-old-answer', 'fails-at-resolver', 'refused-by-resolver']);
    for (const { word } of notes) expect(wordRow(word), word).toBeDefined();
  });

  test('do not speak of old answers while the name is where it was', () => {
    expect(resolverNotes([state('old-cached'), state('bogus')], 'unmet').map(({ word }) => word)).toEqual([
      'fails-at-resolver',
    ]);
  });
});
