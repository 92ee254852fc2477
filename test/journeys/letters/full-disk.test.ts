// A disk that is full, played by the system's own bound on the size of a file: told in a sentence, and nothing is half written.
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { builtProgram } from '../../support/child.ts';
import { phosphorusWorkspace, removeFolder } from '../../support/folders.ts';
import { takedown } from '../../support/takedown.ts';

/** What bash counts files in. */
const BLOCK = 1024;

let entry: string;
beforeAll(async () => {
  entry = await builtProgram();
});

let folder: string;
let ours: string;
beforeEach(() => {
  folder = phosphorusWorkspace();
  ours = join(folder, 'cases/phosphorus');
});
afterEach(() => removeFolder(folder));

/** No file may get longer than so many blocks. */
function within(blocks: number, args: readonly string[]): { readonly code: number; readonly err: string } {
  const program = [process.execPath, entry, ...args].map((word) => `'${word}'`).join(' ');
  const script = `trap '' XFSZ; ulimit -f ${blocks}; ${program} 2>&1 >/dev/null; echo "code $?"`;
  const env = { PATH: process.env['PATH'], XDG_CACHE_HOME: join(folder, '.cache'), HOME: folder };
  const err = execFileSync('bash', ['-c', script], { cwd: folder, env, encoding: 'utf8', timeout: 60_000 });
  return { code: Number(/code (\d+)\n$/.exec(err)?.[1]), err };
}

test('the journal is as it was, and no half of an entry is in it', async () => {
  const before = `# ours\n${'# filled\n'.repeat(220)}`;
  writeFileSync(join(ours, 'journal.yaml'), before);
  const { code, err } = within(2, ['record', 'note', 'phosphorus', '--note', 'x'.repeat(BLOCK)]);
  expect(code).toBe(1);
  expect(err).toContain('journal.yaml cannot be opened or written: no file may be that large.');
  expect(err).not.toMatch(/bug|node:fs/);
  expect(readFileSync(join(ours, 'journal.yaml'), 'utf8')).toBe(before);
  expect(readdirSync(ours).filter((name) => name.includes('lock'))).toEqual([]);
  expect(await takedown(folder, ['record', 'note', 'phosphorus', '--note', 'now'])).toMatchObject({ code: 0 });
});

test('a paper is kept whole or not at all', () => {
  writeFileSync(join(folder, 'scan.pdf'), Buffer.alloc(8 * BLOCK));
  const { code, err } = within(4, ['record', 'note', 'phosphorus', '--file', 'scan.pdf']);
  expect([code, err]).toEqual([1, expect.stringContaining('no file may be that large')]);
  expect(readdirSync(join(ours, 'replies'))).toEqual([]);
  expect(existsSync(join(ours, 'journal.yaml'))).toBe(false);
});
