// The rehearsal's own signatures before real validators: unbound and BIND ask nsd, which has the zones as the rehearsal signed
// them. Needs root (a network namespace) and the packages nsd, unbound, bind9, ldnsutils and iproute2.
import { beforeAll, describe, expect, it } from 'vitest';
import { RCODES } from '../../src/lookups/dns/codec/types.ts';
import type { Query } from '../rehearsal/support.ts';
import { CASES, ranApart } from './apart.ts';
import { mayMakeNamespace, missingPrograms } from './programs.ts';

const missing = missingPrograms(['nsd', 'unbound', 'named', 'ip', 'unshare', 'setpriv', 'ldns-verify-zone']);
const asked = process.env['TAKEDOWN_LAB'] === '1';
const possible = asked && missing.length === 0 && mayMakeNamespace();
const absent = missing.length === 0 ? 'no network namespace may be made here' : `not installed: ${missing.join(', ')}`;
const reason = asked ? absent : 'TAKEDOWN_LAB=1 asks for it';

/** The first day of the scenario and the last. */
const DAYS = [0, 14];

type Row = readonly [day: number, asked: Query, expected: string, because: string];

const ROWS: readonly Row[] = [
  [0, { name: 'com-mailbox.com', type: 'A' }, `${RCODES.NOERROR} answer ad`, 'a signed name of the former owner'],
  [0, { name: 'anything.com-mailbox.com', type: 'A' }, `${RCODES.NOERROR} answer ad`, 'made by its wildcard'],
  [0, { name: 'com-mailbox.com', type: 'TXT' }, `${RCODES.NOERROR} nothing ad`, 'a type that it does not have'],
  [0, { name: 'com-mailbox.com', type: 'DS' }, `${RCODES.NOERROR} answer ad`, 'its DS, signed by the top level'],
  [0, { name: 'com', type: 'DS' }, `${RCODES.NOERROR} answer ad`, 'the DS of a top level, signed by the root'],
  [0, { name: 'no-such-top-level', type: 'NS' }, `${RCODES.NXDOMAIN} nothing ad`, 'the root proves what it has not'],
  [0, { name: 'outlook-verify.net', type: 'A' }, `${RCODES.NOERROR} answer`, 'a name without DS is not signed'],
  [0, { name: 'outlook-verify.net', type: 'DS' }, `${RCODES.NOERROR} nothing`, 'opt-out: nothing is proved of it'],
  [0, { name: 'no-such-name-at-all.net', type: 'A' }, `${RCODES.NXDOMAIN} nothing`, 'opt-out: nor of no name'],
  [14, { name: 'com-mailbox.com', type: 'A' }, `${RCODES.SERVFAIL} nothing`, 'its DS has become stale'],
  [14, { name: 'com-mailbox.com', type: 'A', checkingDisabled: true }, `${RCODES.NOERROR} answer`, 'unchecked'],
  [14, { name: 'com-mailbox.com', type: 'DS' }, `${RCODES.NOERROR} answer ad`, 'the DS itself is signed'],
  [14, { name: 'outlook-verify.net', type: 'A' }, `${RCODES.NOERROR} answer`, 'a name that is not signed'],
];

interface Heard {
  readonly answers: Readonly<Record<string, readonly string[]>>;
  readonly zones: Readonly<Record<string, string>>;
}

describe.skipIf(!possible)(`the rehearsal’s signatures${possible ? '' : ` (left out: ${reason})`}`, () => {
  let heard: Readonly<Record<string, Heard>>;

  beforeAll(async () => {
    const asked = (day: number) => ROWS.filter(([of]) => of === day).map(([, query]) => query);
    const byDay = Object.fromEntries(DAYS.map((day) => [day, asked(day)]));
    const args = [CASES, 'phosphorus', JSON.stringify(byDay)];
    heard = JSON.parse(await ranApart({ file: 'signed-world-run.ts', args, seconds: 100 }));
  }, 120_000);

  it.each(['unbound', 'bind'])('hold before %s', (make) => {
    const said = (day: number) => heard[day]?.answers[make]?.map((one) => one.replace(/( ede \d+)+$/, '')) ?? [];
    for (const day of DAYS) {
      const rows = ROWS.filter(([of]) => of === day);
      const titled = (answers: readonly string[]) =>
        rows.map(([, { name, type }, , because], at) => `${name} ${type}, ${because}: ${answers[at]}`);
      expect(titled(said(day))).toEqual(titled(rows.map(([, , expected]) => expected)));
    }
  });

  it('hold before a tool that reads whole zones', () => {
    for (const { zones } of Object.values(heard)) {
      expect(Object.keys(zones)).toEqual(expect.arrayContaining(['root', 'com', 'info']));
      for (const [zone, said] of Object.entries(zones))
        expect(`${zone}: ${said}`).toMatch(/: Zone is verified and complete$/);
    }
  });
});
