// One file of the tests, with all it imports, as a process of its own in namespaces of its own: what it binds and whom it asks is
// nobody else's affair. What it prints comes back.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundled } from './bundled.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
/** The shipped cases. */
export const CASES = join(ROOT, 'cases');

export interface Apart {
  /** Of the tests, in this folder. */
  readonly file: string;
  readonly args: readonly string[];
  /** More than that long it may not run. */
  readonly seconds: number;
}

export async function ranApart({ file, args, seconds }: Apart): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'takedown-apart-'));
  try {
    // Packages that are not bundled are found beside it.
    symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
    const outfile = join(folder, file.replace(/ts$/, 'mjs'));
    await bundled(join(ROOT, 'test/lab', file), outfile);
    const words = ['-n', process.execPath, outfile, ...args];
    return execFileSync('unshare', words, { encoding: 'utf8', timeout: seconds * 1_000, maxBuffer: 1 << 26 });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
