// Names whose signatures are broken, before two real validators: unbound and BIND, by the machine's own clock, ask nsd, which has the
// zones as the rehearsal signed them. Needs root (a network namespace) and the packages nsd, unbound, bind9, ldnsutils and iproute2.
import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RCODES } from '../../src/lookups/dns/codec/types.ts';
import type { Query } from '../rehearsal/support.ts';
import { ranApart } from './apart.ts';
import { BROKEN_CASE, type BROKEN_NAMES, brokenCases, LAST_DAY } from './broken-case.ts';
import { mayMakeNamespace, missingPrograms } from './programs.ts';

const missing = missingPrograms(['nsd', 'unbound', 'named', 'ip', 'unshare', 'setpriv', 'ldns-verify-zone']);
const asked = process.env['TAKEDOWN_LAB'] === '1';
const possible = asked && missing.length === 0 && mayMakeNamespace();
const absent = missing.length === 0 ? 'no network namespace may be made here' : `not installed: ${missing.join(', ')}`;
const reason = asked ? absent : 'TAKEDOWN_LAB=1 asks for it';

interface Row {
  readonly name: string;
  readonly findings: readonly { readonly relief: string; readonly verdict: string; readonly word: string }[];
  readonly notes?: readonly { readonly word: string }[];
}

/** What is said of the DS of each. */
const VERDICTS: Readonly<Record<keyof typeof BROKEN_NAMES, string>> = {
  'sound.com': 'met as-ordered',
  'expired.com': 'unmet signatures-out-of-time',
  'half-changed.com': 'unmet ds-key-unsigned',
  'expired.net': 'unmet signatures-out-of-time',
  'half-changed.net': 'unmet ds-key-unsigned',
  'stale.net': 'unmet stale-ds',
  'unsigned.net': 'met as-ordered',
};

const [OK, FAILED] = [`${RCODES.NOERROR} answer`, `${RCODES.SERVFAIL} nothing`];
const unchecked = (name: string): Query => ({ name, type: 'A', checkingDisabled: true });

/**
 * Of extended errors (RFC 8914) those about DNSSEC: 6 bogus, 7 expired, 9 no key, 10 no signature. Which of them a resolver chooses
 * differs: unbound 1.17 says 9 of each of these names and 6 of what it has made, BIND 9.18 says nothing.
 */
const OF_DNSSEC = ['6', '7', '9', '10'];

const ASKED: readonly (readonly [asked: Query, answer: string])[] = [
  [{ name: 'sound.com', type: 'A' }, `${OK} ad`],
  [{ name: 'sound.com', type: 'DNSKEY' }, `${OK} ad`],
  [{ name: 'expired.com', type: 'A' }, FAILED],
  [{ name: 'expired.com', type: 'DNSKEY' }, FAILED],
  [{ name: 'expired.com', type: 'DS' }, `${OK} ad`],
  [unchecked('expired.com'), OK],
  [{ name: 'anything.expired.com', type: 'A' }, FAILED],
  [{ name: 'half-changed.com', type: 'A' }, FAILED],
  [{ name: 'half-changed.com', type: 'DNSKEY' }, FAILED],
  [{ name: 'half-changed.com', type: 'DS' }, `${OK} ad`],
  [unchecked('half-changed.com'), OK],
  [{ name: 'none.half-changed.net', type: 'A' }, FAILED],
  [{ name: 'stale.net', type: 'A' }, FAILED],
  [unchecked('stale.net'), OK],
  [{ name: 'unsigned.net', type: 'A' }, OK],
];

describe.skipIf(!possible)(`broken signatures at real servers${possible ? '' : ` (left out: ${reason})`}`, () => {
  let folder: string;
  let rows: Readonly<Record<string, readonly Row[]>>;
  let answers: Readonly<Record<string, readonly string[]>>;

  beforeAll(async () => {
    folder = brokenCases(Date.now());
    ({ rows } = JSON.parse(await ranApart({ file: 'world-run.ts', args: [folder, BROKEN_CASE, 'own'], seconds: 90 })));
    const questions = JSON.stringify({ [LAST_DAY]: ASKED.map(([query]) => query) });
    const args = [folder, BROKEN_CASE, questions, 'own'];
    ({ answers } = JSON.parse(await ranApart({ file: 'signed-world-run.ts', args, seconds: 60 }))[LAST_DAY]);
  }, 170_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each(['unbound', 'bind'])('fail at %s, unless nothing is checked', (make) => {
    const titled = (said: readonly string[]) =>
      ASKED.map(
        ([{ name, type, checkingDisabled }], at) =>
          `${name} ${type}${checkingDisabled ? ' unchecked' : ''}: ${said[at]}`,
      );
    const said = answers[make]?.map((one) => one.split(' ede ')) ?? [];
    expect(titled(said.map(([answer = '']) => answer))).toEqual(titled(ASKED.map(([, answer]) => answer)));
    for (const [answer, ...hints] of said) {
      expect(answer === FAILED || hints.length === 0).toBe(true);
      expect(OF_DNSSEC).toEqual(expect.arrayContaining(hints));
    }
  });

  it.each(['rehearsal', 'unbound', 'bind'])(
    'are found by our own validator as resolvers judge them, with %s',
    (make) => {
      const said = rows[make]?.map(({ name, findings }) => {
        const found = findings.find(({ relief }) => relief === 'ds-absent-or-valid');
        return [name, `${found?.verdict} ${found?.word}`];
      });
      expect(Object.fromEntries(said ?? [])).toEqual(VERDICTS);
    },
  );

  it.each(['unbound', 'bind'])('come to the same findings and notes with %s as in the rehearsal', (make) => {
    expect(rows[make]?.map(worded)).toEqual(rows['rehearsal']?.map(worded));
  });
});

function worded({ name, findings, notes = [] }: Row) {
  return {
    name,
    findings: findings.map(({ relief, verdict, word }) => `${relief}: ${verdict} ${word}`),
    notes: notes.map(({ word }) => word),
  };
}
