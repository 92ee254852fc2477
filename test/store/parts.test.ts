// A record that is read in parts: each gives its own names, with what the whole gives of them.
import { expect, test } from 'vitest';
import { addDays } from '../../src/model/instant.ts';
import { cut, holds, WHOLE } from '../../src/model/part.ts';
import type { Sighted } from '../../src/model/record.ts';
import { passesOthers } from '../../src/store/others.ts';
import { openRecord } from '../../src/store/record.ts';
import type { CasePaths } from '../../src/store/workspace.ts';
import { at as instant, name } from '../support/values.ts';
import { answers, begin, counting, ENDED, finishedRun, STARTED, tempPaths } from './support/made.ts';

const NAMES = Array.from({ length: 60 }, (_, i) => `name-${i}.example`);

function readIn(paths: CasePaths, part = WHOLE) {
  const record = openRecord({ paths, asOf: instant('2026-11-01T00:00:00Z'), journal: [], part });
  return { sighted: [...record.latest()], damaged: record.damaged };
}

const byName = (sighted: readonly Sighted[]) => new Map(sighted.map((one) => [one.name, one.observations]));

function expectParts(paths: CasePaths): void {
  const whole = byName(readIn(paths).sighted);
  expect(whole.size).toBeGreaterThan(20);
  for (const share of [0, 0.3, 0.5, 1]) {
    const parts = cut(share).map((part) => ({ part, ...readIn(paths, part) }));
    for (const { part, sighted } of parts) expect(sighted.filter((one) => !holds(part, one.name))).toEqual([]);
    expect(byName(parts.flatMap(({ sighted }) => sighted))).toEqual(whole);
    expect(parts.flatMap(({ damaged }) => damaged)).toEqual([]);
  }
}

test('one run', () => {
  const paths = tempPaths();
  finishedRun(paths, NAMES);
  expectParts(paths);
});

test('several runs, each of which made lookups that the others did not', () => {
  const paths = tempPaths();
  finishedRun(paths, NAMES);
  const newer = begin(paths, { started: addDays(STARTED, 1), random: counting(40) });
  for (const one of NAMES.slice(5, 40)) newer.append(name(one), 'delegation', answers(one, 'delegation', 2));
  newer.append(name('other.example'), 'resolver', answers('other.example', 'resolver'));
  newer.finish(addDays(ENDED, 1));
  expectParts(paths);
});

test('lines of many names in turn, as a sweep writes them', () => {
  const paths = tempPaths();
  const writer = begin(paths);
  for (const lookup of ['whois-registry', 'delegation', 'addresses'] as const)
    for (const one of NAMES) writer.append(name(one), lookup, answers(one, lookup, 2));
  writer.finish(ENDED);
  expectParts(paths);
});

test('a line that is not written as usual is told by its name, not by its octets', () => {
  const others = (text: string) => cut(0.5).map((part) => passesOthers(part)?.(Buffer.from(text), 0));
  expect(others('- {"name":"name-7.example","lookup":"delegation"}').toSorted()).toEqual([false, true]);
  expect(others('- {"name":"\\u006eame-7.example","lookup":"delegation"}')).toEqual([false, false]);
  expect(others('- {"lookup":"delegation","name":"name-7.example"}')).toEqual([false, false]);
  expect(others('# resumed 2019-03-18T14:15:02Z')).toEqual([false, false]);
  expect(passesOthers(WHOLE)).toBeUndefined();
});
