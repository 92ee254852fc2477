import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { Lookup, LookupAnswer } from '../../src/model/asking/lookup.ts';
import type { Name } from '../../src/model/name.ts';
import type { LookupKind, Observation } from '../../src/model/seen/observation.ts';
import type { SweepProgress } from '../../src/sweep/flight.ts';
import { planLookups } from '../../src/sweep/plan.ts';
import { type Sweep, sweep } from '../../src/sweep/sweep.ts';
import { at as instant } from '../support/values.ts';
import { answer, caseOf, lookupOf } from './support/made.ts';

const NOW = instant('2019-03-18T14:15:02Z');

function setUp(names: readonly string[], lookups: readonly Lookup[], over: Partial<Sweep> = {}) {
  const appended: string[] = [];
  const append = (about: Name, lookup: LookupKind, answers: readonly LookupAnswer[]): readonly Observation[] => {
    appended.push(`${about} ${lookup}`);
    return answers.map(({ sighting }, i) => ({ ...sighting, id: `run#${appended.length}.${i}`, of: answers.length }));
  };
  const plan = planLookups({ theCase: caseOf(names), asOf: NOW, kinds: lookups.map(({ kind }) => kind) });
  const clock = { now: () => NOW, monotonic: () => 0 };
  const task: Sweep = { plan, lookups, append, clock, signal: new AbortController().signal, atOnce: 4, ...over };
  return { appended, task };
}

test('every name has every lookup, and what one lookup saw is handed to the next', async () => {
  const given: string[] = [];
  const addresses = lookupOf('addresses', async (about, { earlier }) => {
    given.push(...earlier.map((one) => `${one.name} ${one.lookup}`));
    return [answer(about, 'addresses')];
  });
  const { task, appended } = setUp(
    ['a.example', 'b.example'],
    [addresses, lookupOf('delegation'), lookupOf('resolver')],
  );
  expect(await sweep(task)).toEqual({ finished: true, names: 2 });
  expect(appended.sort()).toEqual([
    'a.example addresses',
    'a.example delegation',
    'a.example resolver',
    'b.example addresses',
    'b.example delegation',
    'b.example resolver',
  ]);
  expect(given.sort()).toEqual(['a.example delegation', 'b.example delegation']);
});

test('no more names than asked for are under way at a time, and independent lookups overlap', async () => {
  const underWay = new Map<string, number>();
  let [mostNames, mostLookups] = [0, 0];
  const slow = (kind: LookupKind) =>
    lookupOf(kind, async (about) => {
      underWay.set(about, (underWay.get(about) ?? 0) + 1);
      mostNames = Math.max(mostNames, underWay.size);
      mostLookups = Math.max(mostLookups, underWay.get(about) ?? 0);
      await sleep(2);
      const left = (underWay.get(about) ?? 0) - 1;
      if (left === 0) underWay.delete(about);
      else underWay.set(about, left);
      return [answer(about, kind)];
    });
  const names = Array.from({ length: 12 }, (_, i) => `n${i}.example`);
  await sweep(setUp(names, [slow('rdap-registry'), slow('whois-registry'), slow('resolver')], { atOnce: 3 }).task);
  expect([mostNames, mostLookups]).toEqual([3, 3]);
});

test('what the seal excludes is an observation and asks nobody', async () => {
  const never = lookupOf('resolver', () => Promise.reject(new Error('asked')));
  const { task, appended } = setUp(['a.example'], [never]);
  const seen: unknown[] = [];
  const append: Sweep['append'] = (about, lookup, answers) => {
    seen.push(...answers.map(({ sighting, exchanges }) => ({ ...sighting, exchanges })));
    return task.append(about, lookup, answers);
  };
  const theCase = caseOf(['a.example'], { seal: { until: instant('2020-01-01T00:00:00Z'), touches: ['registry'] } });
  await sweep({ ...task, append, plan: planLookups({ theCase, asOf: NOW, kinds: ['resolver'] }) });
  expect(appended).toEqual(['a.example resolver']);
  expect(seen).toMatchObject([
    { name: 'a.example', failure: 'excluded-by-seal', authority: 'recursive', exchanges: [] },
  ]);
});

test('stopped, it appends whole answers, drops interrupted ones and says that it did not finish', async () => {
  const stop = new AbortController();
  const whois = lookupOf('whois-registry', async (about, { signal }) => {
    await sleep(5);
    return [answer(about, 'whois-registry', signal.aborted ? { outcome: 'failure', failure: 'interrupted' } : {})];
  });
  const resolver = lookupOf('resolver', async (about) => {
    stop.abort();
    return [answer(about, 'resolver')];
  });
  const rejecting = lookupOf('rdap-registry', async (_, { signal }) => {
    await sleep(5);
    signal.throwIfAborted();
    return [];
  });
  const { task, appended } = setUp(['a.example', 'b.example'], [whois, resolver, rejecting], {
    signal: stop.signal,
    atOnce: 1,
  });
  expect(await sweep(task)).toEqual({ finished: false, names: 0 });
  expect(appended).toEqual(['a.example resolver']);
});

test('a lookup that breaks is told as a defect of ours, and costs no name its row', async () => {
  const broken = lookupOf('whois-registry', () => Promise.reject(new Error('a bug')));
  const { task, appended } = setUp(['a.example', 'b.example'], [broken, lookupOf('resolver')], { atOnce: 2 });
  const seen: unknown[] = [];
  const append: Sweep['append'] = (about, lookup, answers) => {
    seen.push(...answers.map(({ sighting }) => sighting));
    return task.append(about, lookup, answers);
  };
  expect(await sweep({ ...task, append })).toEqual({ finished: true, names: 2 });
  expect(appended).toHaveLength(4);
  expect(seen).toContainEqual(expect.objectContaining({ name: 'a.example', failure: 'defect', detail: 'a bug' }));
});

test('what cannot be filed stops the sweep', async () => {
  const { task } = setUp(['a.example', 'b.example'], [lookupOf('resolver')], { atOnce: 1 });
  const append: Sweep['append'] = () => {
    throw new Error('no space left');
  };
  await expect(sweep({ ...task, append })).rejects.toThrow('no space left');
});

test('resumed, only what is missing is asked, and again what that is built on', async () => {
  const done = new Set([
    'a.example delegation',
    'a.example resolver',
    'b.example delegation',
    'b.example addresses',
    'b.example resolver',
  ]);
  const lookups = [lookupOf('delegation'), lookupOf('addresses'), lookupOf('resolver')];
  const { task, appended } = setUp(['a.example', 'b.example'], lookups, {
    done: (about, lookup) => done.has(`${about} ${lookup}`),
  });
  expect(await sweep(task)).toEqual({ finished: true, names: 2 });
  expect(appended).toEqual(['a.example delegation', 'a.example addresses']);
});

test('progress counts names up to all of them', async () => {
  const told: SweepProgress[] = [];
  const names = ['a.example', 'b.example', 'c.example'];
  await sweep(setUp(names, [lookupOf('resolver')], { onProgress: (progress) => told.push(progress) }).task);
  expect(told.at(-1)).toEqual({ names: 3, of: 3, waiting: new Map([['resolver', 0]]) });
  expect(told.every(({ names: count }, i) => i === 0 || count >= (told[i - 1]?.names ?? 0))).toBe(true);
});

test('an empty case is finished at once', async () => {
  expect(await sweep(setUp([], [lookupOf('resolver')]).task)).toEqual({ finished: true, names: 0 });
});
