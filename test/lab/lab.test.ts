// The whole program against the distribution's own name servers and a validating resolver, with faults that the program's
// own rehearsal did not make. Needs root (port 53 on loopback addresses) and the packages nsd, unbound and ldnsutils.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { takedown } from '../support/takedown.ts';
import { networkFile, writeLabCase } from './case.ts';
import { type Registries, startRegistries } from './registries.ts';
import { type Lab, missingForLab, startLab } from './servers.ts';
import { LAB_NAMES } from './zones.ts';

const missing = missingForLab();
const asked = process.env['TAKEDOWN_LAB'] === '1';
const reason = !asked ? 'TAKEDOWN_LAB=1 asks for it' : `not installed: ${missing.join(', ')}`;
const runs = asked && missing.length === 0;

interface Row {
  readonly name: string;
  readonly transferred: string;
  readonly sinkholed: string;
  readonly findings: readonly {
    readonly relief: string;
    readonly verdict: string;
    readonly word: string;
    readonly citations: readonly string[];
  }[];
}

/** registrar · locks · delegated-to · resolves-to · DS, each met, unmet or unknown, and the word that says why. */
const EXPECTED: Readonly<Record<string, readonly string[]>> = {
  'done.test': ['met', 'met', 'met', 'met', 'met'],
  'cname.test': ['met', 'met', 'met', 'met', 'met'],
  'sixth.test': ['unknown', 'unknown', 'met', 'met', 'met'],
  'notyet.test': ['unmet', 'unmet', 'unmet', 'unmet', 'met'],
  'stale.test': ['met', 'met', 'met', 'met', 'unmet'],
  'lame.test': ['unknown', 'unknown', 'met', 'unmet', 'met'],
  'partial.test': ['unknown', 'unknown', 'unmet', 'unmet', 'met'],
  'dead.test': ['unknown', 'unknown', 'unmet', 'unknown', 'met'],
  'wwwold.test': ['unknown', 'unknown', 'met', 'unmet', 'met'],
  'leak6.test': ['met', 'met', 'met', 'unmet', 'met'],
  'nowild.test': ['met', 'met', 'met', 'unmet', 'met'],
  'empty.test': ['met', 'met', 'met', 'unmet', 'met'],
  'split.test': ['met', 'unmet', 'unknown', 'unknown', 'met'],
  'gone.test': ['unmet', 'unmet', 'unmet', 'unmet', 'met'],
  'held.test': ['met', 'met', 'unmet', 'unmet', 'met'],
};
const KINDS = ['registrar-of-record', 'epp-status-includes', 'delegated-to', 'resolves-to', 'ds-absent-or-valid'];

describe.skipIf(!runs)(`real servers${runs ? '' : ` (left out: ${reason})`}`, () => {
  let lab: Lab;
  let registries: Registries;
  let workspace: string;
  let rows: ReadonlyMap<string, Row>;

  beforeAll(async () => {
    workspace = mkdtempSync(join(tmpdir(), 'takedown-lab-case-'));
    lab = await startLab();
    registries = await startRegistries();
    writeLabCase(workspace);
    writeFileSync(join(workspace, 'network.yaml'), networkFile(registries));
    const checked = await takedown(workspace, ['check', 'lab', '--network', 'network.yaml']);
    expect(checked.err).not.toContain('bug');
    const status = await takedown(workspace, ['status', 'lab', '--json']);
    const document: { readonly names: readonly Row[] } = JSON.parse(status.out);
    rows = new Map(document.names.map((row) => [row.name, row]));
  }, 120_000);

  afterAll(async () => {
    await registries?.close();
    await lab?.close();
    rmSync(workspace, { recursive: true, force: true });
  });

  it('has a row for every name', () => {
    expect([...rows.keys()].sort()).toEqual(Object.keys(LAB_NAMES).sort());
  });

  it.each(Object.entries(EXPECTED))('%s', (name, verdicts) => {
    const findings = rows.get(name)?.findings ?? [];
    const found = KINDS.map((kind) => findings.find(({ relief }) => relief === kind));
    expect(
      found.map((finding) => finding?.verdict),
      JSON.stringify(found, null, 1),
    ).toEqual(verdicts);
    expect(found.every((finding) => (finding?.citations.length ?? 0) > 0)).toBe(true);
  });
});
