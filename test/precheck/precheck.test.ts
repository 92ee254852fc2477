import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PRECHECK_WORDS } from '../../src/precheck/words.ts';
import { filesUnder, ROOT } from '../architecture/source-tree.ts';
import { failed, saw, sawNothing } from '../progress/sightings.ts';
import { aCase, hosts, order, paragraph, RESOLVES, relief, scheduled, TRANSFER } from '../relief/literals.ts';
import { at, name, UNREACHED } from '../support/values.ts';
import { caseOf, look, seen, sinkholeDomain, words, wordsOf } from './support.ts';

describe('the answer to a name', () => {
  it('is go where nothing speaks against serving the order', () => {
    const { names, totals } = look([seen('one.example')]);
    expect(names[0]).toMatchObject({ answer: 'go', findings: [], sinkhole: 'ready', registrar: { ianaId: 90001 } });
    expect(names[0]?.registryOperator).toEqual({ title: 'Example Registry', reach: 'ordered' });
    expect(totals).toEqual({ listed: 1, go: 1, look: 0, stop: 0, released: 0, unknown: 0 });
  });

  it('is look where nothing was seen of it: it is not free because of that', () => {
    const { names, totals } = look([], { theCase: caseOf('one.example') });
    expect(words(names[0])).toEqual(['registration-unknown']);
    expect(names[0]).toMatchObject({ answer: 'look', registered: { known: false }, sinkhole: 'not-asked' });
    expect(totals).toMatchObject({ look: 1, unknown: 1 });
  });

  it.each(['timeout', 'rate-limited', 'excluded-by-seal', 'path-intercepted'] as const)(
    'is never "not registered" after a lookup that failed by %s',
    (why) => {
      const about = { name: name('one.example') };
      const sighted = {
        ...about,
        observations: [failed('rdap-registry', why, about), failed('delegation', why, about)],
      };
      expect(words(look([sighted]).names[0])).toEqual(['registration-unknown']);
    },
  );

  it('counts every name once, also one that a later order let go', () => {
    const release = order('pi', [], {
      entered: at('2019-03-16T00:00:00Z'),
      changes: [{ change: 'releases', names: [name('two.example')] }],
    });
    const theCase = aCase({ orders: [...aCase().orders, release] });
    const all = ['one.example', 'two.example', 'bad.test'].map((text) => seen(text));
    const { names, totals } = look(all, { theCase });
    expect(names.map(({ released }) => released)).toEqual([false, true, false]);
    expect(names[1]?.findings).toEqual([]);
    expect(totals).toEqual({ listed: 3, go: 1, look: 0, stop: 1, released: 1, unknown: 0 });
  });

  it('takes the terms of an order that is still to be entered', () => {
    const theCase = aCase({
      schedules: [{ id: 'appendix-a', file: 'a.txt', names: scheduled('one.example') }],
      orders: [order('tro', [paragraph('1', [RESOLVES])], { entered: at('2019-04-01T00:00:00Z') })],
    });
    const table = look([seen('one.example', { sinkhole: ['lame', 'lame'] })], { theCase });
    expect(table.before).toBe('tro');
    expect(words(table.names[0])).toEqual(['sinkhole-not-ready']);
  });
});

describe('the registration', () => {
  it.each([
    [{ statuses: ['pendingDelete', 'redemptionPeriod'] }, ['redemption']],
    [{ statuses: ['pendingDelete'] }, ['pending-delete-before']],
    [{ statuses: ['clientHold'] }, ['on-hold']],
    [{ statuses: ['serverHold'] }, ['on-hold']],
    [{ statuses: ['pendingTransfer'] }, ['transfer-under-way']],
    [{ statuses: ['serverRenewProhibited'] }, ['renewal-refused']],
    [{ statuses: ['autoRenewPeriod'] }, ['ends-soon']],
    [{ expires: at('2019-05-01T00:00:00Z') }, ['ends-soon']],
    [{ expires: at('2019-03-01T00:00:00Z') }, ['ends-soon']],
    [{ created: at('2019-02-01T00:00:00Z') }, ['moved-lately']],
    [{ transferred: at('2019-02-01T00:00:00Z') }, ['moved-lately']],
    [{ transferred: at('2018-12-01T00:00:00Z'), updated: at('2019-03-01T00:00:00Z') }, []],
    [{ updated: at('2019-03-01T00:00:00Z') }, ['changed-lately']],
    [{ created: at('2007-01-01T00:00:00Z') }, ['long-established']],
    [{ registrant: { shown: 'redacted' } }, ['registrant-withheld']],
  ] as const)('%j is %j', (rdap, expected) => {
    expect(wordsOf({ rdap })).toEqual(expected);
  });

  it('that ends before the order does is told as such', () => {
    const theCase = aCase({
      schedules: [{ id: 'appendix-a', file: 'a.txt', names: scheduled('one.example') }],
      orders: [order('tro', [paragraph('1', [TRANSFER])], { expires: at('2019-03-29T00:00:00Z') })],
    });
    const rdap = { expires: at('2019-03-20T00:00:00Z') };
    expect(wordsOf({ rdap }, { theCase })).toEqual(['ends-within-order']);
  });

  const gone = (reserved?: true) => {
    const about = { name: name('one.example'), ...(reserved && { reserved }) };
    return { name: about.name, observations: [sawNothing('rdap-registry', about)] };
  };

  it('that is not there is no success', () => {
    expect(words(look([gone()]).names[0])).toEqual(['not-registered-before']);
    expect(words(look([gone(true)]).names[0])).toEqual(['reserved-before']);
  });

  it('that the order takes not to be there is as ordered, and one that is there is not', () => {
    const blocking = order('tro', [paragraph('1', [relief('not-registrable')])], { action: 'block' });
    const theCase = { ...caseOf('one.example'), orders: [blocking] };
    expect(words(look([gone()], { theCase }).names[0])).toEqual(['as-ordered-already']);
    expect(wordsOf({}, { theCase })).toContain('already-registered');
  });

  it('on hold is as ordered where a hold is ordered', () => {
    const holding = order('tro', [paragraph('1', [relief('held')])], { action: 'hold' });
    const theCase = { ...caseOf('one.example'), orders: [holding] };
    expect(wordsOf({ rdap: { statuses: ['serverHold'] } }, { theCase })).toEqual(['as-ordered-already']);
  });
});

describe('who can act', () => {
  const requested = { jurisdiction: 'Gibraltar', reach: 'requested' as const };
  const base = {
    id: 'r',
    role: 'registry-operator' as const,
    name: 'Foreign Registry',
    ...UNREACHED,
    illustrative: true,
  };

  it('is told with its reach; nobody bound is for a person to look at', () => {
    const theCase = { ...caseOf('one.example'), recipients: [{ ...base, ...requested, tlds: ['example'] }] };
    const [row] = look([seen('one.example')], { theCase }).names;
    expect(words(row)).toEqual(['nobody-bound']);
    expect(row?.findings[0]?.text).toBe('Foreign Registry (Gibraltar) is requested, not ordered');
    expect(row?.registryOperator).toEqual({ title: 'Foreign Registry', reach: 'requested', jurisdiction: 'Gibraltar' });
  });

  it('stops where nobody is listed', () => {
    expect(wordsOf({}, { theCase: { ...caseOf('one.example'), recipients: [] } })).toEqual(['nobody-listed']);
  });

  it('asks for the registrar where a paragraph directs it', () => {
    const directed = paragraph('1', [TRANSFER], { directedTo: ['registry-operator', 'registrar'] });
    const theCase = { ...caseOf('one.example'), orders: [order('tro', [directed])] };
    expect(wordsOf({}, { theCase })).toEqual(['registrar-not-listed']);
    expect(wordsOf({ rdap: { registrar: { name: 'Somebody' } } }, { theCase })).toEqual(['registrar-not-listed']);
  });
});

describe('a name that is more than a name', () => {
  it('is a suffix, or a service that strangers use', () => {
    expect(wordsOf({}, { standing: () => 'suffix' })).toEqual(['public-suffix']);
    expect(wordsOf({}, { standing: () => 'shared' })).toEqual(['shared-service']);
    const theCase = { ...caseOf('ddns.net'), recipients: [] };
    expect(words(look([seen('ddns.net')], { theCase }).names[0])).toContain('shared-service');
  });

  it('is the sinkhole’s own', () => {
    expect(words(look([seen('sinkhole.example')], { domain: [] }).names[0])).toEqual(['own-name']);
  });

  it('is a host of somebody else’s, and has no registration that could be unknown', () => {
    const listed = [{ name: name('a.ddns.net'), unicode: 'a.ddns.net', registrable: name('ddns.net'), line: 1 }];
    const theCase = aCase({ schedules: [{ id: 'appendix-a', file: 'a.txt', names: listed }] });
    const [row] = look([], { theCase }).names;
    expect(words(row)).toEqual(['nobody-listed', 'under-somebody-else']);
    expect(row?.findings[1]?.text).toMatch(/^it stands under ddns\.net: dynamic DNS of /);
  });
});

describe('whom it would hurt', () => {
  const serving = seen('one.example', { nameServers: ['ns1.one.example'] });
  const served = seen('two.example', { nameServers: ['ns1.one.example'] });

  it('names of the list that lie on hosts under it are told, and move with it', () => {
    const [one, two] = look([serving, served]).names;
    expect(words(one)).toEqual(['hosts-under-it', 'hosts-serve-listed']);
    expect(words(two)).toEqual([]);
  });

  it.each([
    [false, 'other.example of the case beta is served by ns1.one.example'],
    [true, 'a name of the case beta is served by ns1.one.example'],
  ])('names of another case are told; of a sealed one (%s) without the name', (sealed, text) => {
    const other = { name: name('other.example'), nameServers: [name('ns1.one.example')] };
    const others = [{ id: 'beta', sealed, lists: new Set([name('one.example')]), servers: [other] }];
    const [row] = look([seen('one.example')], { others }).names;
    expect(words(row)).toEqual(['hosts-serve-others', 'hosts-under-it', 'in-another-case']);
    expect(row?.findings[0]?.text).toBe(text);
  });

  it('mail, and an owner of many years with what stands there', () => {
    const about = { name: name('one.example') };
    const facts = {
      nameServer: name('ns1.host.net'),
      hosts: hosts(),
      zone: { mail: ['mx.host.net'], spf: ['v=spf1 -all'] },
    };
    const further = [saw('addresses', facts, about)];
    const rdap = { created: at('2007-01-01T00:00:00Z') };
    const table = look([seen('one.example', { rdap, further })]);
    expect(words(table.names[0])).toEqual(['mail-in-use', 'long-established']);
    expect(table.names[0]?.findings[1]?.text).toMatch(/12 years before; it has an address and an SPF policy$/);
    expect(table.findings.map(({ word }) => word)).toEqual(['dependents-partly-seen']);
  });
});

describe('the sinkhole', () => {
  it.each([
    [['lame', 'answers'], 'not-ready', ['sinkhole-not-ready']],
    [['timeout', 'answers'], 'unknown', ['sinkhole-not-seen']],
    [['timeout', 'lame'], 'not-ready', ['sinkhole-not-ready', 'sinkhole-not-seen']],
  ] as const)('of which the servers do %j is %s', (sinkhole, readiness, expected) => {
    const [row] = look([seen('one.example', { sinkhole })]).names;
    expect([row?.sinkhole, words(row)]).toEqual([readiness, expected]);
  });

  it('is counted server by server', () => {
    const all = [seen('one.example', { sinkhole: ['answers', 'timeout'] }), seen('two.example')];
    expect(look(all).servers).toEqual([
      {
        server: 'ns1.sinkhole.example 192.0.2.53',
        asked: 2,
        answered: 2,
        failures: {},
        overTcp: 0,
        median: 12,
        slowest: 12,
      },
      {
        server: 'ns2.sinkhole.example 192.0.2.54',
        asked: 2,
        answered: 1,
        failures: { timeout: 1 },
        overTcp: 0,
        median: 12,
        slowest: 12,
      },
    ]);
  });

  it('that was asked about some of the names says so', () => {
    const two = seen('two.example');
    const left = { ...two, observations: two.observations.filter(({ lookup }) => lookup !== 'sinkhole') };
    const table = look([seen('one.example'), left]);
    expect(table.readied).toEqual({ asked: 1, of: 2 });
    expect(table.findings.map(({ word }) => word)).toContain('sample-only');
    expect(table.names[1]).toMatchObject({ sinkhole: 'not-asked', answer: 'go' });
  });
});

describe('the registration that the sinkhole stands on', () => {
  const whole = (domain: Parameters<typeof look>[1]) => {
    const { theCase = caseOf('one.example') } = domain ?? {};
    const { dcu } = theCase.sinkholes;
    if (dcu === undefined) throw new Error('no sinkhole');
    const sinkholes = { dcu: { ...dcu, registered: [name('sinkhole.example')] } };
    const { findings } = look([seen('one.example')], { ...domain, theCase: { ...theCase, sinkholes } });
    return findings.map(({ word }) => word).filter((word) => word.startsWith('sinkhole-domain'));
  };

  it.each([
    [{}, []],
    [{ statuses: ['pendingDelete'] }, ['sinkhole-domain-lost', 'sinkhole-domain-at-risk']],
    [{ statuses: ['ok'] }, ['sinkhole-domain-at-risk']],
    [{ expires: at('2019-05-01T00:00:00Z') }, ['sinkhole-domain-at-risk']],
  ] as const)('with %j is %j', (rdap, expected) => {
    expect(whole({ domain: [sinkholeDomain(rdap)] })).toEqual(expected);
  });

  it('that was not seen is unknown', () => {
    expect(whole({ domain: [] })).toEqual(['sinkhole-domain-unknown']);
  });

  it('that ends before the order does is told', () => {
    const orders = [order('tro', [paragraph('1', [RESOLVES])], { expires: at('2020-01-01T00:00:00Z') })];
    const theCase = { ...caseOf('one.example'), orders };
    const domain = [sinkholeDomain({ expires: at('2019-10-01T00:00:00Z') })];
    expect(whole({ theCase, domain })).toEqual(['sinkhole-domain-at-risk']);
  });
});

it('gives the same table whatever the order of the observations', () => {
  const all = [seen('one.example'), seen('two.example', { sinkhole: ['lame', 'timeout'] })];
  const turned = all.map((one) => ({ ...one, observations: one.observations.toReversed() })).toReversed();
  const theCase = caseOf('one.example', 'two.example');
  expect(look(turned, { theCase })).toEqual(look(all, { theCase }));
});

it('has no word that nothing finds', () => {
  const code = filesUnder('src/precheck')
    .filter((path) => !path.endsWith('words.ts'))
    .map((path) => readFileSync(join(ROOT, path), 'utf8'))
    .join('\n');
  expect(Object.keys(PRECHECK_WORDS).filter((word) => !code.includes(`'${word}'`))).toEqual([]);
});
