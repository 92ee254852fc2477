import { appendFileSync, copyFileSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { JournalEntry } from '../../../src/model/case/journal.ts';
import { addDays, type Instant } from '../../../src/model/instant.ts';
import type { CaseRecord } from '../../../src/model/judged/record.ts';
import { runPaths } from '../../../src/store/run-form/paths.ts';
import { openRecord } from '../../../src/store/runs/record.ts';
import type { CasePaths } from '../../../src/store/workspace.ts';
import { at as instant, name } from '../../support/values.ts';
import { answers, begin, counting, ENDED, finishedRun, madeAnew, STARTED, tempPaths } from '../support/made.ts';

const LATER = instant('2026-11-01T00:00:00Z');

function open(paths: CasePaths, asOf: Instant = LATER) {
  return openRecord({ paths, asOf, journal: [] });
}

function seen(record: CaseRecord): Record<string, string[]> {
  return Object.fromEntries(
    [...record.latest()].map(({ name: one, observations }) => [one, observations.map(({ id }) => id).sort()]),
  );
}

function days(paths: CasePaths, names: readonly string[], facts: readonly unknown[]): readonly string[] {
  return facts.map((one, day) => finishedRun(paths, names, { started: addDays(STARTED, day), facts: one }));
}

test('a case without runs has an empty record', () => {
  const record = open(tempPaths());
  expect([record.newest, record.unfinished, [...record.latest()], [...record.earlier(name('a.example'))]]).toEqual([
    undefined,
    [],
    [],
    [],
  ]);
});

test('the latest run is read whole, each name once, in the order in which names were complete', () => {
  const paths = tempPaths();
  const writer = begin(paths);
  const whole = writer.append(name('a.example'), 'delegation', answers('a.example', 'delegation', 2));
  const other = writer.append(name('b.example'), 'delegation', answers('b.example', 'delegation', 1));
  const last = writer.append(name('a.example'), 'whois-registry', answers('a.example', 'whois-registry', 1));
  writer.finish(ENDED);
  expect([...open(paths).latest()]).toEqual([
    { name: 'b.example', observations: other },
    { name: 'a.example', observations: [...whole, ...last] },
  ]);
});

test('a run exists from the instant at which it had ended', () => {
  const paths = tempPaths();
  finishedRun(paths, ['a.example']);
  expect(open(paths, instant('2019-03-18T14:15:40Z')).newest).toBeUndefined();
  expect(open(paths, ENDED).newest).toBeDefined();
});

describe('what is from a time that the clock has not reached', () => {
  const byClock = (paths: CasePaths, asOf: Instant, journal: readonly JournalEntry[] = []) =>
    openRecord({ paths, asOf, journal, byClock: true }).ahead;

  test('is told, whole or not, and counts for nothing', () => {
    const paths = tempPaths();
    days(paths, ['a.example'], [1, 2, 3]);
    begin(paths, { started: addDays(STARTED, 9), random: counting(40) });
    const [first, second] = [addDays(STARTED, 1), addDays(STARTED, 2)].map((at) => at.slice(0, 10));
    const asOf = instant('2019-03-18T15:00:00Z');
    expect(byClock(paths, asOf)).toEqual({ runs: { number: 3, first: `${first}T14:15:41Z` } });
    expect(byClock(paths, addDays(asOf, 1))).toEqual({ runs: { number: 2, first: `${second}T14:15:41Z` } });
    expect(byClock(paths, addDays(asOf, 2))).toEqual({ runs: { number: 1, first: addDays(STARTED, 9) } });
    expect(byClock(paths, addDays(asOf, 9))).toBeUndefined();
  });

  test('also a shard that waits to be joined', () => {
    const paths = tempPaths();
    const shard = { number: 1, of: 2 };
    const writer = begin({ ...paths, runs: paths.shards }, { started: addDays(STARTED, 3), shard });
    const asOf = instant('2019-03-18T15:00:00Z');
    expect(byClock(paths, asOf)).toEqual({ runs: { number: 1, first: addDays(STARTED, 3) } });
    writer.finish(addDays(ENDED, 3));
    expect(byClock(paths, asOf)).toEqual({ runs: { number: 1, first: addDays(STARTED, 3) } });
    expect(byClock(paths, addDays(asOf, 4))).toBeUndefined();
    expect(openRecord({ paths, asOf, journal: [] }).unfinished).toEqual([]);
  });

  test('also in the journal, whatever was written down when', () => {
    const entries = ['2019-03-20T00:00:00Z', '2019-03-19T00:00:00Z', '2019-03-17T00:00:00Z'];
    const journal = entries.map((at) => ({ at: instant(at), event: 'served' as const }));
    const asOf = instant('2019-03-18T15:00:00Z');
    expect(byClock(tempPaths(), asOf, journal)).toEqual({ entries: { number: 2, first: '2019-03-19T00:00:00Z' } });
    expect(byClock(tempPaths(), addDays(asOf, 2), journal)).toBeUndefined();
  });

  test('is nothing where somebody chose the instant', () => {
    const paths = tempPaths();
    days(paths, ['a.example'], [1, 2]);
    expect(open(paths, instant('2019-03-18T15:00:00Z')).ahead).toBeUndefined();
  });
});

test('a run that was not finished is named and never read', () => {
  const paths = tempPaths();
  const writer = begin(paths);
  writer.append(name('a.example'), 'delegation', answers('a.example', 'delegation'));
  const record = open(paths);
  expect(record.unfinished).toEqual([{ id: writer.id, started: STARTED, simulated: true }]);
  expect([record.newest, [...record.latest()]]).toEqual([undefined, []]);
});

test('each lookup comes from the latest run that made it, also for names that newer runs left out', () => {
  const paths = tempPaths();
  const old = finishedRun(paths, ['a.example', 'b.example']);
  const newer = begin(paths, { started: addDays(STARTED, 1), random: counting(40) });
  newer.append(name('a.example'), 'delegation', answers('a.example', 'delegation'));
  newer.append(name('c.example'), 'resolver', answers('c.example', 'resolver'));
  newer.finish(addDays(ENDED, 1));
  expect(seen(open(paths))).toEqual({
    'a.example': [`${old}#1`, `${newer.id}#1`],
    'b.example': [`${old}#4`, `${old}#5`, `${old}#6`],
    'c.example': [`${newer.id}#2`],
  });
});

test('earlier runs come newest first, without those that saw the same as the run after them', () => {
  const paths = tempPaths();
  const [adversary, sinkhole] = [{ registrar: { name: 'Old' } }, { registrar: { name: 'New' } }];
  const ids = days(paths, ['a.example', 'b.example'], [adversary, adversary, sinkhole, sinkhole, adversary, adversary]);
  const earlier = [...open(paths).earlier(name('a.example'))];
  expect(earlier.map(({ run }) => run.id)).toEqual([ids[3], ids[1]]);
  expect(earlier.map(({ next }) => next?.()?.id)).toEqual([ids[4], ids[2]]);
  expect(earlier[0]?.observations[0]).toMatchObject({ name: 'a.example', facts: sinkhole, id: `${ids[3]}#1` });
  expect([...open(paths).earlier(name('never.example'))]).toEqual([]);
});

test('an instant, a duration, a TTL and the words of a failure are no change', () => {
  const paths = tempPaths();
  for (const day of [0, 1]) {
    const writer = begin(paths, { started: addDays(STARTED, day), random: counting(day) });
    const over = {
      at: addDays(STARTED, day),
      took: day,
      outcome: 'failure',
      failure: 'timeout',
      detail: `after ${day} s`,
    };
    writer.append(name('a.example'), 'delegation', answers('a.example', 'delegation', 1, over));
    writer.finish(addDays(ENDED, day));
  }
  expect([...open(paths).earlier(name('a.example'))]).toEqual([]);
});

test('a row is found in an index that is larger than the piece read at its end', () => {
  const paths = tempPaths();
  const names = Array.from({ length: 600 }, (_, i) => `name-${i}.example`);
  days(paths, names, [{ handle: 'one' }, { handle: 'two' }]);
  const record = open(paths);
  for (const one of names) expect([...record.earlier(name(one))].map(({ name: found }) => found)).toEqual([one]);
  for (const absent of ['aaa.example', 'name-5999.example', 'zzz.example'])
    expect([...record.earlier(name(absent))]).toEqual([]);
  expect(record.damaged).toEqual([]);
});

test('a newest run whose text was changed is not believed: the run before it counts', () => {
  const paths = tempPaths();
  const [older = '', newest = ''] = days(paths, ['a.example'], [{ handle: 'one' }, { handle: 'two' }]);
  change(runPaths(paths, newest).run, '"two"', '"owt"');
  const record = open(paths);
  expect(record.newest?.id).toBe(older);
  expect(Object.values(seen(record)).flat()).toContain(`${older}#1`);
  expect(record.damaged).toEqual([{ file: `${newest}.yaml`, reason: expect.stringContaining('digest') }]);
});

test('runs that say in their foot that they saw the same are told apart as those of old are, which do not say it', () => {
  const paths = tempPaths();
  const [one, other, third] = [{ handle: 'one' }, { handle: 'other' }, { handle: 'third' }];
  const ids = days(paths, ['a.example', 'b.example'], [one, other, one, one, third, other, one, third, third]);
  const sights = () =>
    ['a.example', 'b.example'].flatMap((about) =>
      [false, true].map((once) =>
        [...open(paths).earlier(name(about), once)].map(({ run, next, observations }) => [
          run.id,
          next?.()?.id,
          observations,
        ]),
      ),
    );
  const told = sights();
  for (const id of ids) madeAnew(runPaths(paths, id).run, (text) => text.replace(/^facts: .*\n/m, ''));
  const without = sights();
  expect(told[0]?.map(([id]) => id)).toEqual([ids[6], ids[5], ids[4], ids[3], ids[1], ids[0]]);
  expect(told[1]?.map(([id]) => id)).toEqual([ids[6], ids[5]]);
  expect(without).toEqual(told);
});

test('an earlier run whose lines were changed is not believed', () => {
  const paths = tempPaths();
  const [older = ''] = days(paths, ['a.example'], [{ handle: 'one' }, { handle: 'two' }]);
  change(runPaths(paths, older).run, '"one"', '"eno"');
  const record = open(paths);
  expect([...record.earlier(name('a.example'))]).toEqual([]);
  expect(record.damaged.map(({ file }) => file)).toEqual([`${older}.yaml`]);
});

test.each([
  [
    'without its last line',
    (run: string) => writeFileSync(run, readFileSync(run, 'latin1').replace('complete: true\n', '')),
  ],
  ['empty', (run: string) => writeFileSync(run, '')],
  ['of another version', (run: string) => change(run, 'takedown-run: 1', 'takedown-run: 2')],
  ['with octets behind its end', (run: string) => appendFileSync(run, 'x')],
  ['under another name', (run: string) => renameAway(run)],
  ['without its evidence', (run: string) => rmSync(run.replace('.yaml', '.warc.gz'))],
])('a run %s is damaged, and the others are read', (_, damage) => {
  const paths = tempPaths();
  const [sound = '', hurt = ''] = days(paths, ['a.example'], [{ handle: 'one' }, { handle: 'two' }]);
  damage(runPaths(paths, hurt).run);
  const record = open(paths);
  expect(record.damaged).toHaveLength(1);
  expect(Object.values(seen(record)).flat()).toEqual([`${sound}#1`, `${sound}#2`, `${sound}#3`]);
});

test('files that are no runs are passed over', () => {
  const paths = tempPaths();
  const id = finishedRun(paths, ['a.example']);
  for (const other of ['notes.yaml', `${id}.yaml.new`, '.hidden'])
    copyFileSync(runPaths(paths, id).run, `${paths.runs}/${other}`);
  expect(open(paths)).toMatchObject({ newest: { id }, hasEarlier: false, damaged: [] });
});

function change(path: string, from: string, to: string): void {
  const text = readFileSync(path, 'latin1');
  expect(text).toContain(from);
  writeFileSync(path, text.replace(from, to), 'latin1');
}

function renameAway(run: string): void {
  const other = run.replace(/-[0-9a-f]{4}\.yaml$/, '-ffff.yaml');
  renameSync(run, other);
}
