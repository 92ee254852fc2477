// `check --set-aside`: a run that the changed case left behind is listed no more, and every octet of it stays.
import { appendFileSync, readdirSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { documentOf, errorOf } from '../../support/documents.ts';
import { type Circumstances, takedown } from '../../support/takedown.ts';
import { CASE, openPractice, type Practice } from '../kill/practice.ts';

let practice: Practice;
beforeAll(async () => {
  practice = await openPractice();
});
afterAll(() => practice?.close());

const check = (more: readonly string[], circumstances: Circumstances = {}) =>
  takedown(practice.folder, ['check', CASE, '--network', 'network.yaml', ...more], circumstances);
const unfinished = async () => {
  const { out } = await takedown(practice.folder, ['status', CASE, '--json', '--as-of', '2026-02-01']);
  return documentOf<{ unfinished: readonly { id: string }[] }>(out, 'status').unfinished.map(({ id }) => id);
};
const files = () => readdirSync(practice.paths.runs).sort();
const octets = () => files().map((file) => readFileSync(join(practice.paths.runs, file)).toString('latin1'));

test('a run that cannot be resumed is set aside, listed no more, and can be had back', async () => {
  const stop = new AbortController();
  stop.abort();
  expect(await check([], { interruption: stop.signal })).toMatchObject({ code: 130 });
  const [id = ''] = await unfinished();
  appendFileSync(practice.paths.caseFile, '# somebody added a line\n');
  const refused = await check(['--resume', id, '--json']);
  expect([refused.code, errorOf(refused.err)]).toMatchObject([
    23,
    { code: 'resume-case-changed', hint: expect.stringContaining(`takedown check --set-aside ${id}`) },
  ]);
  const before = octets();
  const aside = await check(['--set-aside']);
  expect(aside).toMatchObject({ code: 0, out: expect.stringContaining(`The run ${id} is set aside`) });
  expect(await unfinished()).toEqual([]);
  expect(files()).toEqual([`${id}.warc.gz.set-aside`, `${id}.yaml.set-aside`]);
  expect(octets().sort()).toEqual(before.sort());
  expect((await takedown(practice.folder, ['evidence', 'verify', CASE])).code).toBe(0);
  for (const file of files())
    renameSync(join(practice.paths.runs, file), join(practice.paths.runs, file.replace(/\.set-aside$/, '.partial')));
  expect(await unfinished()).toEqual([id]);
}, 120_000);

test('what is not there, and what stands with something else, is wrong use', async () => {
  for (const [words, code] of [
    [['--set-aside', '20260101T000000Z-abcd'], 'no-such-run'],
    [['--set-aside', '../case'], 'no-such-run'],
    [['--set-aside', '--resume'], 'set-aside-alone'],
    [['--set-aside', '--shard', '1/2'], 'nothing-to-set-aside'],
  ] as const) {
    const { code: exit, err } = await check([...words, '--json']);
    expect([exit, errorOf(err).code]).toEqual([2, code]);
  }
});
