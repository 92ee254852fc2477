// `takedown check --shard` and `takedown merge`: joined shards are the run that one machine would have made, and what does not
// add up is not joined.
import {
  cpSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { documentOf } from '../../support/documents.ts';
import { type Circumstances, takedown } from '../../support/takedown.ts';
import { CASE, NAMES, openPractice, type Practice } from '../kill/practice.ts';

/** Each test makes several checks, and the machine may be busy. */
vi.setConfig({ testTimeout: 90_000 });

let practice: Practice;
beforeAll(async () => {
  practice = await openPractice();
});
afterAll(() => practice?.close());
beforeEach(() => {
  for (const folder of ['runs', 'shards'])
    rmSync(join(practice.paths.folder, folder), { recursive: true, force: true });
});

interface Status {
  readonly complete: boolean;
  readonly totals: { readonly doneTally: { readonly unmet: number; readonly unknown: number } };
  readonly lastRun: { readonly names: number; readonly shard?: unknown } | null;
  readonly unfinished: readonly unknown[];
  readonly names: readonly { readonly name: string; readonly findings: readonly Finding[] }[];
}
interface Finding {
  readonly requirement: string;
  readonly verdict: string;
  readonly word: string;
}

const run = (args: readonly string[], more: Circumstances = {}) => takedown(practice.folder, args, more);
const check = (...more: readonly string[]) => run(['check', CASE, '--network', 'network.yaml', ...more]);
const status = async () =>
  documentOf<Status>((await run(['status', CASE, '--json', '--as-of', '2026-02-01'])).out, 'status');
const findings = ({ names }: Status) =>
  names.map(({ name, findings }) => [
    name,
    findings.map(({ requirement, verdict, word }) => [requirement, verdict, word]),
  ]);
const filesIn = (folder: string) => {
  const path = join(practice.paths.folder, folder);
  return existsSync(path) ? readdirSync(path).sort() : [];
};

async function shards(of: number, without: readonly number[] = []): Promise<void> {
  for (let number = 1; number <= of; number += 1) {
    if (!without.includes(number)) expect(await check('--shard', `${number}/${of}`)).toMatchObject({ code: 0 });
  }
}

/** Brought from elsewhere: nothing of them is left in the case's own folder. */
function carriedOff(): string {
  const away = join(practice.folder, 'artifacts');
  rmSync(away, { recursive: true, force: true });
  renameSync(practice.paths.shards, away);
  return 'artifacts';
}

describe('joined shards', () => {
  test.each([1, 2, 5])('%i of them come to what one check comes to', async (of) => {
    await check('--fail-on', 'never');
    const whole = await status();
    rmSync(practice.paths.runs, { recursive: true });
    await shards(of);
    const joined = await run(['merge', CASE, '--fail-on', 'never']);
    expect(joined).toMatchObject({ code: 0 });
    expect(joined.err).toContain(`${of} shard`);
    const now = await status();
    expect(findings(now)).toEqual(findings(whole));
    expect(now).toMatchObject({
      complete: true,
      totals: whole.totals,
      unfinished: [],
      lastRun: { names: NAMES.length + 1 },
    });
    const verified = await run(['evidence', 'verify', CASE]);
    expect(verified.code, verified.out).toBe(0);
  });

  test('say who asked, from where and when, for each shard', async () => {
    await shards(2);
    await run(['merge', CASE]);
    const [file = ''] = filesIn('runs').filter((one) => one.endsWith('.yaml'));
    const head = readFileSync(join(practice.paths.runs, file), 'utf8');
    const { of, missing, shards: told } = JSON.parse(/^merged: (.*)$/m.exec(head)?.[1] ?? '');
    expect([of, missing]).toEqual([2, []]);
    expect(told).toMatchObject([
      { number: 1, started: expect.any(String), ended: expect.any(String), vantage: { host: expect.any(String) } },
      { number: 2 },
    ]);
  });

  test('are the same octets wherever they are joined, and joining twice changes nothing', async () => {
    await shards(3);
    expect(await run(['merge', CASE, '--fail-on', 'never'])).toMatchObject({ code: 0 });
    const files = filesIn('runs');
    const octets = files.map((file) => readFileSync(join(practice.paths.runs, file)));
    const again = await run(['merge', CASE, '--fail-on', 'never']);
    expect(again).toMatchObject({ code: 0 });
    expect(again.err).toContain('were joined before');
    expect(filesIn('runs')).toEqual(files);
    const from = carriedOff();
    rmSync(practice.paths.runs, { recursive: true });
    await run(['merge', from]);
    expect(filesIn('runs')).toEqual(files);
    expect(files.map((file) => readFileSync(join(practice.paths.runs, file)))).toEqual(octets);
  });

  test('of the night before are left alone', async () => {
    await shards(2);
    await run(['merge', CASE]);
    await shards(2);
    expect(await run(['merge', CASE, '--fail-on', 'never'])).toMatchObject({ code: 0 });
    expect(filesIn('runs').filter((file) => file.endsWith('.yaml'))).toHaveLength(2);
    expect(await status()).toMatchObject({ complete: true, unfinished: [] });
  });

  test('that a joining left behind half written are made anew', async () => {
    await shards(2);
    await run(['merge', CASE]);
    const files = filesIn('runs');
    const [run1 = ''] = files.filter((file) => file.endsWith('.yaml'));
    renameSync(join(practice.paths.runs, run1), join(practice.paths.runs, `${run1}.joining`));
    expect(await run(['merge', CASE, '--fail-on', 'never'])).toMatchObject({ code: 0 });
    expect(filesIn('runs')).toEqual(files);
    expect(await run(['evidence', 'verify', CASE])).toMatchObject({ code: 0 });
  });

  test('that were joined by one that was killed right before its end leave no second name of the run', async () => {
    await shards(2);
    await run(['merge', CASE]);
    const files = filesIn('runs');
    const [run1 = ''] = files.filter((file) => file.endsWith('.yaml'));
    linkSync(join(practice.paths.runs, run1), join(practice.paths.runs, `${run1}.joining`));
    expect(await run(['merge', CASE, '--fail-on', 'never'])).toMatchObject({ code: 0 });
    expect(filesIn('runs')).toEqual(files);
  });
});

describe('shards that are not joined', () => {
  test('count for nothing: the status is incomplete, and nothing is unmet', async () => {
    await shards(4, [2, 3]);
    const now = await status();
    expect(now).toMatchObject({ complete: false, lastRun: null, totals: { doneTally: { unmet: 0, unknown: 12 } } });
    expect(now.unfinished).toMatchObject([
      { shard: { number: 1, of: 4 }, waits: true },
      { shard: { number: 4, of: 4 }, waits: true },
    ]);
    const gate = await run(['status', CASE, '--as-of', '2026-02-01', '--fail-on', 'unmet']);
    expect(gate.code).toBe(21);
    expect(gate.out).toContain('shards 1, 4 of 4 wait to be joined with the others: takedown merge');
  });

  test('leave the record as it was, wherever they are copied to', async () => {
    await check('--fail-on', 'never');
    const before = await status();
    await shards(3, [1]);
    cpSync(practice.paths.shards, practice.paths.runs, { recursive: true });
    const now = await status();
    expect(findings(now)).toEqual(findings(before));
    expect(now.complete).toBe(false);
    expect((await run(['status', CASE, '--as-of', '2026-02-01', '--fail-on', 'reverted'])).code).toBe(21);
  });

  test('show their own names, and say so', async () => {
    const one = await check('--shard', '1/2', '--json', '--fail-on', 'never');
    const two = await check('--shard', '2/2', '--json', '--fail-on', 'never');
    const names = [one, two].map(({ out }) => documentOf<Status>(out, 'status').names.map(({ name }) => name));
    expect(names.flat().sort()).toEqual([...NAMES].sort());
    expect(documentOf<Status>(one.out, 'status')).toMatchObject({
      complete: false,
      lastRun: { shard: { number: 1, of: 2 } },
    });
    expect((await check('--shard', '1/2')).out).toContain('SHARD 1/2');
    expect((await check('--shard', '1/2', '--fail-on', 'overdue')).code).toBe(21);
  });

  test('are resumed by their number', async () => {
    const stop = new AbortController();
    stop.abort();
    const args = ['check', CASE, '--network', 'network.yaml', '--shard', '1/2'];
    const cut = await run(args, { interruption: stop.signal });
    expect(cut.code).toBe(130);
    expect(cut.err).toContain('--shard 1/2 --resume');
    expect((await run(['status', CASE])).out).toContain('--shard 1/2 --resume');
    expect((await check('--resume')).err).toContain('There is no unfinished run.');
    expect((await check('--shard', '2/2', '--resume')).err).toContain('There is no unfinished shard 2/2.');
    expect(await check('--shard', '1/2', '--resume')).toMatchObject({ code: 0 });
    await check('--shard', '2/2');
    expect(await run(['merge', CASE, '--fail-on', 'never'])).toMatchObject({ code: 0 });
  });
});

describe('a missing shard', () => {
  test('is refused by its number, also when it was killed', async () => {
    await shards(3, [2]);
    const stop = new AbortController();
    stop.abort();
    await run(['check', CASE, '--network', 'network.yaml', '--shard', '2/3'], { interruption: stop.signal });
    const refused = await run(['merge', CASE]);
    expect(refused).toMatchObject({ code: 23, out: '' });
    expect(refused.err).toContain('Missing: 2/3.');
    expect(refused.err).toContain('it was begun and not finished');
    expect(filesIn('runs')).toEqual([]);
  });

  test('makes its names unknown, and no older run speaks for them; one that comes late is believed', async () => {
    await check('--fail-on', 'never');
    const whole = await status();
    await shards(3, [2]);
    const joined = await run(['merge', CASE, '--allow-missing', '--fail-on', 'unmet']);
    expect([20, 21]).toContain(joined.code);
    expect(joined.err).toContain('2 of 3 shards');
    const now = await status();
    const unknown = now.names.filter(({ findings }) => findings.every(({ word }) => word === 'missing-shard'));
    expect(unknown.length).toBeGreaterThan(0);
    expect(now.lastRun?.names).toBe(NAMES.length + 1);
    const again = await run(['merge', CASE, '--allow-missing', '--fail-on', 'never']);
    expect(again.err).toMatch(new RegExp(`2 of 3 shards were joined before, in run \\S+: ${NAMES.length + 1} names`));
    expect(await run(['evidence', 'verify', CASE])).toMatchObject({ code: 0 });
    await check('--shard', '2/3');
    await run(['merge', CASE, '--fail-on', 'never']);
    expect(findings(await status())).toEqual(findings(whole));
  });
});

describe('what does not add up is refused', () => {
  const refusal = async (...more: readonly string[]) => {
    const ran = await run(['merge', ...(more.length === 0 ? [CASE] : more)]);
    expect(ran).toMatchObject({ code: 23, out: '' });
    expect(filesIn('runs')).toEqual([]);
    return ran.err;
  };
  const shardFile = (number: number) => {
    const file = filesIn('shards').find((one) => one.includes(`.${number}of`) && one.endsWith('.yaml')) ?? '';
    return join(practice.paths.shards, file);
  };

  test('a shard that is there twice', async () => {
    await shards(2);
    await check('--shard', '2/2');
    expect(await refusal()).toMatch(/Shard 2\/2 is there 2 times: .*2of2\.yaml, .*2of2\.yaml/);
    const copy = join(practice.folder, 'copy');
    mkdirSync(copy, { recursive: true });
    cpSync(practice.paths.shards, copy, { recursive: true });
    expect(await refusal(CASE, 'copy')).toContain('Shard 1/2 is there 2 times');
    rmSync(copy, { recursive: true });
  });

  test('shards of different counts', async () => {
    await check('--shard', '1/2');
    await check('--shard', '2/3');
    expect(await refusal()).toContain('Some are of 2 shards and some of 3.');
  });

  test('shards of different states of the case, and of another than the present one', async () => {
    await check('--shard', '1/2');
    const text = readFileSync(practice.paths.caseFile, 'utf8');
    writeFileSync(practice.paths.caseFile, `${text}# a word more\n`);
    await check('--shard', '2/2');
    expect(await refusal()).toContain('The shards looked at 2 states of the case.');
    rmSync(practice.paths.shards, { recursive: true });
    await shards(2);
    writeFileSync(practice.paths.caseFile, text);
    expect(await refusal()).toContain('The case was changed since the shards were checked');
  });

  test('a changed line, a changed octet of evidence, evidence that is not there', async () => {
    await shards(2);
    const file = shardFile(1);
    const sound = readFileSync(file, 'latin1');
    writeFileSync(file, sound.replace('"outcome":"facts"', '"outcome":"fact5"'), 'latin1');
    expect(await refusal()).toContain('1of2.yaml: ');
    writeFileSync(file, sound.replace('tool: takedown 0', 'tool: takedown 9'), 'latin1');
    expect(await refusal()).toContain('1of2.yaml: ');
    writeFileSync(file, sound, 'latin1');
    const evidence = file.replace('.yaml', '.warc.gz');
    const octets = readFileSync(evidence);
    octets[octets.length - 20] = (octets[octets.length - 20] ?? 0) ^ 1;
    writeFileSync(evidence, octets);
    expect(await refusal()).toContain('1of2.yaml: ');
    rmSync(evidence);
    expect(await refusal()).toContain('its evidence file is missing');
  });

  test('nothing at all, and words that are wrong', async () => {
    expect(await run(['merge', 'nowhere'])).toMatchObject({ code: 2 });
    expect(await run(['merge', CASE])).toMatchObject({ code: 2 });
    for (const wrong of ['0/2', '3/2', '1/65', '2', 'a/b', '1/0'])
      expect((await check('--shard', wrong)).err).toContain('--shard does not know');
    expect(await check('--shard', '1/2', '--max-age', '6h')).toMatchObject({ code: 2 });
  });
});
