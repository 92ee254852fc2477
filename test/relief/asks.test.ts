// What letters ask for, by kind and by whom it is asked: a party is asked only for what it can do, and for what is left to do.
import { expect, test } from 'vitest';
import * as z from 'zod';
import type { NameSeen } from '../../src/model/letter/letter.ts';
import { STAGES } from '../../src/relief/define.ts';
import { reliefOf, reliefs } from '../../src/relief/index.ts';
import { registrantNamed } from '../../src/relief/registrant-is.ts';
import { address } from '../support/values.ts';
import { judged } from './judging.ts';
import { aCase, DS, dossier, known, NS1, NS2 } from './literals.ts';

const ACCOUNT = aCase({ registrars: { custodian: { name: 'MarkMonitor Inc.', ianaId: 292, account: 'ms-1' } } });

function asked(kind: string, terms: object, { role = 'registry-operator', seen, theCase = aCase() }: Wanted = {}) {
  const relief = reliefOf(kind);
  if (relief === undefined) throw new Error(`no kind ${kind}`);
  const expected = relief.require(relief.terms(z).parse({ kind, ...terms }), theCase, { paragraph: 'tro/1' });
  const asking = { what: 'it', role, ...(seen === undefined ? {} : { seen }) };
  return { words: relief.ask.words(expected, asking), target: relief.ask.target?.(expected) };
}

interface Wanted {
  readonly role?: 'registry-operator' | 'registrar';
  readonly seen?: NameSeen;
  readonly theCase?: ReturnType<typeof aCase>;
}

const LOCKS = { statuses: ['serverHold', 'clientTransferProhibited'] };
const SERVER = { statuses: ['serverHold', 'serverUpdateProhibited'] };
const OTHER = { ...DS, keyTag: 99 };
const REGISTRAR = { role: 'registrar' } as const;

test.each([
  ['epp-status-includes', LOCKS, {}, 'set serverHold and clientTransferProhibited on it'],
  ['epp-status-includes', LOCKS, REGISTRAR, 'set clientTransferProhibited on it'],
  [
    'epp-status-includes',
    SERVER,
    REGISTRAR,
    'keep it unchanged but for what is asked here, so that the registry operator can set serverHold and serverUpdateProhibited',
  ],
  ['epp-status-excludes', LOCKS, {}, 'lift serverHold and clientTransferProhibited from it'],
  ['epp-status-excludes', LOCKS, { seen: {} }, 'lift serverHold and clientTransferProhibited from it'],
  ['epp-status-excludes', LOCKS, { seen: { statuses: ['serverHold', 'ok'] } }, 'lift serverHold from it'],
  ['epp-status-excludes', LOCKS, { seen: { statuses: ['ok'] } }, undefined],
  ['held', {}, {}, 'set serverHold on it, which takes it out of the zone, and delete nothing'],
  ['held', {}, REGISTRAR, 'set clientHold on it, which takes it out of the zone, and delete nothing'],
  ['ds-absent-or-valid', {}, {}, 'remove every DS record of it'],
  ['ds-absent-or-valid', {}, { seen: { ds: [] } }, undefined],
  ['ds-absent-or-valid', {}, { seen: { ds: [DS] } }, 'remove the DS record 4711 13 2'],
  ['ds-absent-or-valid', {}, { seen: { ds: [DS, OTHER] } }, 'remove the DS records 4711 13 2 and 99 13 2'],
  ['registrar-of-record', { registrar: 'custodian' }, {}, 'transfer it to MarkMonitor Inc. (IANA ID 292)'],
  [
    'registrar-of-record',
    { registrar: 'custodian' },
    { theCase: ACCOUNT },
    'transfer it to MarkMonitor Inc. (IANA ID 292), into its account ms-1',
  ],
  ['stays-registered', {}, {}, 'keep it registered while the order is in force, and renew in time'],
  ['stays-registered', { 'at-least': '12 months' }, {}, 'keep it registered for at least 12 months, and renew in time'],
] as const)('%s %j asks of %j: %s', (kind, terms, wanted, words) => {
  expect(asked(kind, terms, wanted as Wanted).words).toBe(words);
});

test('the figures of a redirection have the glue that the case gives, and none that it does not', () => {
  const glue = { [NS1]: [address('192.0.2.53')] };
  const theCase = aCase({ sinkholes: { dcu: { operator: 'Acme', nameServers: [NS1, NS2], prefixes: [], glue } } });
  expect(asked('delegated-to', { sinkhole: 'dcu' }).target).toEqual({ nameServers: [NS1, NS2] });
  expect(asked('delegated-to', { sinkhole: 'dcu' }, { theCase }).target).toEqual({ nameServers: [NS1, NS2], glue });
});

test('locks come first and what keeps them last, and every kind has its stage', () => {
  expect(STAGES).toEqual(['lock', 'preserve', 'lift-hold', 'remove-ds', 'delegate', 'transfer', 'keep']);
  expect(reliefs.filter(({ ask }) => !STAGES.includes(ask.stage))).toEqual([]);
});

test.each([
  [{ shown: 'stated', organisation: 'Evil, not Acme' }, 'Evil, not Acme'],
  [{ shown: 'stated', organisation: 'Acme Corp' }, 'Acme Corp'],
  [{ shown: 'stated', organisation: 'Domains By Proxy, LLC' }, 'Domains By Proxy, LLC'],
  [{ shown: 'stated', name: 'Eve' }, 'Eve'],
  [{ shown: 'redacted' }, undefined],
  [{ shown: 'absent' }, undefined],
  [{ shown: 'stated' }, undefined],
] as const)('whom a reason names who is not the ordered one, of %j: %s', (registrant, named) => {
  const about = dossier({ registrant: known(registrant) });
  expect(registrantNamed(judged('registrant-is', { organisation: 'Acme, Inc' }, about).reason)).toBe(named);
});
