// Where nothing can be reached: every name keeps its row, unknown with its reason, and nobody waits for what does not come. Needs
// root (a network namespace) and the packages iproute2, mount and util-linux.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Ran } from '../support/takedown.ts';
import { bundled } from './bundled.ts';
import { mayMakeNamespace, missingPrograms } from './programs.ts';

const missing = missingPrograms(['ip', 'unshare', 'mount']);
const asked = process.env['TAKEDOWN_LAB'] === '1';
const possible = asked && missing.length === 0 && mayMakeNamespace();
const absent = missing.length === 0 ? 'no network namespace may be made here' : `not installed: ${missing.join(', ')}`;
const reason = asked ? absent : 'TAKEDOWN_LAB=1 asks for it';

const root = fileURLToPath(new URL('../..', import.meta.url));

interface Row {
  readonly name: string;
  readonly findings: readonly { readonly verdict: string; readonly reason: string }[];
}

describe.skipIf(!possible)(`without a network${possible ? '' : ` (left out: ${reason})`}`, () => {
  const folder = mkdtempSync(join(tmpdir(), 'takedown-nowhere-build-'));
  const outfile = join(folder, 'no-network-run.mjs');

  beforeAll(async () => {
    // Packages that are not bundled are found beside it.
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
    await bundled(join(root, 'test/lab/no-network-run.ts'), outfile);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  function ran<K extends string>(how: string): Readonly<Record<K, Ran>> {
    const { RES_OPTIONS: _, ...env } = process.env;
    const out = execFileSync('unshare', ['-n', '-m', process.execPath, outfile, how], {
      encoding: 'utf8',
      timeout: 100_000,
      maxBuffer: 1 << 26,
      env,
    });
    return JSON.parse(out);
  }

  it('a check leaves every name unknown, with the reason, and its record is sound', () => {
    const { check, status, verified, shown } = ran<'check' | 'status' | 'verified' | 'shown'>('empty');
    expect([check.code, check.err]).toEqual([21, '']);
    const names: readonly Row[] = JSON.parse(status.out).names;
    expect(names.map(({ name }) => name).sort()).toEqual(['alpha.com', 'bravo.org', 'charlie.de']);
    for (const { name, findings } of names) {
      expect(new Set(findings.map(({ verdict }) => verdict)), name).toEqual(new Set(['unknown']));
      for (const finding of findings) expect(finding.reason, name).toMatch(/could not be reached|no address was found/);
    }
    expect(shown.out).toMatch(/"failure": ?"unreachable",\s*"detail": ?"[^"]*ENETUNREACH/);
    // Sound, though not all of it can be read again.
    expect([0, 21]).toContain(verified.code);
  }, 110_000);

  it('doctor waits for no resolver of the system that swallows questions, and says that it found no host', () => {
    const { doctor } = ran<'doctor'>('swallowed');
    expect(doctor.code).toBe(20);
    const { checks } = JSON.parse(doctor.out);
    for (const wanted of ['WHOIS, port 43', 'RDAP over HTTPS']) {
      const found = checks.find(({ check }: { readonly check: string }) => check === wanted);
      expect(found, wanted).toMatchObject({ condition: 'not-so', text: expect.stringContaining('EAI_AGAIN') });
    }
  }, 110_000);
});
