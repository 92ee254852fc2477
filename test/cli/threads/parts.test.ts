// The names of a record judged by two threads, the second one as it is built: the answer is the one of a single thread.
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Sharing } from '../../../src/cli/context.ts';
import { workOn } from '../../../src/cli/threads/part-work.ts';
import { workInParts } from '../../../src/cli/threads/parts.ts';
import { addDays } from '../../../src/model/instant.ts';
import { runPaths } from '../../../src/store/run-form/paths.ts';
import { type CasePaths, casePaths } from '../../../src/store/workspace.ts';
import { counting, finishedRun, STARTED } from '../../store/support/made.ts';
import { phosphorusWorkspace, removeFolder } from '../../support/folders.ts';
import { takedown } from '../../support/takedown.ts';
import { builtThreads } from '../../support/threads.ts';
import { at } from '../../support/values.ts';

const AT = '2019-03-22T14:00:00Z';
const LISTED = readFileSync(new URL('../../../cases/phosphorus/appendix-a.txt', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => /^[a-z0-9]/.test(line))
  .map((line) => line.trim());

let folder = '';
let paths: CasePaths;
let newest = '';
let sharing: Sharing;

beforeAll(async () => {
  folder = phosphorusWorkspace();
  paths = pathsIn(folder);
  finishedRun(paths, LISTED, { facts: { registrar: { name: 'MarkMonitor Inc.', ianaId: 292 } } });
  // Facts so long that the run is checked while it is read, and not before.
  const facts = { registrar: { name: 'Old \u2603 Registrar', ianaId: 9 }, handle: 'x'.repeat(180_000) };
  newest = finishedRun(paths, LISTED.slice(3), { started: addDays(STARTED, 1), random: counting(9), facts });
  sharing = await builtThreads(join(folder, 'built'), ['part']);
}, 60_000);

afterAll(() => removeFolder(folder));

function pathsIn(root: string): CasePaths {
  const found = casePaths({ root, cases: join(root, 'cases') }, 'phosphorus');
  if (found === undefined) throw new Error('no such case');
  return found;
}

const forms = ['status', 'status --json', 'status --fail-on reverted'] as const;
const frozen = { at: AT, env: { NO_COLOR: '1' } };

/** The clock runs between two looks, and the document says when it was made. */
function timeless<T extends { readonly out: string }>(ran: T): T {
  return { ...ran, out: ran.out.replace(/"(generatedAt|asOf)": "[^"]*"/g, '"$1": "…"') };
}

const look = () => ({ from: folder, now: at(AT), asOf: undefined });
const inParts = (how: Sharing, interruption = new AbortController().signal) =>
  workInParts({ paths, look: look(), rows: 'status' }, { workOn, sharing: how, interruption });

describe('two threads', () => {
  test('share the names, and have each once', async () => {
    const shared = await inParts(sharing);
    const listed = shared?.parts.map(({ gathered }) => gathered.totals.totals.listed) ?? [];
    expect(listed).toHaveLength(2);
    expect(listed.every((count) => count > 20)).toBe(true);
    expect(listed.reduce((a, b) => a + b)).toBe(LISTED.length);
    expect(shared?.standing.record.damaged).toEqual([]);
  });

  test.each(forms)('say what one says, octet by octet: %s', async (line) => {
    const one = await takedown(folder, line.split(' '), frozen);
    const two = await takedown(folder, line.split(' '), { ...frozen, sharing });
    expect(timeless(two)).toEqual(timeless(one));
    expect(one.out.length).toBeGreaterThan(500);
  });

  test('of which there are none on a machine with one core', async () => {
    expect(await inParts({ ...sharing, threads: 1 })).toBeUndefined();
  });

  test.each(forms)('of which the second is not there leave it all to the first: %s', async (line) => {
    const entry = pathToFileURL(join(folder, 'built', 'absent.mjs'));
    expect(await inParts({ ...sharing, entry })).toBeUndefined();
    const two = await takedown(folder, line.split(' '), { ...frozen, sharing: { ...sharing, entry } });
    expect(timeless(two)).toEqual(timeless(await takedown(folder, line.split(' '), frozen)));
  });

  test('stop when they are interrupted', async () => {
    const interruption = new AbortController();
    const ran = takedown(folder, ['status'], { ...frozen, sharing, interruption: interruption.signal });
    interruption.abort();
    expect(await ran).toEqual({ code: 130, out: '', err: '' });
  });

  test('tell of a case that cannot be read as one does', async () => {
    const other = phosphorusWorkspace();
    finishedRun(pathsIn(other), LISTED);
    writeFileSync(join(other, 'cases/phosphorus/appendix-a.txt'), 'not a name\n');
    const one = await takedown(other, ['status'], frozen);
    expect(await takedown(other, ['status'], { ...frozen, sharing })).toEqual(one);
    expect(one.code).toBe(22);
    removeFolder(other);
  });
});

test('a newest run whose text was changed is told as one thread tells it, whichever part meets the change', async () => {
  const { run } = runPaths(paths, newest);
  const text = readFileSync(run, 'latin1');
  expect(text.length).toBeGreaterThan(1 << 24);
  try {
    for (const changed of ['"took":13,', '"took":?2,']) {
      writeFileSync(run, text.replace('"took":12,', changed), 'latin1');
      const one = await takedown(folder, ['status'], frozen);
      expect(one.out).toContain('damaged');
      expect(await inParts(sharing)).toBeUndefined();
      expect(await takedown(folder, ['status'], { ...frozen, sharing })).toEqual(one);
    }
  } finally {
    rmSync(run);
  }
});
