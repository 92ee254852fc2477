import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { beforeAll, expect, test } from 'vitest';
import { addDays } from '../../../src/model/instant.ts';
import { resumeRun } from '../../../src/store/append/resume.ts';
import { openRecord } from '../../../src/store/runs/record.ts';
import { checkRun } from '../../support/check-run.ts';
import { name } from '../../support/values.ts';
import { answers, ENDED, MACHINE, STARTED, tempPaths } from '../support/made.ts';

/** From before the first line to well into the run; each round another moment. */
const MOMENTS = [0, 1, 3, 7, 12, 20, 33, 54];

const child = join(mkdtempSync(join(tmpdir(), 'takedown-child-')), 'child.mjs');

beforeAll(async () => {
  const entry = fileURLToPath(new URL('../support/writing-child.ts', import.meta.url));
  await build({
    entryPoints: [entry],
    outfile: child,
    bundle: true,
    platform: 'node',
    format: 'esm',
    logLevel: 'error',
  });
});

test.each(MOMENTS)('killed %i ms into a run, no observation is lost and the run can be finished', async (moment) => {
  const paths = tempPaths();
  const told = await writeAndKill(paths.folder, moment);
  const runId = /^begun (.+)$/m.exec(told)?.[1] ?? '';
  const ids = [...told.matchAll(/^(.+#\d+)$/gm)].map(([, id]) => id);
  expect(openRecord({ paths, asOf: addDays(ENDED, 9), journal: [] })).toMatchObject({
    hasEarlier: false,
    unfinished: [{ id: runId }],
  });

  const resumed = resumeRun({
    paths,
    id: runId,
    caseDigest: 'ab'.repeat(32),
    machine: MACHINE,
    at: addDays(STARTED, 1),
  });
  if (!resumed.ok || !('writer' in resumed)) throw new Error(JSON.stringify(resumed));
  const { writer } = resumed;
  if (!writer.has(name('n0.example'), 'delegation'))
    writer.append(name('n0.example'), 'delegation', answers('n0.example', 'delegation'));
  writer.finish(addDays(ENDED, 1));

  expect(checkRun(paths, runId)).toEqual([]);
  const record = openRecord({ paths, asOf: addDays(ENDED, 9), journal: [] });
  const kept = new Set([...record.latest()].flatMap(({ observations }) => observations.map(({ id }) => id)));
  expect(ids.filter((id) => id !== undefined && !kept.has(id))).toEqual([]);
});

async function writeAndKill(folder: string, moment: number): Promise<string> {
  const writing = spawn(process.execPath, [child, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(writing, 'close');
  let told = '';
  let timer: NodeJS.Timeout | undefined;
  writing.stdout.on('data', (octets: Buffer) => {
    told += octets.toString('latin1');
    timer ??= setTimeout(() => writing.kill('SIGKILL'), moment);
  });
  await ended;
  clearTimeout(timer);
  expect(writing.signalCode).toBe('SIGKILL');
  return told.slice(0, told.lastIndexOf('\n') + 1);
}
