// What registries and registrars write beside the standard, in documents written for these tests: read where it cannot be
// misread, and never for more than it says.
import { describe, expect, it } from 'vitest';
import { readDomain } from '../../../src/lookups/rdap/read.ts';
import type { Authority, RegistrationFacts } from '../../../src/model/seen/observation.ts';
import { name } from '../../support/values.ts';
import { card, DOMAIN, REGISTRANT, REGISTRAR } from './samples.ts';

const NAME = name('seized.example');
const BASE = 'https://rdap.registry.example/';

function facts(changes: Record<string, unknown>, speaker: Authority = 'registry'): RegistrationFacts {
  const reading = readDomain({ ...DOMAIN, ...changes }, { name: NAME, speaker, base: BASE });
  if (!reading.ok) throw new Error(reading.reason);
  return reading.facts;
}

const registrarWith = (changes: Record<string, unknown>) => ({ entities: [{ ...REGISTRAR, ...changes }] });

const desk = (...properties: readonly (readonly [string, unknown])[]) =>
  registrarWith({ entities: [{ roles: ['abuse'], vcardArray: card(...properties) }] });

describe('the abuse contact', () => {
  const bare = { ...REGISTRAR, entities: undefined };
  const beside = (fn: string, roles: unknown = ['abuse']) => ({
    roles,
    vcardArray: card(['fn', fn], ['email', 'desk@registrar.example'], ['tel', 'tel:+1.5550100']),
  });

  it('may stand beside the registrar under the registrar’s name, and under no other', () => {
    const whole = { email: 'desk@registrar.example', phone: '+1.5550100' };
    expect(facts({ entities: [beside('CUSTODIAN REGISTRAR INC'), bare] }).abuse).toEqual(whole);
    for (const other of ['Some Registry', 'Abuse contact', ''])
      expect(facts({ entities: [beside(other), bare] })).not.toHaveProperty('abuse');
    const nameless = { roles: ['registrar'], publicIds: REGISTRAR.publicIds };
    expect(facts({ entities: [beside(''), nameless] })).not.toHaveProperty('abuse');
  });

  it('inside the registrar goes before one beside it', () => {
    const given = facts({ entities: [beside('Custodian Registrar, Inc.'), REGISTRAR] });
    expect(given.abuse?.email).toBe('abuse@registrar.example');
  });

  it('is not that of a reseller whom the registrar’s entity shows', () => {
    const inner = { roles: ['abuse'], vcardArray: card(['email', 'desk@shop.example']) };
    for (const role of ['reseller', 'Registrant', 'proxy'])
      expect(facts(registrarWith({ entities: [{ roles: [role], entities: [inner] }] }))).not.toHaveProperty('abuse');
    const own = registrarWith({ entities: [{ roles: ['technical'], entities: [inner] }] });
    expect(facts(own).abuse).toEqual({ email: 'desk@shop.example' });
  });

  it('is nobody’s where two registrars are named', () => {
    const second = { ...REGISTRAR, publicIds: [{ type: 'IANA Registrar ID', identifier: '1' }] };
    expect(facts({ entities: [REGISTRAR, second] })).not.toHaveProperty('abuse');
  });

  it.each(['REDACTED FOR PRIVACY', 'https://registrar.example/abuse', 'abuse', 'a@b@registrar.example'])(
    'has no address in the words "%s"',
    (words) => {
      expect(facts(desk(['email', words])).abuse).toBeUndefined();
      expect(facts(desk(['email', words], ['email', 'desk@registrar.example'])).abuse?.email).toBe(
        'desk@registrar.example',
      );
    },
  );

  it('may give its address as a contact URI, where that is one', () => {
    const page = 'https://registrar.example/abuse';
    expect(facts(desk(['contact-uri', page], ['contact-uri', 'mailto:desk@registrar.example'])).abuse).toEqual({
      email: 'desk@registrar.example',
    });
    expect(facts(desk(['contact-uri', page]))).not.toHaveProperty('abuse');
  });

  it('has neither an address nor a number with marks in it that nobody sees', () => {
    for (const mark of ['\u001b', '\u0000', '\u202e', '\u200b'])
      expect(
        facts(desk(['email', `${mark}desk@registrar.example`], ['tel', `tel:+1.555${mark}0100`])).abuse,
      ).toBeUndefined();
  });

  it('has no number in one that came in pieces, in whatever order', () => {
    const [country, area, rest] = ['tel:+1', 'tel:555', 'tel:5550100'].map((number) => ['tel', number] as const);
    if (country === undefined || area === undefined || rest === undefined) throw new Error('no pieces');
    expect(facts(desk(country, area, rest))).not.toHaveProperty('abuse');
    expect(facts(desk(rest, area, country))).not.toHaveProperty('abuse');
    expect(facts(desk(rest)).abuse).toEqual({ phone: '5550100' });
  });

  it('has no telephone in a fax, however that is written', () => {
    const numbers = (parameters: unknown, value = 'tel:+1.5550199') => ({
      roles: ['abuse'],
      vcardArray: ['vcard', [['tel', parameters, 'uri', value]]],
    });
    for (const one of [
      numbers({ Type: ['fax'] }),
      numbers({ type: 'FAX' }),
      numbers({ type: ['work', 'Fax'] }),
      numbers({}, 'fax:+1.5550199'),
      numbers({}, 'REDACTED'),
    ])
      expect(facts(registrarWith({ entities: [one] }))).not.toHaveProperty('abuse');
    const voice = numbers({ Type: ['voice'] });
    expect(facts(registrarWith({ entities: [voice] })).abuse).toEqual({ phone: '+1.5550199' });
  });
});

describe('the registrar', () => {
  it.each(['IANA Registrar ID', 'iana registrar id', 'IANA ID', 'Registrar IANA ID', 'IANA-Registrar-ID'])(
    'is numbered by a public ID of the type "%s"',
    (type) => {
      expect(facts(registrarWith({ publicIds: { type, identifier: 292 } })).registrar?.ianaId).toBe(292);
    },
  );

  it.each(['Registry Identifier', 'Norid registrar ID', 'Custodian Registrar, Inc.', 'Registrar ID', ''])(
    'is not numbered by one of the type "%s"',
    (type) => {
      expect(facts(registrarWith({ publicIds: [{ type, identifier: '292' }] })).registrar).toEqual({
        name: 'Custodian Registrar, Inc.',
      });
    },
  );

  it('is not named by a word for nobody, by its handle, or by its reseller', () => {
    for (const fn of ['N/A', 'None', 'not applicable', '-'])
      expect(facts(registrarWith({ publicIds: [], vcardArray: card(['fn', fn]) }))).not.toHaveProperty('registrar');
    expect(facts({ entities: [{ roles: ['registrar'], handle: 'REG-CUSTODIAN' }] })).not.toHaveProperty('registrar');
    const reseller = { roles: ['reseller'], vcardArray: card(['fn', 'A Shop']) };
    expect(facts({ entities: [reseller, REGISTRAR] }).registrar?.name).toBe('Custodian Registrar, Inc.');
  });

  it('is named by the card inside it that bears its own handle, and by no other', () => {
    const bare = { ...REGISTRAR, handle: '4711-REG', vcardArray: undefined };
    const inside = (handle: string, fn: string) =>
      facts({ entities: [{ ...bare, entities: [{ roles: ['abuse'], handle, vcardArray: card(['fn', fn]) }] }] })
        .registrar;
    expect(inside('4711-REG', 'Custodian Registrar, Inc.')).toEqual({
      name: 'Custodian Registrar, Inc.',
      ianaId: 9999,
    });
    expect(inside('4712-REG', 'A Person')).toEqual({ ianaId: 9999 });
    expect(inside('4711-REG', 'Abuse Contact')).toEqual({ ianaId: 9999 });
    expect(
      facts({ entities: [{ ...bare, handle: '', entities: [{ handle: '', vcardArray: card(['fn', 'A']) }] }] }),
    ).toEqual(expect.objectContaining({ registrar: { ianaId: 9999 } }));
  });

  it('has its card read where the inner list is missing, and its entities where the list is', () => {
    const flat = ['vcard', ['version', {}, 'text', '4.0'], ['fn', '{}', 'text', 'A Ltd'], ['tel', {}, 'uri', 'tel:1']];
    expect(facts(registrarWith({ publicIds: [], vcardArray: flat })).registrar).toEqual({ name: 'A Ltd' });
    const only = { roles: 'abuse', vcardArray: card(['email', 'desk@registrar.example']) };
    expect(facts({ entities: { ...REGISTRAR, entities: only } })).toMatchObject({
      registrar: { ianaId: 9999 },
      abuse: { email: 'desk@registrar.example' },
    });
  });
});

describe('the dates', () => {
  const at = (eventAction: string, eventDate = '2027-05-02T11:22:33Z') => ({ eventAction, eventDate });

  it('may have names of a server’s own, where the registered one is missing', () => {
    expect(facts({ events: [at('last update'), at('Record expires')] })).toMatchObject({
      updated: '2027-05-02T11:22:33Z',
      expires: '2027-05-02T11:22:33Z',
    });
    const both = [at('last update', '2019-01-01T00:00:00Z'), at('last changed'), at('last update of RDAP database')];
    expect(facts({ events: both }).updated).toBe('2027-05-02T11:22:33Z');
  });

  it('have the registrar’s expiry from the registrar alone', () => {
    const events = [at('registrar expiration')];
    expect(facts({ events })).not.toHaveProperty('expires');
    expect(facts({ events }, 'registrar').expires).toBe('2027-05-02T11:22:33Z');
    const registrys = [...events, at('expiration', '2026-01-01T00:00:00Z')];
    expect(facts({ events: registrys }, 'registrar').expires).toBe('2026-01-01T00:00:00Z');
  });

  it.each(['0001-01-01T00:00:00Z', '1970-01-01T00:00:00Z', '1984-12-31T23:59:59Z'])('are none in %s', (zero) => {
    expect(facts({ events: [at('registration', zero), at('expiration', zero)] })).not.toHaveProperty('created');
    expect(facts({ events: [at('registration', zero), at('registration')] }).created).toBe('2027-05-02T11:22:33Z');
  });
});

describe('the registrant', () => {
  const shown = (methods: Record<string, string>, ...properties: readonly (readonly [string, unknown])[]) =>
    facts({
      entities: [{ ...REGISTRANT, vcardArray: card(...properties) }],
      redacted: Object.entries(methods).map(([description, method]) => ({ name: { description }, method })),
    }).registrant;
  const [NAMED, ORGANISED] = [
    ['fn', 'A Per'],
    ['org', 'Petit'],
  ] as const;

  it('is not stated by a part of a name that is withheld', () => {
    expect(shown({ 'Registrant Organization': 'partialValue' }, NAMED, ORGANISED)).toEqual({ shown: 'redacted' });
    expect(shown({ 'Registrant Name': 'partialValue' }, NAMED)).toEqual({ shown: 'redacted' });
    expect(shown({ 'Registrant Name': 'replacementValue' }, NAMED, ORGANISED)).toEqual({
      shown: 'stated',
      organisation: 'Petit',
    });
    expect(shown({ 'Registrant Name': 'partialValue' }, ['kind', 'org'], NAMED)).toEqual({ shown: 'redacted' });
  });

  it('is named without marks that nobody sees, as the registrar is', () => {
    const marked = (text: string) => `\u001b[31m${text}\u0000\u202e\u200b\u00a0`;
    expect(shown({}, ['fn', marked('A Person')], ['org', marked('Petitioner\u00a0Corporation')])).toEqual({
      shown: 'stated',
      organisation: 'Petitioner Corporation',
      name: 'A Person',
    });
    const given = facts({
      ...registrarWith({ vcardArray: card(['fn', marked('Custodian')]) }),
      handle: marked('D1-X'),
    });
    expect(given).toMatchObject({ registrar: { name: 'Custodian', ianaId: 9999 }, handle: 'D1-X' });
    expect(shown({}, ['fn', '\u200b'], ['org', '\u001b[0m'])).toEqual({ shown: 'absent' });
  });

  it('is stated where something else is withheld', () => {
    for (const other of ['Registrant Email', 'Registry Registrant ID', 'Tech Name', 'Registry Domain ID'])
      expect(shown({ [other]: 'removal' }, NAMED, ORGANISED)).toMatchObject({ name: 'A Per', organisation: 'Petit' });
  });
});

describe('the rest', () => {
  it('takes keys for a signature as it takes DS records', () => {
    expect(facts({ secureDNS: { keyData: [{ flags: 257, algorithm: 13, publicKey: 'AA==' }] } }).signed).toBe(true);
    for (const keyData of [[], [null], [{}], 'x'])
      expect(facts({ secureDNS: { keyData } })).not.toHaveProperty('signed');
  });

  it('reads name servers behind what the registry found there, and under a misspelt heading', () => {
    const checked = [{ ldhName: 'ns1.a.example [OK]' }, { ldhName: 'ns2.a.example [Technical error]' }];
    expect(facts({ nameservers: checked }).nameServers).toEqual(['ns1.a.example', 'ns2.a.example']);
    expect(facts({ nameservers: [{ ldhName: 'ns1.a.example 192.0.2.1' }] })).not.toHaveProperty('nameServers');
    const misspelt = { nameservers: undefined, nameServers: [{ ldhName: 'ns1.a.example' }] };
    expect(facts(misspelt).nameServers).toEqual(['ns1.a.example']);
  });

  it('states no list of which an item cannot be read', () => {
    for (const odd of [['client hold'], { lang: 'en', value: 'client hold' }, 7, true, 'x'.repeat(2000)]) {
      const given = facts({ status: ['server hold', odd], nameservers: [{ ldhName: 'ns1.a.example' }, odd] });
      expect(given).not.toHaveProperty('statuses');
      expect(given).not.toHaveProperty('otherStatuses');
      expect(given).not.toHaveProperty('nameServers');
    }
    for (const nothing of [null, {}, [], '', ' ']) {
      const given = facts({ status: ['server hold', nothing], nameservers: [{ ldhName: 'ns1.a.example' }, nothing] });
      expect(given).toMatchObject({ statuses: ['serverHold'], nameServers: ['ns1.a.example'] });
      expect(given).not.toHaveProperty('otherStatuses');
    }
    expect(facts({ nameservers: [[{ ldhName: 'ns1.a.example' }], { ldhName: 'ns2.a.example' }] })).not.toHaveProperty(
      'nameServers',
    );
  });

  it('has no name server that bears two names', () => {
    const both = (unicodeName: string) => facts({ nameservers: [{ ldhName: 'ns1.a.example', unicodeName }] });
    expect(both('ns9.b.example')).not.toHaveProperty('nameServers');
    for (const same of ['NS1.A.EXAMPLE.', 'ns1.a.example', '', '?'])
      expect(both(same).nameServers).toEqual(['ns1.a.example']);
  });

  it('states no statuses of which one has marks in it that nobody sees', () => {
    for (const status of ['\u001b[31mclient hold', 'client\u200bhold', 'client hold\u0000'])
      for (const key of ['statuses', 'otherStatuses'])
        expect(facts({ status: ['server hold', status] })).not.toHaveProperty(key);
  });

  it('reads a status with its explanation behind it', () => {
    const status = ['clientHold https://icann.org/epp#clientHold', 'serverHold (https://www.icann.org/epp#serverHold)'];
    expect(facts({ status })).toMatchObject({ statuses: ['clientHold', 'serverHold'] });
    expect(facts({ status })).not.toHaveProperty('otherStatuses');
  });

  it('takes one status in place of a list', () => {
    expect(facts({ status: 'client hold' }).statuses).toEqual(['clientHold']);
    expect(facts({ status: 'client hold, server hold' }).statuses).toBeUndefined();
  });

  it('has a U-label where the A-label is empty, and a class in capitals', () => {
    expect(facts({ objectClassName: 'DOMAIN', ldhName: '', unicodeName: 'Seized.Example.' }).handle).toBe(
      'D4711-EXAMPLE',
    );
    expect(facts({ handle: ' ' })).not.toHaveProperty('handle');
  });

  it('names no registrant by a word for nobody', () => {
    const registrant = (org: string) =>
      facts({ entities: [{ ...REGISTRANT, vcardArray: card(['fn', 'A Person'], ['org', org]) }] }).registrant;
    for (const org of ['N/A', '-', 'None', 'not applicable', 'null'])
      expect(registrant(org)).toEqual({ shown: 'stated', name: 'A Person' });
    expect(registrant('None Such Ltd')).toMatchObject({ organisation: 'None Such Ltd' });
  });

  it('follows no link of a server to itself, and one without a media type only to the name', () => {
    const href = 'https://rdap.registry.example/domain/seized.example';
    const type = 'application/rdap+json';
    const own = [
      { rel: 'self', href },
      { rel: 'related', href: href.replace('rdap.registry', 'RDAP.registry'), type },
    ];
    expect(facts({ links: own })).not.toHaveProperty('referral');
    for (const itself of [href, href.replace('seized', 'SEIZED'), `${href}.`])
      expect(facts({ links: [{ rel: 'related', href: itself, type, value: itself }] })).not.toHaveProperty('referral');
    const other = 'https://rdap.registrar.example/domain/SEIZED.EXAMPLE';
    expect(facts({ links: [...own, { rel: 'Related', href: other, type: type.toUpperCase() }] }).referral?.rdap).toBe(
      other,
    );
    expect(facts({ links: [{ rel: 'related', href: other }] }).referral?.rdap).toBe(other);
    for (const elsewhere of ['https://www.registrar.example/', 'https://rdap.registrar.example/domain/other.example'])
      expect(facts({ links: [{ rel: 'related', href: elsewhere }] })).not.toHaveProperty('referral');
  });
});
