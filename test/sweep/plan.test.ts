import { describe, expect, test } from 'vitest';
import type { Case, Seal } from '../../src/model/case/case.ts';
import { LOOKUP_KINDS } from '../../src/model/seen/observation.ts';
import { planLookups } from '../../src/sweep/plan.ts';
import { at as instant, name } from '../support/values.ts';
import { caseOf } from './support/made.ts';

const NOW = instant('2019-03-18T14:15:02Z');
const BEFORE_LIFTING: Seal = { until: instant('2019-03-27T00:00:00Z'), touches: ['registry', 'tld', 'sinkhole'] };

/** A sinkhole is asked before service only. */
const CHECKED = LOOKUP_KINDS.filter((kind) => kind !== 'sinkhole');

/** What is asked where nobody wants to know a registrant. */
const KINDS = CHECKED.filter((kind) => kind !== 'rdap-registrar' && kind !== 'whois-registrar');

function plan(theCase: Case, asOf = NOW) {
  return planLookups({ theCase, asOf, kinds: LOOKUP_KINDS });
}

function sealed(touches: Seal['touches']): Case {
  return caseOf(['a.example'], { seal: { ...BEFORE_LIFTING, touches } });
}

test('a registrable name is asked about in every way', () => {
  const made = plan(caseOf(['a.example']));
  expect(made.names).toEqual([{ name: 'a.example', ask: KINDS, excluded: [] }]);
  expect(made.sealed).toBe(false);
  expect(made.mayAsk(name('ns1.anybody.test'))).toBe(true);
});

test('no registry is asked about a host under somebody else’s domain', () => {
  const made = plan(caseOf(['host.blog.example'], { registrable: 'blog.example' }));
  expect(made.names).toEqual([
    { name: 'host.blog.example', ask: ['delegation', 'addresses', 'resolver'], excluded: [] },
  ]);
});

test.each([
  [
    ['registry', 'tld', 'sinkhole'],
    ['rdap-registry', 'whois-registry', 'delegation', 'addresses'],
  ],
  [['registry'], ['rdap-registry', 'whois-registry']],
  [['registrar'], []],
  [
    ['tld', 'resolver'],
    ['delegation', 'resolver'],
  ],
  [['any'], KINDS],
] as const)('a seal that lets touch %j lets ask %j', (touches, ask) => {
  const [row] = plan(sealed(touches)).names;
  expect(row?.ask).toEqual(ask);
  expect([...(row?.ask ?? []), ...(row?.excluded ?? [])].sort()).toEqual([...KINDS].sort());
});

test('under a seal only the case’s own sinkhole servers may be asked', () => {
  const made = plan(sealed(['sinkhole']));
  expect(made.sealed).toBe(true);
  expect(made.mayAsk(name('ns1.sinkhole.example'))).toBe(true);
  expect(made.mayAsk(name('ns1.adversary.test'))).toBe(false);
  expect(plan(sealed(['any'])).mayAsk(name('ns1.adversary.test'))).toBe(true);
});

test('the parent of a host is its domain’s holder: nobody to ask under a seal', () => {
  const made = plan(caseOf(['host.blog.example'], { registrable: 'blog.example', seal: BEFORE_LIFTING }));
  expect(made.names[0]).toMatchObject({ ask: ['addresses'], excluded: ['delegation', 'resolver'] });
});

test('a seal ends at its instant', () => {
  expect(plan(sealed([]), BEFORE_LIFTING.until).names[0]?.excluded).toEqual([]);
});

test('each name comes once, and registries take turns', () => {
  const names = ['a.test', 'b.test', 'c.test', 'a.example', 'b.example', 'a.test'];
  expect(plan(caseOf(names)).names.map(({ name: one }) => one)).toEqual([
    'a.test',
    'a.example',
    'b.test',
    'b.example',
    'c.test',
  ]);
});

describe('registrars', () => {
  const asking = (touches?: Seal['touches']): Case => ({
    ...(touches === undefined ? caseOf(['a.example']) : sealed(touches)),
    orders: [
      {
        id: 'tro',
        kind: 'temporary-restraining-order',
        entered: NOW,
        action: 'transfer',
        changes: [],
        paragraphs: [
          {
            number: '2',
            text: 'Change the registrant.',
            directedTo: ['registrar'],
            appliesTo: ['a'],
            line: 1,
            relief: [{ kind: 'registrant-is', terms: { kind: 'registrant-is', organisation: 'Acme' } }],
          },
        ],
      },
    ],
  });

  test('are asked where an order speaks of the registrant', () => {
    expect(plan(asking()).names[0]).toEqual({ name: 'a.example', ask: CHECKED, excluded: [] });
  });

  test('are not touched under a seal that does not let them be', () => {
    const [row] = plan(asking(['registry', 'tld', 'sinkhole'])).names;
    expect(row?.excluded).toEqual(['rdap-registrar', 'whois-registrar', 'resolver']);
    expect(plan(asking(['registrar'])).names[0]?.ask).toEqual(['rdap-registrar', 'whois-registrar']);
  });

  test('are not asked about a host under somebody else’s domain', () => {
    const theCase = {
      ...asking(),
      schedules: caseOf(['host.blog.example'], { registrable: 'blog.example' }).schedules,
    };
    expect(plan(theCase).names[0]?.ask).toEqual(['delegation', 'addresses', 'resolver']);
  });
});

describe('the domain that a sinkhole stands on', () => {
  const standing = (theCase: Case): Case => {
    const { dcu } = theCase.sinkholes;
    if (dcu === undefined) throw new Error('the case has a sinkhole');
    return { ...theCase, sinkholes: { dcu: { ...dcu, registered: [name('sinkhole.example')] } } };
  };
  const REGISTRY = ['rdap-registry', 'whois-registry'];

  test('is asked about at its registry, behind the names', () => {
    const { names } = plan(standing(caseOf(['a.example'])));
    expect(names.slice(1)).toEqual([{ name: 'sinkhole.example', ask: REGISTRY, excluded: [] }]);
  });

  test('is kept from being asked about by a seal that keeps the registries from it', () => {
    expect(plan(standing(sealed(['registry']))).names[1]?.ask).toEqual(REGISTRY);
    expect(plan(standing(sealed(['tld', 'sinkhole']))).names[1]).toMatchObject({ ask: [], excluded: REGISTRY });
  });

  test('is in the plan once where the case lists it', () => {
    expect(plan(standing(caseOf(['sinkhole.example']))).names.map((one) => one.name)).toEqual(['sinkhole.example']);
  });
});
