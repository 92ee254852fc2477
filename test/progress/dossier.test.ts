import { describe, expect, test } from 'vitest';
import type { Observation } from '../../src/model/seen/observation.ts';
import { dossierOf } from '../../src/progress/dossier.ts';
import { AS_OF, DS, EVIL1, hosts, KEY, NS1, NS2 } from '../relief/literals.ts';
import { address, at, name } from '../support/values.ts';
import { ANSWERS, DELEGATION, failed, REGISTRATION, RESOLVED, saw, sawNothing, scene } from './sightings.ts';

const about = (...observations: Observation[]) =>
  dossierOf({ name: name('one.example'), observations, journal: [], asOf: AS_OF });

const says = (fact: { known: boolean; value?: unknown; word?: string }) => (fact.known ? fact.value : fact.word);

test('a name that was never looked up is never checked in every respect', () => {
  const dossier = about();
  for (const fact of [dossier.registered, dossier.registrar, dossier.delegation, dossier.ds, dossier.expires]) {
    expect(fact).toMatchObject({ known: false, word: 'never-checked', citations: [] });
  }
  expect(dossier.observedAt).toBeUndefined();
});

test('what the last run did not ask for is not asked, and says so', () => {
  const dossier = about(saw('rdap-registry', REGISTRATION));
  expect(dossier.delegation).toMatchObject({ known: false, word: 'not-asked' });
  expect(about(saw('delegation', DELEGATION)).registrar).toMatchObject({ known: false, word: 'not-asked' });
});

test('an empty list of statuses states none: another service may, and without one it is unknown', () => {
  const empty = saw('rdap-registry', { ...REGISTRATION, statuses: [] });
  expect(about(empty).statuses).toMatchObject({ known: false, word: 'not-stated' });
  const whois = saw('whois-registry', { ...REGISTRATION, statuses: ['clientHold'] });
  expect(about(empty, whois).statuses).toMatchObject({ known: true, value: ['clientHold'] });
});

test('observed at: the newest, with and without fractions', () => {
  const early = { ...saw('rdap-registry', REGISTRATION), at: at('2019-03-24T14:15:02.500Z') };
  const late = { ...saw('whois-registry', REGISTRATION), at: at('2019-03-24T14:15:03Z') };
  expect(about(late, early).observedAt).toBe('2019-03-24T14:15:03Z');
});

describe('registered or not', () => {
  const rdap = saw('rdap-registry', REGISTRATION);
  const whois = saw('whois-registry', REGISTRATION);
  const rdapNone = sawNothing('rdap-registry');
  const whoisNone = sawNothing('whois-registry');
  const reserved = { ...sawNothing('whois-registry'), reserved: true } as Observation;

  test.each([
    ['both have it', [rdap, whois], 'registered'],
    ['neither has it', [rdapNone, whoisNone], 'no-such-object'],
    ['RDAP has it, WHOIS has not', [rdap, whoisNone], 'registered'],
    ['WHOIS has it, RDAP has not', [rdapNone, whois], 'contradictory'],
    ['reserved says more than none', [rdapNone, reserved], 'reserved'],
    ['RDAP failed, WHOIS has it', [failed('rdap-registry', 'timeout'), whois], 'registered'],
    ['RDAP failed, WHOIS has not', [failed('rdap-registry', 'timeout'), whoisNone], 'no-such-object'],
    [
      'both failed: RDAP’s failure',
      [failed('rdap-registry', 'rate-limited'), failed('whois-registry', 'timeout')],
      'rate-limited',
    ],
    [
      'no RDAP server: WHOIS’s failure',
      [failed('rdap-registry', 'no-server'), failed('whois-registry', 'timeout')],
      'timeout',
    ],
  ])('%s', (_what, observations, expected) => {
    expect(says(about(...observations).registered)).toBe(expected);
  });

  test('a contradiction leaves every field unknown', () => {
    const dossier = about(rdapNone, whois);
    for (const fact of [dossier.registrar, dossier.statuses, dossier.expires, dossier.registrant]) {
      expect(fact).toMatchObject({ known: false, word: 'contradictory' });
    }
  });

  test('an absence that was not believed is noticed, with both citations', () => {
    const dossier = about(rdap, whoisNone);
    expect(dossier.noticed).toEqual([
      expect.objectContaining({ word: 'sources-disagree', citations: [rdap.id, whoisNone.id] }),
    ]);
  });
});

describe('fields of the registration', () => {
  test('RDAP decides over WHOIS, and a difference is noticed', () => {
    const rdap = saw('rdap-registry', REGISTRATION);
    const whois = saw('whois-registry', { ...REGISTRATION, registrar: { name: 'Evil', ianaId: 9 } });
    const dossier = about(whois, rdap);
    expect(dossier.registrar).toEqual({ known: true, value: REGISTRATION.registrar, citations: [rdap.id] });
    expect(dossier.noticed?.map(({ text }) => text)).toEqual([
      'RDAP and WHOIS state different registrar; RDAP was believed',
    ]);
  });

  test('two spellings of a registrar with one IANA ID do not differ', () => {
    const whois = saw('whois-registry', { ...REGISTRATION, registrar: { name: 'MARKMONITOR, INC.', ianaId: 292 } });
    expect(about(saw('rdap-registry', REGISTRATION), whois).noticed).toBeUndefined();
  });

  test('WHOIS decides what RDAP did not answer, with a note', () => {
    const whois = saw('whois-registry', REGISTRATION);
    expect(about(failed('rdap-registry', 'rate-limited'), whois).registrar).toEqual({
      known: true,
      value: REGISTRATION.registrar,
      citations: [whois.id],
      notes: ['RDAP: the server asks to come back later; WHOIS decides'],
    });
  });

  test('WHOIS decides what RDAP did not state; what is withheld there stays withheld', () => {
    const thin = saw('rdap-registry', { registrar: { ianaId: 292 }, registrant: { shown: 'absent' } });
    const thick = saw('whois-registry', { ...REGISTRATION, registrant: { shown: 'stated', organisation: 'Acme' } });
    expect(says(about(thin, thick).registrant)).toEqual({ shown: 'stated', organisation: 'Acme' });
    expect(says(about(thin, thick).expires)).toBe(REGISTRATION.expires);
    expect(says(about(saw('rdap-registry', REGISTRATION), thick).registrant)).toEqual({ shown: 'redacted' });
  });

  test('the registrar decides who the registrant is where the registry does not state it, and nothing else', () => {
    const own = saw('rdap-registrar', {
      registrar: { name: 'Evil', ianaId: 292 },
      registrant: { shown: 'stated', organisation: 'Acme' },
      expires: at('2031-01-01T00:00:00Z'),
    });
    const thin = saw('rdap-registry', { registrar: { ianaId: 292 } });
    const dossier = about(thin, own);
    expect(dossier.registrant).toEqual({
      known: true,
      value: { shown: 'stated', organisation: 'Acme' },
      citations: [own.id],
      notes: ['the registry does not state it; RDAP of the registrar decides'],
    });
    expect(says(dossier.registrar)).toEqual({ ianaId: 292 });
    expect(dossier.expires.known).toBe(false);
    expect(says(about(saw('rdap-registry', REGISTRATION), own).registrant)).toMatchObject({ organisation: 'Acme' });
    const stated = saw('rdap-registry', { registrant: { shown: 'stated', organisation: 'Other' } });
    expect(says(about(stated, own).registrant)).toMatchObject({ organisation: 'Other' });
    expect(about(own).registered.known).toBe(false);
    expect(about(sawNothing('rdap-registry'), own).registrant.known).toBe(false);
  });

  test('another registrar than the one of record, as before a transfer, says nothing of the registrant', () => {
    const former = saw('rdap-registrar', {
      registrar: { ianaId: 9 },
      registrant: { shown: 'stated', organisation: 'Former Owner' },
    });
    expect(says(about(saw('rdap-registry', REGISTRATION), former).registrant)).toEqual({ shown: 'redacted' });
    const thin = about(saw('rdap-registry', { registrar: { ianaId: 292 } }), former);
    expect(thin.registrant).toMatchObject({ known: false, word: 'not-stated' });
  });

  test('what nobody stated is not stated, whoever else failed', () => {
    const thin = saw('rdap-registry', {});
    expect(about(thin, failed('whois-registry', 'timeout')).statuses).toEqual({
      known: false,
      word: 'not-stated',
      reason: 'RDAP does not state the statuses; WHOIS: the server did not answer in time',
      citations: [thin.id],
    });
  });
});

describe('delegation and DS', () => {
  const a = { server: 'a', of: 2 };
  const b = { server: 'b', of: 2 };
  const evil = { ...DELEGATION, nameServers: [EVIL1] };

  test.each([
    [
      'both say the same, in another order',
      [saw('delegation', DELEGATION, a), saw('delegation', { ...DELEGATION, nameServers: [NS2, NS1] }, b)],
      true,
    ],
    ['one failed', [saw('delegation', DELEGATION, a), failed('delegation', 'timeout', b)], true],
    ['one is missing from the record', [saw('delegation', DELEGATION, a)], true],
    ['they differ', [saw('delegation', DELEGATION, a), saw('delegation', evil, b)], 'parents-disagree'],
    ['one does not have it', [saw('delegation', DELEGATION, a), sawNothing('delegation', b)], 'parents-disagree'],
    ['both failed', [failed('delegation', 'lame', a), failed('delegation', 'timeout', b)], 'lame'],
    [
      'a delegation to nobody',
      [saw('delegation', { ...DELEGATION, nameServers: [] }, { server: 'a' })],
      'contradictory',
    ],
  ])('%s', (_what, observations, expected) => {
    const { delegation } = about(...observations);
    expect(delegation.known || delegation.word).toBe(expected);
  });

  test('a server that failed beside one that answered is a note', () => {
    const { delegation } = about(saw('delegation', DELEGATION, a), failed('delegation', 'timeout', b));
    expect(delegation).toMatchObject({ notes: [expect.stringContaining('1 of 2 servers of the parent zone')] });
  });

  test('not in the zone at any server is known, and then there is no DS', () => {
    const dossier = about(sawNothing('delegation', a), sawNothing('delegation', b));
    expect(dossier.delegation).toMatchObject({ known: true, value: null });
    expect(dossier.ds).toMatchObject({ known: false, word: 'not-delegated' });
  });

  test('serials tell a change on its way from a contradiction', () => {
    const { delegation } = about(
      saw('delegation', { ...DELEGATION, serial: 7 }, a),
      saw('delegation', { ...evil, serial: 8 }, b),
    );
    expect(delegation).toMatchObject({ reason: expect.stringContaining('a change is on its way') });
  });

  test('DS sets are compared as sets; one server without an answer does not hide the other', () => {
    const other = { ...DS, keyTag: 99 };
    const both = about(
      saw('delegation', { ...DELEGATION, ds: [DS, other] }, a),
      saw('delegation', { ...DELEGATION, ds: [other, DS] }, b),
    );
    expect(both.ds).toMatchObject({ known: true });
    const differ = about(saw('delegation', { ...DELEGATION, ds: [DS] }, a), saw('delegation', DELEGATION, b));
    expect(differ.ds).toMatchObject({ known: false, word: 'parents-disagree' });
    const { ds: _none, ...bare } = DELEGATION;
    const half = about(saw('delegation', { ...bare, dsFailure: 'timeout' }, a), saw('delegation', DELEGATION, b));
    expect(half.ds).toMatchObject({ known: true, value: [] });
    expect(about(saw('delegation', { ...bare, dsFailure: 'timeout' }, { server: 'a' })).ds).toMatchObject({
      word: 'timeout',
    });
  });
});

describe('delegated servers', () => {
  const parent = saw('delegation', DELEGATION);
  const ns1 = saw('addresses', ANSWERS, { server: 'ns1.sinkhole.example 192.0.2.53' });
  const words = (...observations: Observation[]) =>
    about(...observations).servers.map(({ server, answers }) => [server, answers.known || answers.word]);

  test('a server that was lame when the name was delegated to it makes no later one lame', () => {
    const before = failed('addresses', 'lame', { server: `${NS1} 192.0.2.53` });
    const now = saw('delegation', { ...DELEGATION, nameServers: [EVIL1] });
    const { servers } = about(before, now);
    expect(servers.map(({ server, answers }) => [server, says(answers)])).toEqual([[EVIL1, 'not-asked']]);
    expect(servers[0]?.answers.citations).toEqual([]);
  });

  test('every delegated server stands there, also one that nobody asked', () => {
    expect(words(parent, ns1)).toEqual([
      ['ns1.sinkhole.example 192.0.2.53', true],
      ['ns2.sinkhole.example', 'not-asked'],
    ]);
  });

  test('a failure belongs to the server that it names; one that names none stands for the unseen', () => {
    const lame = failed('addresses', 'lame', { server: 'NS2.sinkhole.example. 192.0.2.54' });
    expect(words(parent, ns1, lame)).toContainEqual([lame.server, 'lame']);
    expect(words(parent, failed('addresses', 'interrupted', { server: '-' }))).toEqual([
      ['ns1.sinkhole.example', 'interrupted'],
      ['ns2.sinkhole.example', 'interrupted'],
    ]);
  });

  test('an answer that the record has lost is missed', () => {
    const ns2 = saw('addresses', { ...ANSWERS, nameServer: NS2 }, { server: 'ns2', of: 3 });
    expect(words(parent, { ...ns1, of: 3 }, ns2)).toContainEqual(['a delegated server', 'interrupted']);
  });

  test('servers that are no longer delegated do not count, nor any without a delegation', () => {
    expect(words(saw('delegation', { ...DELEGATION, nameServers: [EVIL1] }), ns1)).toEqual([
      ['ns1.evil.example', 'not-asked'],
    ]);
    expect(words(sawNothing('delegation'), ns1)).toEqual([]);
    expect(words(failed('delegation', 'timeout'), ns1)).toEqual([]);
  });

  test('keys: shown, failed, not asked', () => {
    const keys = (facts: object) => about(parent, saw('addresses', { ...ANSWERS, ...facts })).servers[0]?.keys;
    expect(keys({ keys: [KEY] })).toMatchObject({ known: true, value: [KEY] });
    expect(keys({ keysFailure: 'timeout' })).toMatchObject({ known: false, word: 'timeout' });
    expect(keys({})).toMatchObject({ known: false, word: 'not-asked' });
  });
});

test('resolvers are views, and a failed one is unknown', () => {
  const { resolvers } = about(saw('resolver', RESOLVED), failed('resolver', 'timeout', { server: '9.9.9.9' }));
  expect(resolvers.map(({ server, view }) => [server, view.known])).toEqual([
    ['203.0.113.53', true],
    ['9.9.9.9', false],
  ]);
});

test('a whole scene is known throughout', () => {
  const dossier = about(...scene());
  expect(dossier.servers.every(({ answers }) => answers.known)).toBe(true);
  expect(hosts().apex.a).toEqual({ answer: 'addresses', addresses: [address('192.0.2.5')], ttl: 60 });
});
