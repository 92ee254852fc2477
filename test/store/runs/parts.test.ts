// A record that is read in parts: each gives its own names, with what the whole gives of them.
import { readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { addDays } from '../../../src/model/instant.ts';
import type { Sighted } from '../../../src/model/judged/record.ts';
import { cut, WHOLE } from '../../../src/model/part.ts';
import { resumeRun } from '../../../src/store/append/resume.ts';
import { runPaths } from '../../../src/store/run-form/paths.ts';
import { openRecord } from '../../../src/store/runs/record.ts';
import type { CasePaths } from '../../../src/store/workspace.ts';
import { at as instant, name } from '../../support/values.ts';
import {
  answers,
  begin,
  counting,
  ENDED,
  finishedRun,
  MACHINE,
  madeAnew,
  STARTED,
  tempPaths,
} from '../support/made.ts';

const NAMES = Array.from({ length: 60 }, (_, i) => `name-${i}.example`);

function readIn(paths: CasePaths, part = WHOLE, byPlace = false) {
  const record = openRecord({ paths, asOf: instant('2026-11-01T00:00:00Z'), journal: [], part, byPlace });
  return { sighted: [...record.latest()], damaged: record.damaged };
}

const byName = (sighted: readonly Sighted[]) => new Map(sighted.map((one) => [one.name, one.observations]));

function expectParts(paths: CasePaths): void {
  const whole = byName(readIn(paths).sighted);
  expect(whole.size).toBeGreaterThan(20);
  for (const byPlace of [false, true]) {
    for (const share of [0, 0.1, 0.3, 0.5, 0.9, 1]) {
      const parts = cut(share).map((part) => readIn(paths, part, byPlace));
      const all = parts.flatMap(({ sighted }) => sighted);
      expect(all).toHaveLength(whole.size);
      expect(byName(all)).toEqual(whole);
      expect(parts.flatMap(({ damaged }) => damaged)).toEqual([]);
    }
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

test('a run that was left and taken up again, with a lookup torn in between', () => {
  const paths = tempPaths();
  const left = begin(paths);
  for (const one of NAMES.slice(0, 30)) left.append(name(one), 'delegation', answers(one, 'delegation', 2));
  left.leave();
  const { partialRun } = runPaths(paths, left.id);
  truncateSync(partialRun, readFileSync(partialRun).length - 20);
  const resumed = resumeRun({ paths, id: left.id, caseDigest: 'ab'.repeat(32), machine: MACHINE, at: ENDED });
  if (!resumed.ok || !('writer' in resumed)) throw new Error('it cannot be resumed');
  const { writer } = resumed;
  for (const one of NAMES.slice(29)) writer.append(name(one), 'delegation', answers(one, 'delegation', 2));
  for (const one of NAMES.slice(20, 40)) writer.append(name(one), 'resolver', answers(one, 'resolver', 1));
  writer.finish(addDays(ENDED, 1));
  expectParts(paths);
});

const readParts = (paths: CasePaths) => cut(0.5).map((part) => readIn(paths, part, true));
const damageIn = (parts: ReturnType<typeof readParts>) => parts.flatMap(({ damaged }) => damaged).length;

test('a line that cannot be read is met by one of two readers, wherever it stands', () => {
  const paths = tempPaths();
  const { run } = runPaths(paths, finishedRun(paths, NAMES.slice(0, 12)));
  const sound = readFileSync(run, 'latin1');
  const lines = sound.split('\n').filter((line) => line.includes('"outcome"'));
  expect(lines).toHaveLength(36);
  for (const line of lines) {
    writeFileSync(run, sound, 'latin1');
    madeAnew(run, (text) => text.replace(line, line.replace('"outcome":', '"outcome"?')));
    expect(damageIn(readParts(paths))).toBeGreaterThan(0);
  }
});

test('an index that numbers its lines otherwise than they stand is noticed where another reader counts on', () => {
  const paths = tempPaths();
  const { run } = runPaths(paths, finishedRun(paths, NAMES));
  expect(damageIn(readParts(paths))).toBe(0);
  madeAnew(run, (text) => text.replaceAll(/\[(\d+),(\d+)\]/g, '[9$1,$2]'));
  expect(damageIn(readParts(paths))).toBeGreaterThan(0);
  expect(readIn(paths).damaged).toEqual([]);
});

test('the digest of a large run is made once where several share the work, and by whoever reads a part alone', () => {
  const paths = tempPaths();
  const writer = begin(paths);
  const failed = { outcome: 'failure', failure: 'timeout', detail: 'x'.repeat(1 << 20), facts: undefined };
  for (const one of NAMES.slice(0, 18)) writer.append(name(one), 'delegation', answers(one, 'delegation', 1, failed));
  writer.finish(ENDED);
  const { run } = runPaths(paths, writer.id);
  writeFileSync(run, readFileSync(run, 'latin1').replace(/xxx/g, 'xyx'), 'latin1');
  const damage = { file: `${writer.id}.yaml`, reason: 'the text differs from its digest' };
  const told = (byPlace: boolean) => cut(0.5).map((part) => readIn(paths, part, byPlace).damaged);
  expect(told(false)).toMatchObject([[damage], [damage]]);
  expect(told(true)).toMatchObject([[damage], []]);
});
