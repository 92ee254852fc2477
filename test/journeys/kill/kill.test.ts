// `takedown check` killed, interrupted and started twice: what was on the disk stays, and --resume makes it whole.
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { checkRun } from '../../support/check-run.ts';
import { builtProgram, startChild } from '../../support/child.ts';
import { documentOf, errorOf } from '../../support/documents.ts';
import { takedown } from '../../support/takedown.ts';
import { CASE, NAMES, openPractice, type Practice } from './practice.ts';

const MOMENTS = 20;
/** Another one tries other moments; it is part of every failure's message. */
const SEED = Number(process.env['KILL_SEED'] ?? 4711);
const CHECK = ['check', CASE, '--network', 'network.yaml', '--quiet', '--fail-on', 'never'];

let entry: string;
let practice: Practice;
/** How long a whole check takes here, as a process. */
let whole = 0;

beforeAll(async () => {
  entry = await builtProgram();
  practice = await openPractice();
  await startChild(entry, practice.folder, CHECK).ended;
  const begun = performance.now();
  expect(await startChild(entry, practice.folder, CHECK).ended).toMatchObject({ code: 0, err: '' });
  whole = performance.now() - begun;
}, 120_000);
afterAll(() => practice?.close());
beforeEach(() => rmSync(practice.paths.runs, { recursive: true, force: true }));

const run = (...args: readonly string[]) => takedown(practice.folder, args);

interface Status {
  readonly complete: boolean;
  readonly lastRun: { readonly id: string } | null;
  readonly unfinished: readonly { readonly id: string }[];
  readonly names: readonly { readonly name: string; readonly observedAt: string | null }[];
}
const status = async () =>
  documentOf<Status>((await run('status', CASE, '--json', '--as-of', '2026-02-01')).out, 'status');

const inRuns = (ending: string) =>
  existsSync(practice.paths.runs) ? readdirSync(practice.paths.runs).filter((file) => file.endsWith(ending)) : [];

/** Park and Miller's generator: the moments are the same in every run of the tests. */
function* moments(): Generator<number> {
  for (let state = SEED, i = 0; i < MOMENTS; i += 1) {
    state = (state * 48_271) % 2_147_483_647;
    yield state / 2_147_483_647;
  }
}

function wholeLines(file: string): string {
  const text = readFileSync(join(practice.paths.runs, file), 'latin1');
  return text.slice(0, text.lastIndexOf('\n') + 1);
}

function expectWhole(id: string, told: string): void {
  expect(checkRun(practice.paths, id), told).toEqual([]);
  const evidence = gunzipSync(readFileSync(join(practice.paths.runs, `${id}.warc.gz`))).toString('latin1');
  const lines = wholeLines(`${id}.yaml`)
    .split('\n')
    .filter((line) => line.startsWith('- {'));
  for (const name of NAMES) {
    for (const lookup of ['rdap-registry', 'whois-registry', 'delegation', 'addresses', 'resolver']) {
      const found = lines.some((line) => line.includes(`"${name}"`) && line.includes(`"${lookup}"`));
      expect(found, `${told}: ${lookup} of ${name}`).toBe(true);
    }
    expect(evidence, `${told}: evidence of ${name}`).toContain(name);
  }
}

async function expectAllAnswered(told: string): Promise<void> {
  const now = await status();
  expect(
    now.names.map(({ name }) => name),
    told,
  ).toEqual(NAMES);
  expect(
    now.names.filter(({ observedAt }) => observedAt === null),
    told,
  ).toEqual([]);
  expect(now, told).toMatchObject({ complete: true, unfinished: [] });
}

test.each([...moments()].map((moment, i) => [i + 1, moment] as const))(
  'kill -9, time %i: nothing that was on the disk is lost, and --resume finishes it',
  async (_, moment) => {
    const child = startChild(entry, practice.folder, CHECK);
    const delay = Math.round(moment * whole * 1.1);
    await wait(delay);
    child.kill('SIGKILL');
    await child.ended;
    const [partial] = inRuns('.yaml.partial');
    const finished = inRuns('.yaml');
    const told = `KILL_SEED=${SEED}, ${delay} of ${Math.round(whole)} ms, ${partial ?? finished[0] ?? 'no run'}`;
    const before = partial === undefined ? '' : wholeLines(partial);
    const id = partial?.slice(0, -'.yaml.partial'.length);

    if (finished.length === 0) {
      const torn = await status();
      expect(torn.lastRun, told).toBeNull();
      expect(
        torn.names.every(({ observedAt }) => observedAt === null),
        told,
      ).toBe(true);
      expect(torn.complete, told).toBe(false);
      if (before.includes('\nobservations:\n')) expect(torn.unfinished, told).toMatchObject([{ id }]);
    }
    const resumable = partial !== undefined && before.includes('\nobservations:\n');
    const again = resumable ? [...CHECK, '--resume'] : CHECK;
    if (finished.length === 0) expect(await run(...again), told).toMatchObject({ code: 0, err: '' });

    const [run1] = inRuns('.yaml');
    const made = run1?.slice(0, -'.yaml'.length) ?? '';
    if (resumable) expect(made, told).toBe(id);
    expectWhole(made, told);
    if (resumable) expect(wholeLines(`${id}.yaml`).startsWith(before), told).toBe(true);
    await expectAllAnswered(told);
  },
);

test.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const)('%s ends in order with %i, says how to go on, and can be resumed', async (signal, code) => {
  const child = startChild(entry, practice.folder, CHECK);
  for (let tries = 0; tries < 500; tries += 1) {
    const [partial] = inRuns('.yaml.partial');
    if (partial !== undefined && wholeLines(partial).includes('\n- {')) break;
    await wait(5);
  }
  child.kill(signal);
  const ended = await child.ended;
  expect(ended).toMatchObject({ code, signal: null, out: '' });
  expect(ended.err).toMatch(/^The check was interrupted; what was observed is kept in the unfinished run \S+\.\n/);
  expect(ended.err).toContain(`takedown check ${CASE} --network network.yaml --resume`);
  expect(inRuns('.lock')).toEqual([]);
  const kept = wholeLines(inRuns('.yaml.partial')[0] ?? '');
  const piped = await run('status', CASE, '--as-of', '2026-02-01');
  expect(piped.out).toContain('unfinished');
  expect(await run(...CHECK, '--resume')).toMatchObject({ code: 0, err: '' });
  const [file = ''] = inRuns('.yaml');
  expect(wholeLines(file).startsWith(kept)).toBe(true);
  expectWhole(file.slice(0, -'.yaml'.length), signal);
  await expectAllAnswered(signal);
});

test('two checks at once make two whole runs', async () => {
  const both = [startChild(entry, practice.folder, CHECK), startChild(entry, practice.folder, CHECK)];
  for (const child of both) expect(await child.ended).toMatchObject({ code: 0, err: '' });
  const files = inRuns('.yaml');
  expect(files).toHaveLength(2);
  for (const file of files) expectWhole(file.slice(0, -'.yaml'.length), 'two at once');
  await expectAllAnswered('two at once');
});

test('a run that is being written is not taken over by --resume', async () => {
  const child = startChild(entry, practice.folder, CHECK);
  for (let tries = 0; tries < 500 && inRuns('.yaml.partial').length === 0; tries += 1) await wait(5);
  const refused = await run(...CHECK, '--resume', '--json');
  expect(refused).toMatchObject({ code: 23, out: '' });
  expect(errorOf(refused.err).code).toBe('resume-held');
  expect(await child.ended).toMatchObject({ code: 0, err: '' });
  expectWhole((inRuns('.yaml')[0] ?? '').slice(0, -'.yaml'.length), 'held');
});

test('a case that is changed while it is checked is told, and one that is not is not', async () => {
  const told = 'The case was changed while it was checked: what follows is of the case as it was before.\n';
  const loud = CHECK.filter((word) => word !== '--quiet');
  expect((await startChild(entry, practice.folder, loud).ended).err).not.toContain(told);
  const list = join(practice.paths.folder, 'names.txt');
  const before = readFileSync(list, 'utf8');
  const begun = inRuns('.yaml').length;
  const child = startChild(entry, practice.folder, loud);
  for (let tries = 0; tries < 5000 && inRuns('.yaml.partial').length === 0; tries += 1) await wait(5);
  writeFileSync(list, `${before}golf.test\n`);
  expect(await child.ended).toMatchObject({ code: 0, err: expect.stringContaining(told) });
  expect(inRuns('.yaml')).toHaveLength(begun + 1);
  expect((await status()).names.find(({ name }) => name === 'golf.test')).toMatchObject({ observedAt: null });
  writeFileSync(list, before);
});
