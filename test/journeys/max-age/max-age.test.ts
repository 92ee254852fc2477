// `takedown check --max-age`: what was answered lately is not asked again, and the status is that of all that is known.
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { checkRun } from '../../support/check-run.ts';
import { documentOf, errorOf } from '../../support/documents.ts';
import { takedown } from '../../support/takedown.ts';
import { CASE, NAMES, openPractice, type Practice } from '../kill/practice.ts';

let practice: Practice;
beforeAll(async () => {
  practice = await openPractice();
});
afterAll(() => practice?.close());
beforeEach(() => rmSync(practice.paths.runs, { recursive: true, force: true }));

interface Status {
  readonly complete: boolean;
  readonly totals: unknown;
  readonly names: readonly { readonly findings: readonly { readonly verdict: string; readonly word: string }[] }[];
}

const run = (...args: readonly string[]) => takedown(practice.folder, args);
const check = (...more: readonly string[]) =>
  run('check', CASE, '--network', 'network.yaml', '--fail-on', 'never', ...more);
const status = async () =>
  documentOf<Status>((await run('status', CASE, '--json', '--as-of', '2026-02-01')).out, 'status');
const runs = () =>
  readdirSync(practice.paths.runs)
    .filter((file) => file.endsWith('.yaml'))
    .sort();
const linesIn = (file: string) =>
  readFileSync(join(practice.paths.runs, file), 'latin1')
    .split('\n')
    .filter((line) => line.startsWith('- {') && line.includes('"lookup"'));
const verdicts = ({ names }: Status) =>
  names.map(({ findings }) => findings.map(({ verdict, word }) => [verdict, word]));

/** As `asks` left it, seen from a network on which some servers are not to be reached. */
function withDeadResolvers(): void {
  const file = join(practice.folder, 'network.yaml');
  const text = readFileSync(file, 'utf8');
  writeFileSync(join(practice.folder, 'network-2.yaml'), text.replace(/resolvers: .*/, 'resolvers: [203.0.113.99]'));
}

test('asks nothing where everything is fresh, makes no run, and says so', async () => {
  expect(await check()).toMatchObject({ code: 0 });
  const before = await status();
  const again = await check('--max-age', '6h');
  expect(again).toMatchObject({ code: 0 });
  expect(again.err).toMatch(
    /^Not asked again: \d+ lookups of 13 names, seen in the last 6h\. Nothing was left to ask/m,
  );
  expect(runs()).toHaveLength(1);
  expect(await status()).toMatchObject({ totals: before.totals });
});

test('asks again what failed, and only that; the status joins both runs', async () => {
  withDeadResolvers();
  await run('check', CASE, '--network', 'network-2.yaml', '--fail-on', 'never');
  const whole = linesIn(runs()[0] ?? '');
  expect(whole.filter((line) => line.includes('"lookup":"resolver"') && line.includes('"failure"'))).toHaveLength(12);
  const again = await check('--max-age', '6h');
  expect(again.err).toMatch(/^Not asked again: \d+ lookups of 13 names, seen in the last 6h\.\n/m);
  const [first = '', second = ''] = runs();
  const asked = linesIn(second);
  expect(asked.filter((line) => line.includes('"lookup":"resolver"')).length).toBeGreaterThanOrEqual(NAMES.length);
  expect(asked.length).toBeLessThan(whole.length);
  expect(asked.some((line) => line.includes('"lookup":"rdap-registry"'))).toBe(false);
  expect(readFileSync(join(practice.paths.runs, second), 'latin1')).toMatch(/^fresh: \{"max-age":"6h","names":13,/m);
  for (const file of [first, second]) expect(checkRun(practice.paths, file.slice(0, -5))).toEqual([]);
  const joined = await status();
  rmSync(practice.paths.runs, { recursive: true });
  await check();
  expect(verdicts(joined)).toEqual(verdicts(await status()));
  expect(joined.complete).toBe(true);
});

test('asks everything again where nothing is that young', async () => {
  await check();
  // A second later by the network's clock: younger than a minute, so that the shortest span spares all.
  expect((await check('--max-age', '1m')).err).toContain('Nothing was left to ask');
  await check();
  expect(runs()).toHaveLength(2);
});

test('interrupted, it goes on as it was begun', async () => {
  withDeadResolvers();
  await run('check', CASE, '--network', 'network-2.yaml', '--fail-on', 'never');
  const stop = new AbortController();
  const args = ['check', CASE, '--network', 'network.yaml', '--fail-on', 'never', '--max-age', '6h'];
  stop.abort();
  const cut = await takedown(practice.folder, args, { interruption: stop.signal });
  expect(cut.code).toBe(130);
  expect(errorOf((await check('--resume', '--max-age', '6h', '--json')).err)).toMatchObject({
    code: 'resume-with-max-age',
  });
  const resumed = await check('--resume');
  expect(resumed).toMatchObject({ code: 0 });
  const asked = linesIn(runs()[1] ?? '');
  expect(asked.length).toBeGreaterThanOrEqual(NAMES.length);
  expect(asked.some((line) => line.includes('"lookup":"rdap-registry"'))).toBe(false);
});

test.each(['6', '6 hours', '-1h', '0h', '31d', '1e3h', ''])('does not take %j for a time', async (typed) => {
  expect(errorOf((await check(`--max-age=${typed}`, '--json')).err)).toMatchObject({ code: 'bad-max-age' });
});
