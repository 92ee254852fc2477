// `takedown watch` over a simulated network on which something happens meanwhile: what it prints, what it leaves on record, and how it ends.
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { checkRun } from '../../support/check-run.ts';
import { builtProgram, startChild } from '../../support/child.ts';
import { documentOf, errorOf } from '../../support/documents.ts';
import { type Circumstances, takedown } from '../../support/takedown.ts';
import { CASE, openPractice, type Practice } from '../kill/practice.ts';

let practice: Practice;
beforeAll(async () => {
  practice = await openPractice('2026-01-08T15:00:00Z');
});
afterAll(() => practice?.close());
beforeEach(() => {
  practice.enter(1);
  rmSync(practice.paths.runs, { recursive: true, force: true });
});

const WATCH = ['watch', CASE, '--network', 'network.yaml', '--interval', '1s'];
/** Bounded, so that a watch that never ends fails its test by what it says. */
const watch = (more: readonly string[] = [], circumstances: Circumstances = {}) =>
  takedown(practice.folder, [...WATCH, ...more], { interruption: AbortSignal.timeout(40_000), ...circumstances });
const runs = () =>
  existsSync(practice.paths.runs)
    ? readdirSync(practice.paths.runs)
        .filter((file) => file.endsWith('.yaml'))
        .sort()
    : [];
const wholeRuns = () =>
  runs().filter((file) => readFileSync(join(practice.paths.runs, file), 'latin1').endsWith('complete: true\n'));

/** Bounded, so that a watch that never looks fails the test in place of hanging it. */
async function until(holds: () => boolean): Promise<void> {
  for (let step = 0; step < 600 && !holds(); step += 1) await wait(50);
  expect(holds()).toBe(true);
}

test('goes on until every name is done: a line for each that changed, then what a check says', async () => {
  const watching = watch();
  await until(() => wholeRuns().length >= 1);
  practice.enter(2);
  const { code, out } = await watching;
  expect(code).toBe(0);
  const flips = out.split('\n').filter((line) => /^2026-01-08T15:\d\d:\d\d\S*Z {2}\w+\.zone {2}/.test(line));
  expect(new Set(flips.map((line) => line.split('  ')[1])).size).toBe(6);
  expect(flips.every((line) => / → yes/.test(line))).toBe(true);
  expect(out).not.toMatch(/^2026\S+ {2}\w+\.test /m);
  expect(out).toMatch(/done +\S* +12 of 12/);
  const files = wholeRuns();
  expect(files).toEqual(runs());
  for (const file of files) expect(checkRun(practice.paths, file.slice(0, -5))).toEqual([]);
  // Names that were done were not asked again in the last look, nor was the sinkhole; those that were left were.
  const last = readFileSync(join(practice.paths.runs, files.at(-1) ?? ''), 'latin1');
  expect(last).toMatch(/^fresh: \{"max-age":"1h","names":7,/m);
  expect(last).toContain('"alpha.zone"');
  expect(last).not.toContain('"alpha.test"');
});

test('a Ctrl-C between two looks ends with the report and the code of the gate', async () => {
  const stop = new AbortController();
  const watching = watch(['--interval', '1h', '--fail-on', 'unmet'], { interruption: stop.signal });
  await until(() => wholeRuns().length === 1);
  stop.abort();
  const { code, out } = await watching;
  expect(code).toBe(20);
  expect(out).toMatch(/done +\S* +6 of 12/);
  expect(runs()).toHaveLength(1);
});

test('as a process: SIGINT ends it with the code of the gate, SIGTERM with its own', async () => {
  const entry = await builtProgram();
  for (const [signal, code] of [
    ['SIGINT', 20],
    ['SIGTERM', 143],
  ] as const) {
    rmSync(practice.paths.runs, { recursive: true, force: true });
    const child = startChild(entry, practice.folder, [...WATCH, '--interval', '1h', '--fail-on', 'unmet']);
    await until(() => wholeRuns().length === 1);
    child.kill(signal);
    expect((await child.ended).code, signal).toBe(code);
  }
}, 120_000);

test('a case that is broken for a moment is looked at again; what was known stays', async () => {
  const file = join(practice.paths.folder, 'case.yaml');
  const sound = readFileSync(file, 'utf8');
  const watching = watch();
  try {
    await until(() => wholeRuns().length >= 1);
    writeFileSync(file, 'title: [\n');
    await wait(2500);
  } finally {
    writeFileSync(file, sound);
  }
  practice.enter(2);
  const { code, err } = await watching;
  expect(code).toBe(0);
  expect(err).toMatch(/The look could not be made, and is tried again: /);
});

test('a look in which nobody answers is told in one sentence, and nothing is undone by it', async () => {
  const network = join(practice.folder, 'network.yaml');
  const away = readFileSync(network, 'utf8').replaceAll(/127\.0\.0\.1:\d+/g, '127.0.0.1:9');
  writeFileSync(join(practice.folder, 'away.yaml'), away);
  await takedown(practice.folder, ['check', CASE, '--network', 'network.yaml']);
  const stop = new AbortController();
  const watching = watch(['--network', 'away.yaml', '--fail-on', 'unmet'], { interruption: stop.signal });
  await until(() => wholeRuns().length >= 2);
  stop.abort();
  const { code, out, err } = await watching;
  expect(code).toBe(21);
  expect(err).toMatch(/^2026\S+ {2}Nothing is known now of any name that is left/m);
  expect(out).not.toMatch(/^2026\S+Z {2}/m);
  expect(out).toMatch(/done +\S* +6 of 12 +6 unknown/);
});

test('on a terminal it is drawn over in place, within its columns, and the scroll-back keeps what changed', async () => {
  const watching = watch([], { columns: 80 });
  await until(() => wholeRuns().length >= 1);
  practice.enter(2);
  const { out } = await watching;
  expect(out).not.toContain('\u001b[?1049h');
  expect(out).toMatch(/^\S+Z {2}alpha\.zone {2}.* → yes/m);
  expect(out).toMatch(/12 of 12/);
});

test('--json is one document, that of status', async () => {
  practice.enter(2);
  const { code, out } = await watch(['--json']);
  expect(code).toBe(0);
  expect(documentOf<{ readonly totals: unknown }>(out, 'status').totals).toMatchObject({ done: 12 });
});

test.each([
  [['--interval', '0s'], 'bad-interval'],
  [['--interval', '5'], 'bad-interval'],
  [['--interval', '25h'], 'bad-interval'],
  [['--until', 'done'], 'bad-instant'],
  [['--until', '2019-03-15T18:00:00-04:00'], 'in-the-past'],
  [['--max-age', '1y'], 'bad-max-age'],
  [['--fail-on', 'sometimes'], 'unknown-gate'],
])('refuses %j', async (more, code) => {
  expect(errorOf((await watch([...more, '--json'])).err)).toMatchObject({ code });
  expect(runs()).toEqual([]);
});

test('the internet is not asked more often than once a minute', async () => {
  const { err } = await takedown(practice.folder, ['watch', CASE, '--interval', '59s', '--json']);
  expect(errorOf(err)).toMatchObject({ code: 'bad-interval' });
});
