// What is no file is never waited for, wherever a file of a case belongs.
import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { phosphorusWorkspace, removeFolder } from '../../support/folders.ts';
import { takedown } from '../../support/takedown.ts';

let folder: string;
beforeEach(() => {
  folder = phosphorusWorkspace();
});
afterEach(() => removeFolder(folder));

test.each([
  'phosphorus/case.yaml',
  'phosphorus/appendix-a.txt',
  'phosphorus/journal.yaml',
  'phosphorus/runs/20300101T000000Z-aaaa.yaml',
])('a pipe in the place of %s is told', async (file) => {
  const path = join(folder, 'cases', file);
  rmSync(path, { force: true });
  execFileSync('bash', ['-c', 'mkdir -p "$(dirname "$0")" && mkfifo "$0"', path]);
  const { code, out, err } = await takedown(folder, ['status', 'phosphorus', '--as-of', '2031-01-01']);
  expect([code, out]).toEqual([22, '']);
  expect(err).toContain(`${path.slice(path.lastIndexOf('/') + 1)} is no file but a pipe or a device.`);
});
