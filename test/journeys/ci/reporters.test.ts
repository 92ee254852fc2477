// `--reporter`: what a CI system gets of a rehearsed case, and that it is the same as the status says.
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { documentOf } from '../../support/documents.ts';
import { removeFolder, writeFiles } from '../../support/folders.ts';
import { junitIn } from '../../support/junit-file.ts';
import { REHEARSED_CASE as CASE, rehearsedWorkspace } from '../../support/rehearsed.ts';
import { takedown } from '../../support/takedown.ts';

vi.setConfig({ testTimeout: 60_000 });

let folder: string;
beforeAll(async () => {
  const ground = await rehearsedWorkspace('whole');
  expect(ground.ran).toMatchObject({ code: 0 });
  folder = ground.folder;
}, 180_000);
afterAll(() => removeFolder(folder));

const status = (args: readonly string[], env: Readonly<Record<string, string>> = {}) =>
  takedown(folder, ['status', CASE, ...args], { env });
const read = (file: string) => readFileSync(join(folder, file), 'utf8');

interface Status {
  readonly totals: { readonly overdue: number; readonly reverted: number };
  readonly names: readonly {
    readonly name: string;
    readonly overdue: boolean;
    readonly reverted: boolean;
    readonly findings: readonly { readonly verdict: string }[];
  }[];
}

test('JUnit and JSON say what the status says, and standard output stays what it was', async () => {
  const plain = await status([]);
  const told = await status(['--reporter', 'junit=junit.xml', '--reporter', 'json=status.json']);
  expect(told).toEqual(plain);
  const { totals, names } = documentOf<Status>(read('status.json'), 'status');
  const { suite, tests } = junitIn(read('junit.xml'));
  expect(suite.attributes['name']).toBe(CASE);
  expect(read('junit.xml')).toContain('<property name="mark" value="illustrative"/>');
  expect(read('junit.xml')).toContain('<property name="mark" value="REHEARSAL"/>');
  const failed = tests.filter(({ children }) => children.some(({ name }) => name === 'failure'));
  const failing = new Set(failed.map(({ attributes }) => attributes['name']?.split(':')[0]));
  const late = names.filter(({ overdue, reverted }) => overdue || reverted).map(({ name }) => name);
  expect([...failing].sort()).toEqual([...late].sort());
  expect(late.length).toBeGreaterThan(0);
  expect(totals.overdue + totals.reverted).toBeGreaterThanOrEqual(late.length);
  const count = (verdict: string) =>
    names.flatMap(({ findings }) => findings).filter((one) => one.verdict === verdict).length;
  expect(tests.length).toBe(names.reduce((sum, { findings }) => sum + Math.max(1, findings.length), 0));
  const idle = names.filter(({ findings }) => findings.length === 0).length;
  expect(Number(suite.attributes['skipped'])).toBe(count('unknown') + idle);
  await status(['--reporter', 'junit=again.xml', '--unknown-as', 'error', '--as-of', '2019-04-01']);
  await status(['--reporter', 'junit=more.xml', '--unknown-as', 'error', '--as-of', '2019-04-01']);
  expect(read('more.xml')).toBe(read('again.xml'));
  expect(Number(junitIn(read('more.xml')).suite.attributes['errors'])).toBeGreaterThan(0);
});

test('GitHub gets annotations on standard error, a summary and outputs', async () => {
  writeFiles(folder, { 'summary.md': 'of a step before\n', 'output.txt': '' });
  const env = {
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    GITHUB_WORKSPACE: folder,
    GITHUB_STEP_SUMMARY: join(folder, 'summary.md'),
    GITHUB_OUTPUT: join(folder, 'output.txt'),
  };
  const ran = await status(['--reporter', 'github', '--fail-on', 'overdue,reverted'], env);
  expect(ran.code).toBe(20);
  const lines = ran.err.split('\n').filter((line) => line.startsWith('::'));
  const schedule = read(`cases/${CASE}/appendix-a.txt`).split('\n');
  for (const kind of ['error', 'warning', 'notice'])
    expect(lines.filter((line) => line.startsWith(`::${kind} `)).length).toBeLessThanOrEqual(10);
  const placed = lines.map((line) => /^::\w+ file=([^,]+),line=(\d+),title=([^:]+)::(.*)$/.exec(line));
  for (const [, file, line, title, message = ''] of placed.flatMap((found) => (found === null ? [] : [found]))) {
    expect(file).toBe(`cases/${CASE}/appendix-a.txt`);
    if (title !== 'more') expect(message).toContain(schedule[Number(line) - 1]?.trim());
    expect(message).toContain('REHEARSAL');
  }
  expect(placed).not.toContain(null);
  const summary = read('summary.md');
  expect(summary.startsWith('of a step before\n## phosphorus')).toBe(true);
  expect(summary).toContain('**REHEARSAL**');
  const output = read('output.txt');
  const value = (key: string) => new RegExp(`^${key}<<(takedown-[0-9a-f]{32})\\n(.*)\\n\\1$`, 'm').exec(output)?.[2];
  expect([value('outcome'), value('exit-code'), value('case')]).toEqual(['gate', '20', CASE]);
});

test('a command that is stopped leaves a file that says why', async () => {
  const ran = await takedown(folder, ['status', 'no-such', '--reporter', 'junit=stop.xml']);
  expect(ran.code).toBe(2);
  expect(junitIn(read('stop.xml')).suite.attributes).toMatchObject({ tests: '1', errors: '1' });
});

test('a case that was never checked gives a file, in which all is skipped', async () => {
  await takedown(folder, ['status', 'phosphorus', '--reporter', 'junit=never.xml', '--as-of', '2019-03-20']);
  const { suite, tests } = junitIn(read('never.xml'));
  expect(suite.attributes['skipped']).toBe(`${tests.length}`);
});

test('words that are wrong are told before anything is done', async () => {
  for (const wrong of ['junit', 'json=', 'github=x', 'xunit=x'])
    expect(await status(['--reporter', wrong])).toMatchObject({ code: 2, out: '' });
  expect(await status(['--reporter', 'junit=x.xml', '--unknown-as', 'failed'])).toMatchObject({ code: 2 });
  mkdirSync(join(folder, 'a-folder'), { recursive: true });
  expect((await status(['--reporter', 'junit=no/such/folder/x.xml'])).code).toBe(1);
});
