import { describe, expect, test } from 'vitest';
import type { Recipient } from '../../src/model/case/party.ts';
import { recipientFinder } from '../../src/progress/directed-recipients.ts';
import { aCase, scheduled } from '../relief/literals.ts';
import { name, UNREACHED } from '../support/values.ts';

const one = (id: string, changes: Partial<Recipient>): Recipient => ({
  ...UNREACHED,
  id,
  name: id,
  role: 'registrar',
  reach: 'ordered',
  tlds: [],
  illustrative: true,
  ...changes,
});
const REGISTRY = one('registry', { role: 'registry-operator', tlds: ['example'] });
const REGISTRAR = one('registrar', { ianaId: 7 });
const CUSTODIAN = one('custodian', { ianaId: 292 });
const DYN = one('dyn', { role: 'provider', hosts: [name('dyn.example')] });
const HOST = name('evil.dyn.example');
const ROLES = ['registry-operator', 'registrar', 'provider'] as const;

const finder = recipientFinder(
  aCase({
    recipients: [REGISTRY, REGISTRAR, CUSTODIAN, DYN],
    schedules: [
      {
        id: 'appendix-a',
        file: 'a',
        names: [...scheduled('one.example'), { name: HOST, unicode: HOST, registrable: name('dyn.example'), line: 2 }],
      },
    ],
  }),
);

describe('whom a paragraph directs', () => {
  test('by the part that each plays for the name', () => {
    expect(finder.all(ROLES, name('one.example'), 7)).toEqual([REGISTRY, REGISTRAR]);
    expect(finder.all(['registrar'], name('one.example'), 7)).toEqual([REGISTRAR]);
    expect(finder.all(ROLES, name('one.test'), 8)).toEqual([]);
  });

  test('of a host name the provider alone', () => {
    expect(finder.all(ROLES, HOST, 7)).toEqual([DYN]);
    expect(finder.one('registry-operator', HOST)).toBe('nobody');
  });

  test('of the provider’s own domain all three', () => {
    expect(finder.all(ROLES, name('dyn.example'), 7)).toEqual([REGISTRY, REGISTRAR, DYN]);
  });

  test('not the registrar that the order itself names', () => {
    expect(finder.all(ROLES, name('one.example'), 292)).toEqual([REGISTRY]);
    expect(finder.one('registrar', name('one.example'), 292)).toBe('nobody');
  });

  test('nobody listed and nobody at all are two things', () => {
    expect(finder.one('registrar', name('one.example'), 8)).toBeUndefined();
    expect(finder.one('registrar', name('one.example'))).toBeUndefined();
    expect(finder.one('provider', name('one.example'))).toBe('nobody');
    expect(finder.one('registry-operator', name('one.test'))).toBeUndefined();
  });

  test('gives one list for the same recipients, so that what is counted for them is counted once', () => {
    expect(finder.all(ROLES, name('one.example'), 7)).toBe(finder.all(ROLES, name('two.example'), 7));
  });
});
