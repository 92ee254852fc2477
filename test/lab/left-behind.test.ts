// No server of a laboratory outlives it, also where it fails before it has ended what it started. Needs root (a network namespace)
// and the packages nsd, iproute2 and util-linux.
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { ranApart } from './apart.ts';
import { mayMakeNamespace, missingPrograms } from './programs.ts';

const missing = missingPrograms(['nsd', 'ip', 'unshare', 'setpriv']);
const asked = process.env['TAKEDOWN_LAB'] === '1';
const possible = asked && missing.length === 0 && mayMakeNamespace();
const absent = missing.length === 0 ? 'no network namespace may be made here' : `not installed: ${missing.join(', ')}`;
const reason = asked ? absent : 'TAKEDOWN_LAB=1 asks for it';

describe.skipIf(!possible)(`a laboratory that fails${possible ? '' : ` (left out: ${reason})`}`, () => {
  it('leaves no server behind', async () => {
    const failed = await ranApart({ file: 'left-behind-run.ts', args: [], seconds: 30 }).catch((error) => error);
    const servers: readonly number[] = JSON.parse(failed.stdout);
    expect(failed.status).toBe(1);
    expect(servers.length).toBeGreaterThan(1);
    for (let tries = 0; tries < 100 && servers.some(lives); tries += 1) await wait(50);
    expect(servers.filter(lives)).toEqual([]);
  });
});

function lives(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
