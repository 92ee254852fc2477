// A clock that was ahead when a check was made, and is right again: nothing of the time to come is counted, and nothing says that
// nobody has looked. The world stands on loopback; the clock is in the test's hands.
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { instantAt, millisecondsOf } from '../../../src/model/instant.ts';
import { documentOf } from '../../support/documents.ts';
import { takedown } from '../../support/takedown.ts';
import { at } from '../../support/values.ts';
import { CASE, openPractice, type Practice } from '../kill/practice.ts';

const AHEAD = '2026-01-17T15:00:00Z';
const NOW = '2026-01-08T15:00:00Z';

let practice: Practice;
beforeAll(async () => {
  practice = await openPractice();
  // In earnest, since a rehearsal's clock is that of its record.
  const change = (file: string, by: (text: string) => string) => {
    const path = join(practice.folder, file);
    writeFileSync(path, by(readFileSync(path, 'utf8')));
  };
  change(`cases/${CASE}/case.yaml`, (text) => text.replace('rehearsal: true\n', ''));
  change('network.yaml', (text) => text.replace(/^clock: .*\n/m, '').replace('simulated: true', 'simulated: false'));
});
afterAll(() => practice?.close());
const forget = () => rmSync(practice.paths.runs, { recursive: true, force: true });

const run = (now: string, ...args: readonly string[]) => takedown(practice.folder, args, { at: now });
const check = (now: string, ...more: readonly string[]) =>
  run(now, 'check', CASE, '--network', 'network.yaml', '--fail-on', 'overdue', ...more);

interface Standing {
  readonly lastRun: { readonly ended: string } | null;
  readonly ahead?: unknown;
  readonly totals: { readonly done: number };
}
const status = async (now: string, ...more: readonly string[]) =>
  documentOf<Standing>((await run(now, 'status', CASE, '--json', ...more)).out, 'status');

const TOLD = "1 run from Sat 17 Jan 2026 15:00 UTC, not counted before then: is this machine's clock right?";

describe('a case whose only run is still to come', () => {
  beforeAll(async () => {
    forget();
    expect(await check(AHEAD)).toMatchObject({ code: 0 });
  });

  test.each([
    ['status', ['status', CASE]],
    ['show', ['show', CASE]],
    ['html', ['report', CASE, '--format', 'html']],
    ['md', ['report', CASE, '--format', 'md']],
    ['github', ['report', CASE, '--format', 'github']],
  ])('%s says so, and not that nobody has looked', async (_, args) => {
    const { out } = await run(NOW, ...args);
    const plain = out.replaceAll(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)));
    expect(plain).toContain(TOLD);
    expect(plain).toContain('(to come)');
    expect(plain.toLowerCase()).not.toMatch(
      /[·-] never checked|nothing has been looked up|never looked up|never checked|\| never \|>never</,
    );
  });

  test('list, and one name', async () => {
    expect((await run(NOW, 'list')).out).toMatch(/ {2}17 Jan 2026 \(to come\) {2}/);
    const { out } = await run(NOW, 'show', CASE, 'alpha.test');
    expect(out).toContain('no look at it counts yet');
    expect(out).not.toContain('never looked up');
  });

  test('as a document', async () => {
    const { lastRun, ahead, totals } = await status(NOW);
    expect([lastRun, totals.done]).toEqual([null, 0]);
    expect(ahead).toEqual({ runs: { number: 1, first: expect.stringMatching(/^2026-01-17T15:00:/) } });
  });

  test('is no alarm where an earlier day was asked for, nor when its time has come', async () => {
    const { out } = await run(NOW, 'status', CASE, '--as-of', '2026-01-07');
    expect(out).toContain('never checked · as of');
    expect(out).not.toContain('to come');
    expect(await status('2026-01-17T15:10:00Z', '--as-of', '2026-01-07')).not.toHaveProperty('ahead');
    const later = await status('2026-01-17T15:10:00Z');
    expect(later).not.toHaveProperty('ahead');
    expect(later.totals.done).toBe(6);
  });

  test('a check by the clock that is right counts, though the other one stands behind it', async () => {
    const { code, out } = await check(NOW, '--max-age', '30d');
    expect(code).toBe(0);
    expect(out).toContain('last checked 8 Jan 2026 15:00 UTC');
    expect(out).toContain(TOLD);
    expect((await status('2026-01-08T15:10:00Z')).lastRun).toMatchObject({
      ended: expect.stringMatching(/^2026-01-08/),
    });
  });
});

test('a clock that is set back while it looks: the run ends when it began, is sound, and no gate passes on it', async () => {
  forget();
  expect(await check(NOW)).toMatchObject({ code: 0 });
  const [wrong, right] = [AHEAD, NOW].map((one) => millisecondsOf(at(one)));
  const begun = performance.now();
  const clock = {
    monotonic: () => performance.now(),
    now: () => {
      const passed = Math.round(performance.now() - begun);
      return instantAt((passed < 400 ? (wrong ?? 0) : (right ?? 0) + 3_600_000) + passed);
    },
  };
  const args = ['check', CASE, '--network', 'network.yaml', '--fail-on', 'overdue'];
  const { code, out } = await takedown(practice.folder, args, { clock });
  expect(out).toContain(TOLD);
  expect(code).toBe(21);
  const newest =
    readdirSync(practice.paths.runs)
      .filter((file) => file.endsWith('.yaml'))
      .sort()
      .at(-1) ?? '';
  const text = readFileSync(join(practice.paths.runs, newest), 'latin1');
  const told = (key: string) => new RegExp(`^${key}: (\\S+)$`, 'm').exec(text)?.[1];
  expect(told('ended')).toBe(told('started'));
  expect(text).toMatch(/"at":"2026-01-08T16/);
  expect(await run('2026-01-08T17:00:00Z', 'evidence', 'verify', CASE)).toMatchObject({ code: 0 });
  expect(await run('2026-01-18T00:00:00Z', 'evidence', 'verify', CASE)).toMatchObject({ code: 0 });
});

test('a look by the right clock is the newer one, also when the date of one that was made before it has come', async () => {
  forget();
  // Six names are not done yet when the clock is ahead; all are when it is right again.
  expect(await check(AHEAD)).toMatchObject({ code: 0 });
  practice.enter(2);
  try {
    await check(NOW);
  } finally {
    practice.enter(1);
  }
  for (const [now, ...more] of [
    ['2026-01-18T00:00:00Z'],
    ['2026-01-18T00:00:00Z', '--as-of', '2026-01-17T20:00:00Z'],
    ['2026-01-08T16:00:00Z'],
  ] as const) {
    const { lastRun, totals } = await status(now, ...more);
    expect(totals).toMatchObject({ done: 12, reverted: 0 });
    expect(lastRun).toMatchObject({ ended: expect.stringMatching(/^2026-01-08/) });
  }
  const { code, out } = await run('2026-01-18T00:00:00Z', 'evidence', 'verify', CASE);
  expect(code).toBe(0);
  expect(out).toMatch(/this vouches for all of it: 20260108T/);
});

test('an entry of the journal that is still to come is told, and starts no period before', async () => {
  forget();
  writeFileSync(
    join(practice.paths.folder, 'journal.yaml'),
    '- { at: 2026-02-09T10:00:00-05:00, event: served, recipient: testers }\n',
  );
  const { out } = await run(NOW, 'status', CASE);
  expect(out).toContain(
    "1 journal entry from Mon 9 Feb 2026 15:00 UTC, not counted before then: is this machine's clock right?",
  );
  expect(out).toContain('never checked');
  expect((await run(NOW, 'letter', 'plan', CASE, '--json')).out).toContain(
    "the journal says that the order was served on Mon 9 Feb 2026, which is still to come by this machine's clock",
  );
  expect((await run(NOW, 'due', CASE)).out).toContain('1 journal entry from Mon 9 Feb 2026 15:00 UTC');
  const { cases } = documentOf<{ readonly cases: readonly unknown[] }>(
    (await run(NOW, 'due', CASE, '--json')).out,
    'due',
  );
  expect(cases).toMatchObject([{ ahead: { entries: { number: 1, first: '2026-02-09T15:00:00Z' } } }]);
});
