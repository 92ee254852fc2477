// In a CI job, names of a sealed case are numbers in everything that is written to its log or its reports: whatever the command,
// also where it fails. Nothing of it holds where people look.
import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { writeFiles } from '../../support/folders.ts';
import { type Ran, takedown } from '../../support/takedown.ts';
import { CASE, NAMES, openPractice, type Practice } from '../kill/practice.ts';

vi.setConfig({ testTimeout: 90_000 });

const ROOT = process.getuid?.() === 0;
const reason = ROOT ? ' (left out: nothing is closed to root)' : '';

let practice: Practice;
beforeAll(async () => {
  practice = await openPractice();
  const text = readFileSync(practice.paths.caseFile, 'utf8');
  writeFileSync(practice.paths.caseFile, `${text}seal: { until: 2026-12-31, touches: [any] }\n`);
  expect((await run(['check', CASE, '--network', 'network.yaml', '--fail-on', 'never'])).code).toBe(0);
}, 120_000);
afterAll(() => practice?.close());

const CI = { CI: 'true', GITHUB_ACTIONS: 'true' };
const run = (args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Ran> =>
  takedown(practice.folder, args, { env });
const told = ({ out, err }: Ran, files: readonly string[] = []) =>
  [out, err, ...files.map((file) => readFileSync(join(practice.folder, file), 'utf8'))].join('\n');
const namesIn = (text: string) => NAMES.filter((name) => text.toLowerCase().includes(name));

test('people see the names', async () => {
  expect(namesIn(told(await run(['show', CASE])))).not.toEqual([]);
});

describe('a CI job sees none', () => {
  test.each([
    [['status', CASE]],
    [['status', CASE, '--json']],
    [['status', CASE, '--debug']],
    [['show', CASE]],
    [['show', CASE, 'alpha.test']],
    [['show', CASE, 'alpha.test', '--json']],
    [['list']],
    [['list', '--json']],
    [['due', CASE]],
    [['due', CASE, '--ics']],
    [['letter', 'plan', CASE]],
    [['letter', 'plan', CASE, '--json']],
    [['evidence', 'list', CASE]],
    [['evidence', 'list', CASE, '--json']],
    [['evidence', 'show', CASE, 'alpha.test']],
    [['evidence', 'verify', CASE]],
    [['validate', CASE]],
    [['check', CASE, '--network', 'network.yaml']],
    [['check', CASE, '--network', 'network.yaml', '--json']],
    [['check', CASE, '--network', 'network.yaml', '--shard', '1/2']],
    [['merge', CASE]],
    [['show', CASE, 'alpha.tset']],
    [['lookup', 'alpha.test', '--network', 'network.yaml']],
  ])('%j', async (args) => {
    const ran = await run(args, CI);
    expect(namesIn(told(ran))).toEqual([]);
    expect(ran.out + ran.err).not.toBe('');
  });

  test('nor in what the reporters write', async () => {
    const files = ['j.xml', 's.json', 'summary.md', 'output.txt'];
    writeFiles(practice.folder, { 'summary.md': '', 'output.txt': '' });
    const env = {
      ...CI,
      GITHUB_STEP_SUMMARY: join(practice.folder, 'summary.md'),
      GITHUB_OUTPUT: join(practice.folder, 'output.txt'),
    };
    const reporters = ['--reporter', 'junit=j.xml', '--reporter', 'json=s.json', '--reporter', 'github'];
    const ran = await run(['status', CASE, ...reporters], env);
    expect(namesIn(told(ran, files))).toEqual([]);
    expect(told(ran, files)).toContain('name-7: pi/1/');
    // A reporter is CI output wherever it runs.
    expect(namesIn(told(await run(['status', CASE, ...reporters]), files))).toEqual([]);
  });

  test('nor of a case that cannot be read, which quotes its lines', async () => {
    const file = join(practice.paths.folder, 'names.txt');
    const sound = readFileSync(file, 'utf8');
    writeFileSync(file, sound.replace('bravo.test', 'bravo.test bravo.test\nbravo..test'));
    for (const args of [
      ['validate', CASE],
      ['status', CASE],
      ['status', CASE, '--json'],
    ]) {
      const ran = await run(args, CI);
      expect(ran.code).toBe(22);
      expect(namesIn(told(ran))).toEqual([]);
      expect(told(ran)).toContain('names.txt');
    }
    writeFileSync(file, sound);
  });

  test('octets, in which they stand, are refused', async () => {
    for (const to of ['-', 'octets.bin'])
      expect(await run(['evidence', 'show', CASE, 'alpha.test', '--raw', to], CI)).toMatchObject({ code: 23, out: '' });
    expect(await run(['evidence', 'show', CASE, 'alpha.test', '--raw', '-'])).toMatchObject({ code: 0 });
  });

  test('a number is the same in every command, and follows from the place in the schedule', async () => {
    const { out } = await run(['status', CASE, '--json'], CI);
    const { names } = JSON.parse(out);
    expect(names.map(({ name }: { name: string }) => name)).toEqual(NAMES.map((_, i) => `name-${i + 1}`));
  });
});

test('once the seal is lifted, and where CI says false, the names are shown', async () => {
  expect(namesIn(told(await run(['show', CASE], { CI: 'false' })))).not.toEqual([]);
  const text = readFileSync(practice.paths.caseFile, 'utf8');
  writeFileSync(practice.paths.caseFile, text.replace(/^seal:.*\n/m, ''));
  expect(namesIn(told(await run(['show', CASE], CI)))).not.toEqual([]);
  writeFileSync(practice.paths.caseFile, text);
});

test('no text from outside is a command to the machine that reads the log', async () => {
  const ran = await run(['status', '::error::x ##[add-path]/bad', '--json'], CI);
  expect(ran.err).not.toContain('##[');
  expect(JSON.parse(ran.err).message).toContain('##[add-path]/bad');
  const plain = await run(['status', 'x\n  ::set-env name=A::b ##[add-path]/bad ##vso[task.x]y'], CI);
  expect(plain.err).not.toMatch(/^\s*::/m);
  expect(plain.err).not.toMatch(/##(?:vso)?\[/);
});

test.skipIf(ROOT)(
  `a file that is closed to the user is told by its name, and no name of the others${reason}`,
  async () => {
    chmodSync(practice.paths.caseFile, 0o000);
    const closed = await run(['status', CASE], CI);
    chmodSync(practice.paths.caseFile, 0o644);
    expect(closed.code).toBe(1);
    expect(closed.err).toContain('case.yaml');
    expect(closed.err).not.toContain('bug');
    expect(namesIn(told(closed))).toEqual([]);
  },
);
