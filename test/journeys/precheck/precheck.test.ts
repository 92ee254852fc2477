// The evening before service: a look that warns nobody, on real sockets; the table on record, signed by a person, and kept.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { documentOf, errorOf } from '../../support/documents.ts';
import { takedown } from '../../support/takedown.ts';
import { CASE, NAMES, openPractice, type Practice } from '../kill/practice.ts';

interface Table {
  readonly run: { readonly id: string; readonly purpose: string };
  readonly complete: boolean;
  readonly totals: Readonly<Record<'listed' | 'go' | 'look' | 'stop' | 'released' | 'unknown', number>>;
  readonly readied: { readonly asked: number; readonly of: number };
  readonly signed: { readonly by: string; readonly file: string; readonly 'sha-256': string } | null;
  readonly names: readonly {
    readonly name: string;
    readonly answer: string;
    readonly registered: string;
    readonly sinkhole: string;
    readonly findings: readonly { readonly word: string; readonly citations: readonly string[] }[];
  }[];
}

let practice: Practice;
let unsealed: string;
const caseFile = () => join(practice.folder, 'cases', CASE, 'case.yaml');
const journal = () => join(practice.folder, 'cases', CASE, 'journal.yaml');
const run = (...args: readonly string[]) => takedown(practice.folder, ['precheck', CASE, ...args]);
const look = (...args: readonly string[]) => run('--network', 'network.yaml', ...args);
const table = (text: string) => documentOf<Table>(text, 'precheck');

/** Everybody to whom a packet of the newest run went, by the places of its exchanges. */
async function asked(id: string): Promise<ReadonlySet<string>> {
  const listed = await takedown(practice.folder, ['evidence', 'list', CASE, '--run', id, '--json']);
  const places = [...listed.out.matchAll(/"(?:server)": ?"([^"]+)"/g)].map(([, server = '']) => server);
  expect(places.length).toBeGreaterThan(0);
  return new Set(places);
}

/** Each looks at twelve names on real sockets, one after the other. */
vi.setConfig({ testTimeout: 60_000 });

beforeAll(async () => {
  practice = await openPractice();
  unsealed = readFileSync(caseFile(), 'utf8');
});
afterAll(() => practice.close());

test('every name gets its answer, and the totals add up', async () => {
  const { code, out, err } = await look('--json');
  const { run: made, totals, names, readied } = table(out);
  expect([code, err]).toEqual([0, '']);
  expect(made.purpose).toBe('precheck');
  expect(names.map(({ name }) => name)).toEqual(NAMES);
  expect(totals.go + totals.look + totals.stop + totals.released).toBe(totals.listed);
  expect(names.map(({ sinkhole }) => sinkhole)).toEqual(NAMES.map(() => 'ready'));
  expect(readied).toEqual({ asked: NAMES.length, of: NAMES.length });
  expect(readFileSync(join(practice.paths.runs, `${made.id}.yaml`), 'utf8')).toContain('\npurpose: precheck\n');
});

test('nobody is asked whom the holders could watch, with no seal as well', async () => {
  const { run: made } = table((await look('--json')).out);
  const servers = [...(await asked(made.id))].join('\n');
  expect(servers).toMatch(/ns1\.sinkhole\.example/);
  const text = readFileSync(join(practice.paths.runs, `${made.id}.yaml`), 'utf8');
  const lookups = new Set([...text.matchAll(/"lookup":"([a-z-]+)"/g)].map(([, kind]) => kind));
  expect([...lookups].sort()).toEqual(['delegation', 'rdap-registry', 'sinkhole', 'whois-registry']);
});

test('a check beside it counts as ever, and is no look before service', async () => {
  await takedown(practice.folder, ['check', CASE, '--network', 'network.yaml', '--quiet']);
  const { run: made } = table((await run('--last', '--json')).out);
  const status = documentOf<{ lastRun: { id: string } }>(
    (await takedown(practice.folder, ['status', CASE, '--json'])).out,
    'status',
  );
  expect(status.lastRun.id).not.toBe(made.id);
  const verified = await takedown(practice.folder, ['evidence', 'verify', CASE]);
  expect(verified.code).toBe(0);
});

test('a person answers for what was shown: the table is kept, and the journal names it', async () => {
  const unasked = await run('--sign-off', 'Jane Roe');
  expect([unasked.code, unasked.err]).toEqual([2, expect.stringContaining('Give --yes to sign it')]);
  expect(readFileSync(journal(), { encoding: 'utf8', flag: 'a+' })).not.toContain('signed-off');
  const signed = await run('--sign-off', 'Jane Roe', '--note', 'as discussed', '--yes', '--json');
  expect(signed.code).toBe(0);
  const told = table(signed.out).signed;
  const octets = readFileSync(join(practice.folder, 'cases', CASE, told?.file ?? ''));
  expect(told).toMatchObject({ by: 'Jane Roe', 'sha-256': createHash('sha256').update(octets).digest('hex') });
  expect(table(octets.toString()).names).toHaveLength(NAMES.length);
  expect(readFileSync(journal(), 'utf8')).toMatch(
    /event: signed-off, by: Jane Roe, note: as discussed, evidence: \{ file: signed\//,
  );
  const again = await run('--last');
  expect(again.out).toContain('Signed off by Jane Roe on ');
});

test('the same word of the same person is written once, also when a killed process had written it; another one is added', async () => {
  const before = readFileSync(journal(), 'utf8');
  const twice = await run('--sign-off', 'Jane Roe', '--note', 'as discussed', '--yes', '--json');
  expect([twice.code, twice.err]).toEqual([0, expect.stringContaining('Jane Roe signed this off already')]);
  expect(table(twice.out).signed).toMatchObject({ by: 'Jane Roe' });
  expect(readFileSync(journal(), 'utf8')).toBe(before);
  expect((await run('--sign-off', 'John Roe', '--note', 'as discussed', '--yes')).code).toBe(0);
  expect(readFileSync(journal(), 'utf8').match(/signed-off/g)).toHaveLength(2);
  writeFileSync(journal(), before);
});

test('a case that was changed since is not signed', async () => {
  writeFileSync(caseFile(), unsealed.replace('Move, lock', 'Lock, move'));
  const { code, err } = await run('--sign-off', 'Jane Roe', '--yes', '--json');
  expect([code, errorOf(err).code]).toEqual([23, 'precheck-stale']);
  expect((await run('--last')).out).toContain('The case was changed since');
  writeFileSync(caseFile(), unsealed);
});

test('under a seal nobody is asked openly, and what it excludes is unknown', async () => {
  const seal = 'seal: { until: 2026-02-01, touches: [registry] }\n';
  writeFileSync(caseFile(), unsealed.replace('docket:', `${seal}docket:`));
  const refused = await look('--openly', '--json');
  expect([refused.code, errorOf(refused.err).code]).toEqual([23, 'openly-under-seal']);
  const { code, out } = await look('--json');
  expect(code).toBe(21);
  expect(table(out).names.every(({ findings }) => findings.some(({ word }) => word === 'sinkhole-not-seen'))).toBe(
    true,
  );
  writeFileSync(caseFile(), unsealed);
});

test('without a network nothing is free, and nothing is ready', async () => {
  const empty = 'simulated: true\nclosed: true\nclock: 2026-01-09T15:00:00Z\ndns: { roots: [192.0.2.1] }\n';
  writeFileSync(join(practice.folder, 'none.yaml'), empty);
  const { code, out } = await run('--network', 'none.yaml', '--json');
  const { totals, names, complete } = table(out);
  expect([code, complete]).toEqual([21, false]);
  expect(totals).toMatchObject({ go: 0, look: NAMES.length, stop: 0, unknown: NAMES.length });
  expect(new Set(names.map(({ registered, sinkhole }) => `${registered}, ${sinkhole}`))).toEqual(
    new Set(['unknown, unknown']),
  );
});

test('the table fits a terminal, and goes to paper', async () => {
  await look('--quiet');
  const narrow = await takedown(practice.folder, ['precheck', CASE, '--last'], { columns: 80, env: { NO_COLOR: '1' } });
  expect(narrow.out.split('\n').filter((line) => [...line].length > 80)).toEqual([]);
  for (const file of ['t.md', 't.txt', 't.json', 't.docx']) {
    expect((await run('--last', '-o', file)).code).toBe(0);
  }
  expect(readdirSync(practice.folder)).toEqual(expect.arrayContaining(['t.md', 't.txt', 't.json', 't.docx']));
  const { code, err } = await run('--last', '-o', 't.xls');
  expect([code, err]).toEqual([2, expect.stringContaining('does not say which format')]);
});

test('wrong use is told before anybody is asked', async () => {
  for (const args of [
    ['--last', '--openly'],
    ['--note', 'x'],
    ['--sample', 'some'],
    ['--fail-on', 'overdue'],
  ]) {
    expect((await run(...args, '--network', 'network.yaml')).code, args.join(' ')).toBe(2);
  }
});
