// `takedown report`: one model in every format, of a record of four checks.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addDays } from '../../../src/model/instant.ts';
import type { ReportDocument, StatusDocument } from '../../../src/reports/documents.ts';
import { reportFormats } from '../../../src/reports/formats/index.ts';
import { type CasePaths, casePaths } from '../../../src/store/workspace.ts';
import { counting, finishedRun, STARTED } from '../../store/support/made.ts';
import { documentOf, errorOf } from '../../support/documents.ts';
import { phosphorusWorkspace, removeFolder } from '../../support/folders.ts';
import { takedown } from '../../support/takedown.ts';

const NOW = '2019-03-23T12:00:00Z';
const AS_OF = ['--as-of', '2019-03-22T18:00:00Z'];
const LISTED = readFileSync(new URL('../../../cases/phosphorus/appendix-a.txt', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => /^[a-z0-9]/.test(line))
  .map((line) => line.trim());

let folder = '';
let paths: CasePaths;
let runs: readonly string[] = [];

beforeAll(() => {
  folder = phosphorusWorkspace();
  const found = casePaths({ root: folder, cases: join(folder, 'cases') }, 'phosphorus');
  if (found === undefined) throw new Error('no such case');
  paths = found;
  const ours = { registrar: { name: 'MarkMonitor Inc.', ianaId: 292 } };
  const theirs = { registrar: { name: '=Evil, <b>Ltd</b>', ianaId: 9 } };
  runs = [theirs, theirs, ours, ours].map((facts, day) =>
    finishedRun(paths, day === 2 ? LISTED.slice(40) : LISTED, {
      started: addDays(STARTED, day),
      random: counting(day),
      facts,
    }),
  );
});
afterAll(() => removeFolder(folder));

const run = (...args: readonly string[]) => takedown(folder, ['report', ...args], { at: NOW });
const reported = async (...args: readonly string[]) =>
  documentOf<ReportDocument>((await run('--format', 'json', ...args)).out, 'report');

describe('the document', () => {
  test('has the totals of `status`, a row a name, and what was seen of each', async () => {
    const { out } = await takedown(folder, ['status', '--json', ...AS_OF], { at: NOW });
    const status: StatusDocument = JSON.parse(out);
    const report = await reported(...AS_OF);
    expect(report.totals).toEqual(status.totals);
    expect(report.attention).toEqual(status.attention);
    expect(report.names.map(({ name }) => name)).toEqual(status.names.map(({ name }) => name));
    expect(report.names[0]?.registrar).toEqual({ name: 'MarkMonitor Inc.', ianaId: 292 });
    expect(report.registrars.map(({ registrar, names }) => [registrar?.ianaId, names])).toEqual([[292, 98]]);
    expect(report).toMatchObject({ simulated: true, marks: ['SIMULATED NETWORK', 'illustrative'] });
  });

  test('each point of the line is what `status --as-of` says then', async () => {
    const { history } = await reported(...AS_OF);
    expect(history).toMatchObject({ runs: 4, judged: 3, equal: 1, leftOut: 0 });
    expect(history.points.at(-1)).toMatchObject({ at: '2019-03-22T18:00:00Z', run: null });
    expect(history.points.length).toBeGreaterThan(2);
    for (const { at, transferred, sinkholed, done, unknown } of history.points) {
      const { out } = await takedown(folder, ['status', '--json', '--as-of', at], { at: NOW });
      const { totals }: StatusDocument = JSON.parse(out);
      expect([transferred, sinkholed, done, unknown]).toEqual([
        totals.transferred.met,
        totals.sinkholed.met,
        totals.done,
        totals.doneTally.unknown,
      ]);
    }
    expect(history.marks[0]).toMatchObject({ kind: 'order-entered' });
  });

  test('names every run with its digests', async () => {
    const { method } = await reported(...AS_OF);
    expect(method.runs.map(({ id }) => id)).toEqual(runs);
    for (const { id, evidence } of method.runs) {
      const octets = readFileSync(join(paths.runs, `${id}.warc.gz`));
      expect(evidence['sha-256']).toBe(createHash('sha256').update(octets).digest('hex'));
    }
    expect(method.vantages).toEqual([{ host: 'ops-1', resolvers: ['192.0.2.53'] }]);
    expect(method.lookups.every(({ names }) => names === 98)).toBe(true);
  });

  test('of the past knows nothing of what came later', async () => {
    const { method, names, history } = await reported('--as-of', '2019-03-19T00:00:00Z');
    expect(method.runs.map(({ id }) => id)).toEqual(runs.slice(0, 1));
    expect(names[0]?.registrar?.ianaId).toBe(9);
    expect(history.runs).toBe(1);
  });
});

describe('--since', () => {
  const changed = async (since: string) => (await reported(...AS_OF, '--since', since)).changes;

  test('a run, by a part of its id; an instant; the beginning of a day at the court', async () => {
    const byRun = await changed(runs[1]?.slice(0, 12) ?? '');
    expect(byRun).toMatchObject({ run: runs[1], at: expect.stringContaining('2019-03-19T') });
    expect(byRun?.changed.length).toBeGreaterThan(50);
    expect(await changed('2019-03-21T00:00:00Z')).toMatchObject({ run: runs[2], at: '2019-03-21T00:00:00Z' });
    expect(await changed('2019-03-20')).toMatchObject({ run: runs[1], at: '2019-03-20T04:00:00Z' });
    expect(await changed('2019-03-01')).toMatchObject({ run: null });
  });

  test('what is later, or nothing at all, is told', async () => {
    expect(await run('--since', 'yesterday')).toMatchObject({
      code: 2,
      err: expect.stringContaining('no run "yesterday"'),
    });
    expect(await run(...AS_OF, '--since', '2019-03-23')).toMatchObject({
      code: 2,
      err: expect.stringContaining('later than the instant of the report'),
    });
  });
});

describe('--where', () => {
  const shown = async (where: string) => (await reported(...AS_OF, '--where', where)).names.map(({ name }) => name);

  test('some names, by what they have and by what they do not have', async () => {
    const all = await shown('released=no');
    expect(all).toHaveLength(98);
    const verisign = await shown('registry=verisign');
    const rest = await shown('registry!=verisign');
    expect(verisign.every((name) => /\.(com|net|name)$/.test(name))).toBe(true);
    expect(verisign.length + rest.length).toBe(98);
    expect(await shown('registry=verisign|pir')).toHaveLength(verisign.length + 1);
    expect(await shown('registry=verisign,registry=pir')).toHaveLength(verisign.length + 1);
    expect(await shown('registry=verisign, tld=net')).toEqual(verisign.filter((name) => name.endsWith('.net')));
    expect(await shown('registrar=markmonitor inc.')).toHaveLength(98);
    expect(await shown('registrar=292,tld=bid')).toHaveLength(3);
  }, 90_000);

  test('says that it is a selection, beside the totals of the whole', async () => {
    const { selection, totals } = await reported(...AS_OF, '--where', 'registry=verisign');
    expect(selection).toMatchObject({ where: 'registry=verisign', names: 21 });
    expect(totals.listed).toBe(98);
    expect((await run(...AS_OF, '--where', 'registry=verisign')).out).toContain('A selection: 21 of 98 names');
  });

  test.each([
    ['registy=verisign', 'Did you mean registry?'],
    ['verdict=umet', 'Did you mean met?'],
    ['registry=verisgn', 'Did you mean verisign?'],
    ['registry', 'Such as registry=verisign'],
    ['registry=', 'Such as registry=verisign'],
    ['registry=a||b', 'Such as registry=verisign'],
    ['constructor=x', 'Keys: verdict'],
  ])('%s is wrong use', async (where, hint) => {
    expect(await run('--where', where)).toMatchObject({ code: 2, out: '', err: expect.stringContaining(hint) });
  });
});

describe('formats', () => {
  test.each(reportFormats.map(({ extension }) => extension))('%s, by the ending of the file', async (extension) => {
    const file = `out${extension}`;
    expect(await run('-o', file, ...AS_OF)).toMatchObject({
      code: 0,
      out: '',
      err: expect.stringContaining('98 names'),
    });
    const digest = () =>
      createHash('sha256')
        .update(readFileSync(join(folder, file)))
        .digest('hex');
    const first = digest();
    const zone = process.env['TZ'];
    process.env['TZ'] = 'Pacific/Kiritimati';
    try {
      await takedown(folder, ['report', '-o', file, ...AS_OF], { at: '2019-04-01T03:00:00Z' });
    } finally {
      if (zone === undefined) delete process.env['TZ'];
      else process.env['TZ'] = zone;
    }
    expect(digest()).toBe(first);
    expect(readdirSync(folder).filter((name) => name.endsWith('.new'))).toEqual([]);
  });

  test('without any, Markdown on standard output; --json is that of --format json', async () => {
    expect((await run(...AS_OF)).out).toMatch(/^# Microsoft Corporation v\. John Does 1-2\n/);
    expect((await run('--json', ...AS_OF)).out).toBe((await run('--format', 'json', ...AS_OF)).out);
  });

  test('CSV for scripts has no mark and no guard', async () => {
    const early = ['--as-of', '2019-03-19T00:00:00Z'];
    const people = (await run('--format', 'csv', ...early)).out;
    const machine = (await run('--format', 'csv', '--machine', ...early)).out;
    expect(people.startsWith('\ufeffname,')).toBe(true);
    expect(people).toContain('"\'=Evil, <b>Ltd</b>"');
    expect(machine.startsWith('name,')).toBe(true);
    expect(machine).toContain('"=Evil, <b>Ltd</b>"');
  });

  test.each([
    [['-o', 'x.foo'], 'Endings: '],
    [['--format', 'jsn'], 'Did you mean json?'],
    [['--json', '--format', 'csv'], 'Leave one of them out.'],
    [['--machine'], '--machine is about CSV'],
    [['--all', 'phosphorus'], 'Leave one of them out.'],
  ])('%j is wrong use', async (args, words) => {
    expect(await run(...args)).toMatchObject({ code: 2, out: '', err: expect.stringContaining(words) });
  });

  test('a file that cannot be written is told, and leaves nothing', async () => {
    mkdirSync(join(folder, 'taken.csv'));
    const ran = await run('-o', 'taken.csv', '--json');
    expect(ran.code).toBe(1);
    expect(errorOf(ran.err).code).toBe('not-written');
    expect(existsSync(join(folder, 'taken.csv.new'))).toBe(false);
  });
});

test('--all: every case, and one that cannot be read hides none of the others', async () => {
  const broken = join(folder, 'cases', 'broken');
  mkdirSync(broken);
  writeFileSync(join(broken, 'case.yaml'), 'case: broken\n');
  const { code, out } = await run('--all', '--json', ...AS_OF);
  expect(code).toBe(22);
  const { cases, unread } = documentOf<{ cases: ReportDocument[]; unread: { case: string }[] }>(out, 'report-all');
  expect(cases.map(({ case: id }) => id)).toEqual(['phosphorus']);
  expect(unread.map(({ case: id }) => id)).toEqual(['broken']);
});
