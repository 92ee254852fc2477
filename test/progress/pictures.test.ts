// A look at a name as it can be given back, and verdicts judged a second time from what octets say today.
import { describe, expect, test } from 'vitest';
import type { Observation } from '../../src/model/seen/observation.ts';
import { judgeAgain, type VerdictChange } from '../../src/progress/judge-again.ts';
import { pictureOf } from '../../src/progress/picture.ts';
import { statedIn } from '../../src/progress/stated.ts';
import { unfinishedTexts } from '../../src/progress/unfinished.ts';
import { AS_OF, aCase, DS, EVIL1, NS1 } from '../relief/literals.ts';
import { address, at, name } from '../support/values.ts';
import { DELEGATION, failed, REGISTRATION, recordOf, run, saw, sawNothing, scene } from './sightings.ts';

const ONE = name('one.example');
const CREATED = at('2010-01-01T00:00:00Z');

describe('a field that the registry states', () => {
  const rdap = saw('rdap-registry', { ...REGISTRATION, created: CREATED });
  const whois = saw('whois-registry', { ...REGISTRATION, created: at('2011-01-01T00:00:00Z'), handle: 'D1' });

  test('is RDAP’s before WHOIS’s, whichever came first, and WHOIS’s where RDAP does not state it', () => {
    expect(statedIn([whois, rdap], 'created')).toEqual({ value: CREATED, id: rdap.id });
    expect(statedIn([whois, rdap], 'handle')).toEqual({ value: 'D1', id: whois.id });
  });

  test('is no registrar’s, and nobody’s where nobody answered', () => {
    const registrar = saw('rdap-registrar', { ...REGISTRATION, created: CREATED });
    expect(statedIn([registrar, failed('rdap-registry', 'timeout')], 'created')).toBeUndefined();
  });
});

describe('a picture', () => {
  const picture = (...observations: readonly Observation[]) => pictureOf({ name: ONE, observations }, AS_OF);

  test('has each field with what states it', () => {
    const glue = { [EVIL1]: [address('203.0.113.9')] };
    const seen = [
      saw('rdap-registry', { ...REGISTRATION, created: CREATED, handle: 'D1' }),
      saw('delegation', { ...DELEGATION, nameServers: [EVIL1], glue, ds: [DS] }),
    ];
    const [registry, parent] = seen.map(({ id }) => id);
    expect(picture(...seen)).toMatchObject({
      at: '2019-03-24T14:15:02Z',
      registered: { value: 'registered' },
      nameServers: { known: true, value: [EVIL1], citations: [parent] },
      glue,
      ds: { known: true, value: [DS] },
      created: { known: true, value: CREATED, citations: [registry] },
      handle: { known: true, value: 'D1', citations: [registry] },
    });
  });

  test('tells what is not stated from what was not registered, and from what nobody knows', () => {
    expect(picture(saw('rdap-registry', REGISTRATION))).toMatchObject({
      created: { known: false, word: 'not-stated' },
      nameServers: { known: false, word: 'not-asked' },
      glue: {},
    });
    expect(picture(sawNothing('rdap-registry'))).toMatchObject({ created: { known: false, word: 'not-asked' } });
    expect(picture(failed('rdap-registry', 'timeout'))).toMatchObject({ handle: { known: false, word: 'timeout' } });
  });

  test('of a name that is in no zone has no name server and no DS', () => {
    expect(picture(sawNothing('delegation'))).toMatchObject({
      nameServers: { known: true, value: [] },
      glue: {},
      ds: { known: true, value: [] },
    });
    expect(picture(failed('delegation', 'timeout'))).toMatchObject({ ds: { known: false, word: 'timeout' } });
  });

  test('is none where nothing was seen', () => {
    expect(picture()).toBeUndefined();
  });
});

describe('verdicts judged again', () => {
  const sighted = [
    { name: ONE, observations: scene() },
    { name: name('other.example'), observations: scene() },
  ];
  const question = { theCase: aCase(), record: recordOf([{ day: 24, sighted }]), asOf: AS_OF };

  function judged(again: (observation: Observation) => Observation, isReread: (id: string) => boolean = () => true) {
    const changes: VerdictChange[] = [];
    const judging = judgeAgain({ ...question, again, isReread });
    for (;;) {
      const next = judging.next();
      if (next.done) return { changes, counts: next.value };
      changes.push(next.value);
    }
  }

  test('are the same where all reads as it did, counted for names of the case alone', () => {
    expect(judged((one) => one)).toEqual({ changes: [], counts: { verdicts: 4, asTheyWere: 0 } });
    expect(judged((one) => ({ ...one })).changes).toEqual([]);
  });

  test('are told, with what they were, where something reads otherwise', () => {
    const moved = (one: Observation): Observation =>
      one.lookup === 'delegation' && one.outcome === 'facts'
        ? { ...one, facts: { ...one.facts, nameServers: [NS1] } }
        : one;
    const { changes } = judged(moved);
    expect(changes.map(({ before, now }) => [before.verdict, before.word, now.verdict, now.word])).toEqual([
      ['met', 'as-ordered', 'unmet', 'other-name-servers'],
    ]);
  });

  test('stand as they were where their octets cannot be read again', () => {
    expect(
      judged(
        (one) => one,
        () => false,
      ).counts,
    ).toEqual({ verdicts: 4, asTheyWere: 4 });
    const delegations = sighted.flatMap(({ observations }) =>
      observations.flatMap((one) => (one.lookup === 'delegation' ? [one.id] : [])),
    );
    expect(
      judged(
        (one) => one,
        (id) => !delegations.includes(id),
      ).counts.asTheyWere,
    ).toBe(3);
  });

  test('tell another reason of the same verdict too', () => {
    const silent = (failure: 'timeout' | 'refused') => (one: Observation) =>
      ({ ...failed('delegation', failure), id: one.id, of: one.of }) as Observation;
    const dark = {
      ...question,
      record: recordOf([
        { day: 24, sighted: [{ name: ONE, observations: [silent('timeout')(saw('delegation', DELEGATION))] }] },
      ]),
    };
    const found = [...judgeAgain({ ...dark, again: silent('refused'), isReread: () => true })];
    expect(found.map(({ before, now }) => [before.word, now.word])).toContainEqual(['timeout', 'refused']);
  });
});

test('runs that were begun tell how each is finished; shards that wait are told together', () => {
  const shard = (number: number, of: number, waits: boolean) => ({
    ...run(24),
    id: `r${number}`,
    shard: { number, of },
    ...(waits ? { waits } : {}),
  });
  const [two, one, half, open] = [shard(2, 4, true), shard(1, 4, true), shard(1, 2, true), shard(3, 4, false)];
  expect(unfinishedTexts({ id: 'acme', rehearsal: false }, [{ ...run(24), id: 'r' }, two, open, half, one])).toEqual([
    'run r: finish it with takedown check acme --resume',
    'shard 3/4: finish it with takedown check acme --shard 3/4 --resume',
    'shards 1, 2 of 4 wait to be joined with the others: takedown merge acme',
    'shard 1 of 2 waits to be joined with the others: takedown merge acme',
  ]);
});
