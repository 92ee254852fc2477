// The shipped scenario served twice, by the rehearsal's own servers and by the distribution's: every finding of every name has
// to be the same. Needs root (a network namespace) and the packages nsd, unbound, bind9 and iproute2.
import { beforeAll, describe, expect, it } from 'vitest';
import { CASES, ranApart } from './apart.ts';
import { mayMakeNamespace, missingPrograms } from './programs.ts';

const missing = missingPrograms(['nsd', 'unbound', 'named', 'ip', 'unshare', 'setpriv']);
const asked = process.env['TAKEDOWN_LAB'] === '1';
const possible = asked && missing.length === 0 && mayMakeNamespace();
const absent = missing.length === 0 ? 'no network namespace may be made here' : `not installed: ${missing.join(', ')}`;
const reason = asked ? absent : 'TAKEDOWN_LAB=1 asks for it';

interface Row {
  readonly name: string;
  readonly findings: readonly { readonly requirement: string; readonly verdict: string; readonly word: string }[];
  readonly notes?: readonly { readonly word: string }[];
}

describe.skipIf(!possible)(`the scenario at real servers${possible ? '' : ` (left out: ${reason})`}`, () => {
  let rows: Readonly<Record<string, readonly Row[]>>;

  beforeAll(async () => {
    ({ rows } = JSON.parse(await ranApart({ file: 'world-run.ts', args: [CASES], seconds: 150 })));
  }, 170_000);

  it.each(['unbound', 'bind'])('finds the same with %s', (make) => {
    expect(rows['rehearsal']?.length).toBeGreaterThan(90);
    expect(verdicts(rows[make])).toEqual(verdicts(rows['rehearsal']));
  });
});

function verdicts(rows: readonly Row[] = []) {
  return Object.fromEntries(
    rows.map(({ name, findings, notes = [] }) => [
      name,
      {
        findings: findings.map(({ requirement, verdict, word }) => `${requirement}: ${verdict} ${word}`),
        notes: notes.map(({ word }) => word),
      },
    ]),
  );
}
