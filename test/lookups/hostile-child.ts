// Runs a piece of TypeScript against a hostile server in a process of its own with a small heap, and says by how much that
// process grew: what would bring the whole run down must not even be felt.
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';

export interface Grown {
  readonly outcome: string;
  readonly failure?: string;
  /** MiB between the start of the lookup and its peak. */
  readonly grew: number;
}

const FOLDER = import.meta.dirname;

/** `lookup` is an expression over `tools`, `whoisRegistry`, `rdapRegistry`, `openDirectory` and `loopback`. */
export async function inChild(lookup: string): Promise<Grown> {
  const folder = mkdtempSync(join(tmpdir(), 'hostile-'));
  try {
    const outfile = join(folder, 'child.mjs');
    await build({
      stdin: { contents: scriptOf(lookup), resolveDir: FOLDER, loader: 'ts' },
      outfile,
      bundle: true,
      platform: 'node',
      format: 'esm',
      logLevel: 'error',
      external: ['whoiser'],
    });
    const { stdout } = await promisify(execFile)(process.execPath, ['--max-old-space-size=64', outfile], {
      timeout: 60_000,
    });
    return JSON.parse(stdout) as Grown;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function scriptOf(lookup: string): string {
  return `
import { whoisRegistry } from '../../src/lookups/whois/registry.ts';
import { rdapRegistry } from '../../src/lookups/rdap/registry.ts';
import { openDirectory } from '../../src/lookups/rdap/directory.ts';
import { circumstances, loopback, tools } from './support.ts';
const given = ${lookup};
const before = process.memoryUsage().rss;
let peak = before;
const timer = setInterval(() => { peak = Math.max(peak, process.memoryUsage().rss); }, 5);
const [answer] = await given.ask('seized.example', circumstances());
clearInterval(timer);
peak = Math.max(peak, process.memoryUsage().rss);
const { outcome, failure } = answer.sighting;
process.stdout.write(JSON.stringify({ outcome, failure, grew: (peak - before) / 1048576 }));
`;
}
