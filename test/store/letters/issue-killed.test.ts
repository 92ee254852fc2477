import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { beforeAll, expect, test } from 'vitest';
import { frozen } from '../../../src/casefile/issued-letter.ts';
import { issueLetter } from '../../../src/store/letters/issue.ts';
import { changesSinceIssue, issuedLetters } from '../../../src/store/letters/issued.ts';
import { issuedLiteral } from '../../support/letters.ts';
import { MACHINE, tempPaths } from '../support/made.ts';

/** From before the first octet to well into the second or third letter; each round another moment. */
const MOMENTS = [0, 1, 2, 4, 7, 11, 16, 24, 35, 50];

const child = join(mkdtempSync(join(tmpdir(), 'takedown-child-')), 'child.mjs');

beforeAll(async () => {
  await build({
    entryPoints: [fileURLToPath(new URL('../support/issuing-child.ts', import.meta.url))],
    outfile: child,
    bundle: true,
    platform: 'node',
    format: 'esm',
    // The library for YAML is CommonJS and asks for Node's own modules by `require`.
    banner: { js: "import{createRequire as r}from'node:module';const require=r(import.meta.url);" },
    logLevel: 'error',
  });
});

test.each(MOMENTS)('killed %i ms into issuing, every letter is there whole or not at all', async (moment) => {
  const paths = tempPaths();
  const told = (await issueAndKill(paths.folder, moment)).split('\n').filter((line) => line.startsWith('2019'));
  const there = issuedLetters(paths, paths.folder);
  if (!there.ok) throw new Error(JSON.stringify(there.problems));
  expect(there.value.flatMap((letter) => changesSinceIssue(paths, letter, paths.folder))).toEqual([]);
  const ids = there.value.map(({ id }) => id);
  expect(told.filter((id) => !ids.includes(id))).toEqual([]);
  expect(ids.length - told.length).toBeLessThanOrEqual(1);

  const { files: _, ...letter } = issuedLiteral({ id: '2019-03-16-verisign-order', caseId: paths.id });
  await issueLetter(paths, { manifest: frozen(letter, []), files: [] }, MACHINE);
  expect(readdirSync(paths.letters).sort()).toEqual([...ids, letter.id].sort());
});

async function issueAndKill(folder: string, moment: number): Promise<string> {
  const issuing = spawn(process.execPath, [child, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(issuing, 'close');
  let told = '';
  let timer: NodeJS.Timeout | undefined;
  issuing.stdout.on('data', (octets: Buffer) => {
    told += octets.toString('latin1');
    timer ??= setTimeout(() => issuing.kill('SIGKILL'), moment);
  });
  await ended;
  clearTimeout(timer);
  expect(issuing.signalCode).toBe('SIGKILL');
  return told;
}
