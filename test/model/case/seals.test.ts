// Whom a seal lets the program ask, until when; whose an order's ends, a registry and a provider are.
import { expect, test } from 'vitest';
import type { SealTouch } from '../../../src/model/case/case.ts';
import { endsOf } from '../../../src/model/case/order-ends.ts';
import type { Recipient } from '../../../src/model/case/party.ts';
import { providerFinder, registryOperatorOf } from '../../../src/model/case/party.ts';
import { sealInForce } from '../../../src/model/case/seal.ts';
import { hadNothingToAsk } from '../../../src/model/seen/observation.ts';
import { aCase, NS1, NS2, order } from '../../relief/literals.ts';
import { at, name, UNREACHED } from '../../support/values.ts';

const UNTIL = at('2019-03-27T04:00:00Z');
const sealed = (...touches: readonly SealTouch[]) => aCase({ seal: { until: UNTIL, touches } });
const before = at('2019-03-27T03:59:59Z');

test('a seal is in force until its end, and not at it', () => {
  expect(sealInForce(aCase(), before)).toBeUndefined();
  expect(sealInForce(sealed(), before)).toBeDefined();
  expect(sealInForce(sealed(), UNTIL)).toBeUndefined();
  expect([...(sealInForce(sealed(), before)?.sinkholes ?? [])]).toEqual([NS1, NS2]);
});

test.each([
  [[], 'registry', false],
  [['registry'], 'registry', true],
  [['registry'], 'sinkhole', false],
  [['any'], 'registrar', true],
  [['tld', 'sinkhole'], 'sinkhole', true],
] as const satisfies readonly (readonly [readonly SealTouch[], SealTouch, boolean])[])(
  'a seal that touches %j allows %s: %s',
  (touches, touch, allowed) => {
    expect(sealInForce(sealed(...touches), before)?.allows(touch)).toBe(allowed);
  },
);

const recipient = (id: string, changes: Partial<Recipient>): Recipient => ({
  id,
  name: id,
  role: 'provider',
  reach: 'requested',
  tlds: [],
  ...UNREACHED,
  illustrative: true,
  ...changes,
});

test('a registry operator is the one that is listed for the top level as such', () => {
  const all = [
    recipient('registrar', { role: 'registrar', tlds: ['test'] }),
    recipient('first', { role: 'registry-operator', tlds: ['info', 'test'] }),
    recipient('second', { role: 'registry-operator', tlds: ['test'] }),
  ];
  expect(registryOperatorOf(all, 'test')?.id).toBe('first');
  expect(registryOperatorOf(all, 'example')).toBeUndefined();
});

test('a provider is found by the longest of its domains, whole labels of it', () => {
  const find = providerFinder([
    recipient('wide', { hosts: [name('host.example')] }),
    recipient('narrow', { hosts: [name('eu.host.example')] }),
    recipient('later', { hosts: [name('host.example')] }),
    recipient('no-provider', { role: 'registrar', hosts: [name('other.example')] }),
  ]);
  const found = (text: string) => find(name(text))?.id;
  expect(found('a.host.example')).toBe('wide');
  expect(found('a.eu.host.example')).toBe('narrow');
  expect(found('host.example')).toBe('wide');
  expect(found('ahost.example')).toBeUndefined();
  expect(found('a.other.example')).toBeUndefined();
  expect(providerFinder([])(name('a.host.example'))).toBeUndefined();
});

test('an extension of an order that was not entered ends nothing', () => {
  const changes = [
    { change: 'releases', names: [name('one.example')] },
    { change: 'extends', order: 'later', until: at('2019-05-01T00:00:00Z') },
  ] as const;
  const ends = endsOf([order('tro', [], { expires: UNTIL }), order('su', [], { changes })]);
  expect([...ends]).toEqual([
    ['tro', { at: UNTIL }],
    ['su', {}],
  ]);
});

test.each([
  ['not-needed', 'registrar', true],
  ['not-needed', 'registry', true],
  ['no-server', 'registrar', true],
  ['no-server', 'registry', false],
  ['timeout', 'registrar', false],
] as const)('%s of a %s is a question that nobody had: %s', (failure, authority, none) => {
  expect(hadNothingToAsk({ failure, authority })).toBe(none);
});
