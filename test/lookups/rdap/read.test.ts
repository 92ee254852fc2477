import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDomain } from '../../../src/lookups/rdap/read.ts';
import type { RegistrationFacts } from '../../../src/model/seen/observation.ts';
import { name } from '../../support/values.ts';
import { card, DOMAIN, REGISTRANT, REGISTRAR } from './samples.ts';

const NAME = name('seized.example');
const ASKED = { name: NAME, speaker: 'registry', base: 'https://rdap.registry.example/' } as const;

function facts(changes: Record<string, unknown>): RegistrationFacts {
  const reading = readDomain({ ...DOMAIN, ...changes }, ASKED);
  if (!reading.ok) throw new Error(reading.reason);
  return reading.facts;
}

describe('an RDAP domain object', () => {
  it('is read whole', () => {
    expect(facts({})).toEqual({
      registrar: { name: 'Custodian Registrar, Inc.', ianaId: 9999 },
      registrant: { shown: 'stated', organisation: 'Petitioner Corporation' },
      statuses: ['clientHold', 'serverTransferProhibited', 'serverUpdateProhibited'],
      otherStatuses: ['locked'],
      nameServers: ['ns1.sinkhole.example', 'ns2.sinkhole.example'],
      created: '2017-05-02T11:22:33Z',
      updated: '2019-03-18T09:15:00Z',
      expires: '2027-05-02T11:22:33Z',
      signed: false,
      handle: 'D4711-EXAMPLE',
      abuse: { email: 'abuse@registrar.example', phone: '+1.5550100' },
    });
  });

  it.each([
    [null],
    ['text'],
    [[]],
    [{}],
    [[DOMAIN]],
    [{ errorCode: 404 }],
    [{ domainSearchResults: [DOMAIN] }],
    [{ ...DOMAIN, objectClassName: 'nameserver' }],
    [{ ...DOMAIN, ldhName: 'other.example' }],
    [{ ...DOMAIN, ldhName: undefined }],
    [{ ...DOMAIN, ldhName: ['seized.example'] }],
  ])('is not %j', (document) => {
    expect(readDomain(document, ASKED)).toMatchObject({ ok: false });
  });

  it('may state its name as U-label', () => {
    const document = { ...DOMAIN, ldhName: undefined, unicodeName: 'bücher.example' };
    expect(readDomain(document, { ...ASKED, name: name('xn--bcher-kva.example') })).toMatchObject({ ok: true });
  });

  it('without statuses states none, and with an empty list states that there are none', () => {
    expect(facts({ status: undefined })).not.toHaveProperty('statuses');
    expect(facts({ status: 7 })).not.toHaveProperty('statuses');
    expect(facts({ status: ['locked', null] })).not.toHaveProperty('statuses');
    expect(facts({ status: [] }).statuses).toEqual([]);
    expect(facts({ status: ['active'] }).statuses).toEqual(['ok']);
  });

  it('steps over rubbish in its lists', () => {
    const rubbish = [null, 7, 'x', [], {}];
    const given = facts({
      nameservers: [null, {}, ...DOMAIN.nameservers],
      entities: [...rubbish, ...DOMAIN.entities, { roles: null }, { roles: ['registrar'], publicIds: [null] }],
      events: [...rubbish, ...DOMAIN.events, { eventAction: 'registration', eventDate: 'soon' }],
      links: [null],
    });
    expect(given.nameServers).toHaveLength(2);
    expect(facts({ nameservers: [{ ldhName: 4 }, ...DOMAIN.nameservers] })).not.toHaveProperty('nameServers');
    expect(given.registrar).toEqual({ name: 'Custodian Registrar, Inc.', ianaId: 9999 });
    expect(given.created).toBe('2017-05-02T11:22:33Z');
    expect(facts({ nameservers: [null] })).not.toHaveProperty('nameServers');
    expect(facts({ nameservers: [] }).nameServers).toEqual([]);
    for (const value of [null, {}, 'x'])
      expect(facts({ entities: value, events: value, nameservers: value })).toBeDefined();
  });

  it('breaks on nothing that stands in the place of a text', () => {
    const hostile = { toString: 1, valueOf: 2 };
    const vcardArray = [
      'vcard',
      [
        [hostile, {}, 'text', 'x'],
        [['fn'], hostile, hostile, hostile],
      ],
    ];
    expect(facts({ entities: [{ ...REGISTRAR, vcardArray }] }).registrar).toEqual({ ianaId: 9999 });
  });

  it('takes the registrar by its exact role, and its ID as text or number', () => {
    const numbered = { ...REGISTRAR, publicIds: [{ type: 'IANA Registrar ID', identifier: 292 }] };
    expect(facts({ entities: [numbered] }).registrar?.ianaId).toBe(292);
    expect(facts({ entities: [{ ...REGISTRAR, roles: ['sponsoring registrar'] }] })).not.toHaveProperty('registrar');
    const other = { ...REGISTRAR, publicIds: [{ type: 'Chamber of Commerce', identifier: '5' }] };
    expect(facts({ entities: [other] }).registrar).toEqual({ name: 'Custodian Registrar, Inc.' });
  });

  it('with two registrars names none', () => {
    const second = { ...REGISTRAR, publicIds: [{ type: 'IANA Registrar ID', identifier: '1' }] };
    expect(facts({ entities: [REGISTRAR, second] })).not.toHaveProperty('registrar');
  });

  it('gives no abuse contact but the one inside the registrar', () => {
    const abuse = { roles: ['abuse'], vcardArray: card(['email', 'top@registry.example']) };
    expect(facts({ entities: [REGISTRAR, abuse] }).abuse?.email).toBe('abuse@registrar.example');
    expect(facts({ entities: [{ ...REGISTRAR, entities: [] }, abuse] })).not.toHaveProperty('abuse');
  });

  it('finds the abuse contact a level further in, of several numbers the one for voices, of several addresses the first', () => {
    const desk = {
      roles: ['technical', 'Abuse'],
      vcardArray: [
        'vcard',
        [
          ['tel', { type: 'fax' }, 'uri', 'tel:+1.5550199'],
          ['tel', { type: ['work', 'voice'] }, 'uri', 'tel:+1.5550100;ext=7'],
          ['email', {}, 'text', ['', 'mailto:desk@registrar.example']],
          ['email', {}, 'text', 'other@registrar.example'],
        ],
      ],
    };
    const registrar = { ...REGISTRAR, entities: [{ roles: ['administrative'], entities: [desk] }] };
    expect(facts({ entities: [registrar] }).abuse).toEqual({
      email: 'desk@registrar.example',
      phone: '+1.5550100;ext=7',
    });
    const pieces = {
      roles: ['abuse'],
      vcardArray: card(['tel', 'tel:+7'], ['tel', 'tel:495'], ['email', 'desk@registrar.example']),
    };
    expect(facts({ entities: [{ ...REGISTRAR, entities: [pieces] }] }).abuse).toEqual({
      email: 'desk@registrar.example',
    });
  });

  it('takes a registrar whose role is text or in capitals, whose name is in parts, whose IDs are no list', () => {
    for (const roles of ['registrar', ['Registrar'], ['sponsor', 'registrar']]) {
      expect(facts({ entities: [{ ...REGISTRAR, roles }] }).registrar?.ianaId).toBe(9999);
    }
    const odd = {
      ...REGISTRAR,
      publicIds: { type: 'IANA Registrar ID', identifier: ' 9999 ' },
      vcardArray: card(['org', [['A Ltd'], 'Desk']]),
    };
    expect(facts({ entities: [odd] }).registrar).toEqual({ name: 'A Ltd', ianaId: 9999 });
    for (const roles of ['former registrar', ['registrar technical'], [['registrar']]]) {
      expect(facts({ entities: [{ ...REGISTRAR, roles }] })).not.toHaveProperty('registrar');
    }
  });

  it('dates nothing by "never" or by two dates', () => {
    const never = [{ eventAction: 'expiration', eventDate: '294247-01-10T04:00:54Z' }];
    expect(facts({ events: never })).not.toHaveProperty('expires');
    const twice = [...DOMAIN.events, { eventAction: 'expiration', eventDate: '2030-01-01T00:00:00Z' }];
    expect(facts({ events: twice })).not.toHaveProperty('expires');
  });

  it('takes for signed what is said so, or shown by DS records, and nothing else', () => {
    const signed = (secureDNS: unknown) => facts({ secureDNS }).signed;
    expect(signed({ delegationSigned: true })).toBe(true);
    expect(signed({ delegationSigned: 'false' })).toBe(false);
    expect(signed({ delegationSigned: 'True' })).toBe(true);
    expect(signed({ delegationSigned: false, dsData: [{ keyTag: 1, digest: 'AB' }] })).toBeUndefined();
    expect(signed({ dsData: [null, { keyTag: 4711, algorithm: 13, digest: 'AB', digestType: 2 }] })).toBe(true);
    for (const unsaid of [
      {},
      null,
      { delegationSigned: 'yes' },
      { delegationSigned: 1 },
      { dsData: [null, {}] },
      { zoneSigned: true },
    ]) {
      expect(facts({ secureDNS: unsaid })).not.toHaveProperty('signed');
    }
  });

  it('reads odd spellings of what is not odd', () => {
    const given = facts({
      status: ['Client Hold', ' serverTransferProhibited ', 'active', 'server-recover'],
      events: [
        { eventAction: 'Registration', eventDate: '2017-05-02T11:22:33.881923+0000' },
        { eventAction: 'last changed ', eventDate: '2019-03-18T10:15:00Z' },
        { eventAction: 'registrar expiration', eventDate: '2030-03-18T10:15:00Z' },
        { eventAction: 'expiration', eventDate: '2027-05-02' },
      ],
      nameservers: [{ ldhName: 'bücher.example' }, { unicodeName: 'ns.例え.example' }, 'ns1.sinkhole.example'],
    });
    expect(given).toMatchObject({
      statuses: ['clientHold', 'ok', 'serverTransferProhibited'],
      otherStatuses: ['server-recover'],
      created: '2017-05-02T11:22:33Z',
      updated: '2019-03-18T10:15:00Z',
      expires: '2027-05-02T00:00:00Z',
      nameServers: ['ns.xn--r8jz45g.example', 'ns1.sinkhole.example', 'xn--bcher-kva.example'],
    });
  });

  it('does not carry a flood into the record', () => {
    const flood = Array.from({ length: 5000 }, (_, index) => ({ ldhName: `ns${index}.flood.example` }));
    const given = facts({
      nameservers: flood,
      status: flood.map(({ ldhName }) => ldhName),
      handle: 'x'.repeat(100_000),
    });
    for (const field of ['nameServers', 'otherStatuses', 'handle']) expect(given).not.toHaveProperty(field);
    const named = { ...REGISTRAR, publicIds: [], vcardArray: card(['fn', 'x'.repeat(100_000)]) };
    expect(facts({ entities: [named] })).not.toHaveProperty('registrar');
  });

  it('survives any JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (a, b) => {
        const document = { ...DOMAIN, entities: a, events: b, nameservers: a, status: b, redacted: a, secureDNS: b };
        expect(readDomain(document, ASKED)).toMatchObject({ ok: true });
        readDomain(a, ASKED);
      }),
    );
  });
});

describe('the registrant', () => {
  const withCard = (...properties: readonly (readonly [string, unknown])[]) => ({
    ...REGISTRANT,
    vcardArray: card(...properties),
  });
  const shown = (changes: Record<string, unknown>) => facts(changes).registrant;

  it('is redacted by a word in place of a value', () => {
    expect(shown({ entities: [withCard(['org', 'REDACTED FOR PRIVACY'])] })).toEqual({ shown: 'redacted' });
    for (const words of ['Data Protected', '[Non-Public Data]', ' *** MASKED ***', 'Ano Nymous', 'Private Person'])
      expect(shown({ entities: [withCard(['fn', words])] })).toEqual({ shown: 'redacted' });
    expect(shown({ entities: [withCard(['fn', 'Privateperson Ltd'])] })).toMatchObject({ name: 'Privateperson Ltd' });
  });

  it('is redacted by RFC 9537, whether the entity is there or not', () => {
    const redacted = [{ name: { description: 'Registrant Organization' }, method: 'emptyValue' }];
    expect(shown({ entities: [withCard(['fn', ''])], redacted })).toEqual({ shown: 'redacted' });
    expect(shown({ entities: [withCard(['fn', 'Somebody'])], redacted })).toEqual({ shown: 'redacted' });
    expect(shown({ entities: [], redacted })).toEqual({ shown: 'redacted' });
  });

  it('is redacted by a remark', () => {
    const remarks = [{ title: 'REDACTED FOR PRIVACY', description: ['Some of the data is withheld.'] }];
    expect(shown({ entities: [{ ...withCard(['fn', '']), remarks }] })).toEqual({ shown: 'redacted' });
  });

  it('is what is shown of it, although something else is withheld', () => {
    const redacted = [{ name: { description: 'Registrant Street' }, method: 'removal' }];
    expect(shown({ redacted })).toEqual({ shown: 'stated', organisation: 'Petitioner Corporation' });
  });

  it('of the kind of an organisation has its full name for the name of the organisation', () => {
    expect(shown({ entities: [withCard(['kind', 'org'], ['fn', 'Petitioner Corporation'])] })).toEqual({
      shown: 'stated',
      organisation: 'Petitioner Corporation',
    });
    expect(shown({ entities: [withCard(['kind', 'org'], ['fn', 'A Desk'], ['org', 'B Ltd'])] })).toEqual({
      shown: 'stated',
      organisation: 'B Ltd',
      name: 'A Desk',
    });
  });

  it('is absent when its entity is empty, and not stated without one', () => {
    expect(shown({ entities: [withCard(['fn', ''])] })).toEqual({ shown: 'absent' });
    expect(shown({ entities: [] })).toBeUndefined();
  });
});
