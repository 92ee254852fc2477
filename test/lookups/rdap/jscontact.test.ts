import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDomain } from '../../../src/lookups/rdap/read.ts';
import { name } from '../../support/values.ts';
import { DOMAIN, REGISTRANT, REGISTRAR } from './samples.ts';

const ASKED = { name: name('seized.example'), speaker: 'registry', base: 'https://rdap.registry.example/' } as const;

const DESK = {
  '@type': 'Card',
  name: { full: '' },
  emails: { email: { address: 'abuse@registrar.example' } },
  phones: {
    fax: { features: { fax: true }, number: 'tel:+1.5550199' },
    voice: { features: { voice: true }, number: 'tel:+1.5550100' },
  },
};

const HOLDER = {
  '@type': 'Card',
  kind: 'individual',
  name: { full: 'A Person' },
  organizations: { org: { name: 'Petitioner Corporation' } },
};

const shown = (card: unknown) => ({ vcardArray: undefined, jscontact_card: card });

function facts(holder: object, registrar: object = shown({ name: { full: 'Custodian Registrar, Inc.' } })) {
  const desk = { roles: ['abuse'], ...shown(DESK) };
  const entities = [
    { ...REGISTRAR, entities: [desk], ...registrar },
    { ...REGISTRANT, ...holder },
  ];
  const reading = readDomain({ ...DOMAIN, entities }, ASKED);
  if (!reading.ok) throw new Error(reading.reason);
  return reading.facts;
}

describe('an entity with a JSContact card', () => {
  it('is read as one with a jCard is', () => {
    expect(facts(shown(HOLDER))).toMatchObject({
      registrar: { name: 'Custodian Registrar, Inc.', ianaId: 9999 },
      abuse: { email: 'abuse@registrar.example', phone: '+1.5550100' },
      registrant: { shown: 'stated', organisation: 'Petitioner Corporation', name: 'A Person' },
    });
    expect(facts({ vcardArray: undefined, jscard: HOLDER }).registrant).toMatchObject({ name: 'A Person' });
  });

  it('has the full name of an organisation for its name, and components where they stand in order', () => {
    const org = { kind: 'org', name: { full: 'Petitioner Corporation' } };
    expect(facts(shown(org)).registrant).toEqual({ shown: 'stated', organisation: 'Petitioner Corporation' });
    const components = [
      { kind: 'given', value: 'A' },
      { kind: 'surname', value: 'Person' },
    ];
    expect(facts(shown({ name: { isOrdered: true, components } })).registrant).toEqual({
      shown: 'stated',
      name: 'A Person',
    });
    expect(facts(shown({ name: { components } })).registrant).toEqual({ shown: 'absent' });
  });

  it('is not read where a jCard stands', () => {
    expect(facts({ jscontact_card: { name: { full: 'Somebody Else' } } }).registrant).toEqual({
      shown: 'stated',
      organisation: 'Petitioner Corporation',
    });
  });

  it('breaks on nothing', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (card) => {
        expect(facts(shown(card), shown(card)).registrar?.ianaId).toBe(9999);
      }),
    );
  });
});
