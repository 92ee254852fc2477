import { describe, expect, it } from 'vitest';
import type { Sighted } from '../../src/model/judged/record.ts';
import type { RegistrationFacts } from '../../src/model/seen/observation.ts';
import { beforeWords } from '../../src/precheck/before-words.ts';
import { namedIn, returnPath, servedAt } from '../../src/precheck/return-path.ts';
import { REGISTRATION, saw, sawNothing } from '../progress/sightings.ts';
import { AS_OF, aCase, DS, order, scheduled } from '../relief/literals.ts';
import { address, at, name } from '../support/values.ts';

const NAME = name('one.example');
const OLD = name('ns1.one.example');
const SERVED = { at: at('2019-03-15T21:00:00Z'), event: 'served' };

function sight(rdap: Partial<RegistrationFacts>, nameServers: readonly string[], ds = [DS]): Sighted {
  const about = { name: NAME };
  const glue = nameServers.includes(OLD) ? { [OLD]: [address('203.0.113.9')] } : {};
  return {
    name: NAME,
    observations: [
      saw('rdap-registry', { ...REGISTRATION, ...rdap }, about),
      saw('delegation', { zone: 'example', nameServers: nameServers.map(name), glue, ds }, about),
    ],
  };
}

const BEFORE = sight(
  {
    registrar: { name: 'Harbour Names Ltd', ianaId: 90001 },
    registrant: { shown: 'stated', organisation: 'Somebody' },
    statuses: ['clientHold'],
    handle: 'D1-EX',
  },
  [OLD],
);
const NOW = sight(
  { handle: 'D1-EX', registrant: { shown: 'stated', organisation: 'Acme' } },
  ['ns1.sinkhole.example'],
  [],
);

function plan(parts: Partial<Parameters<typeof returnPath>[0]> = {}, theCase = aCase()) {
  const named = namedIn(theCase, NAME, AS_OF);
  if (named === undefined) throw new Error(NAME);
  return returnPath({ theCase, named, asOf: AS_OF, served: SERVED, before: BEFORE, now: NOW, ...parts });
}

const what = (made: ReturnType<typeof plan>) => made.steps.map(({ who, what: step }) => `${who}: ${step}`);

describe('the way back', () => {
  it('undoes what was done, in the order in which nothing stands in the way', () => {
    expect(what(plan())).toEqual([
      'counsel: write to Somebody',
      'Example Registry: lift serverDeleteProhibited, serverTransferProhibited, serverUpdateProhibited',
      'MarkMonitor Inc. (IANA ID 292): release the name to Harbour Names Ltd (IANA ID 90001), with its authorisation code',
      'Example Registry: make Harbour Names Ltd (IANA ID 90001) its registrar of record again',
      'Harbour Names Ltd (IANA ID 90001): take it into the account of its former customer',
      'Harbour Names Ltd (IANA ID 90001): delegate it to ns1.one.example, with glue ns1.one.example 203.0.113.9',
      'Harbour Names Ltd (IANA ID 90001): put back DS 4711 13 2 AB',
      'Harbour Names Ltd (IANA ID 90001): set clientHold as before',
      'Harbour Names Ltd (IANA ID 90001): make Somebody the registrant again',
      'you: look again with takedown check, compare with what was, and record what each party confirms',
    ]);
  });

  it('says that no order lets the name go, or which does', () => {
    expect(plan()).toMatchObject({ bound: ['tro/2(a)', 'tro/2(b)'] });
    expect(plan().release).toBeUndefined();
    const changes = [{ change: 'releases' as const, names: [NAME], because: 'an innocent holder' }];
    const released = aCase({
      orders: [...aCase().orders, order('pi', [], { entered: at('2019-03-20T00:00:00Z'), changes })],
    });
    expect(plan({}, released)).toMatchObject({ release: { order: 'pi', because: 'an innocent holder' }, bound: [] });
  });

  it('tells where the picture came too late, and where nothing was served', () => {
    const named = namedIn(aCase(), NAME, AS_OF);
    if (named === undefined) throw new Error(NAME);
    const late = returnPath({ theCase: aCase(), named, asOf: AS_OF, served: SERVED, first: BEFORE, now: NOW });
    expect([late.kind, late.before?.handle]).toMatchObject(['after-service', { value: 'D1-EX' }]);
    const unserved = plan({ served: undefined });
    expect([unserved.kind, unserved.before]).toEqual(['never-served', unserved.now]);
    expect(what(unserved)).toHaveLength(2);
  });

  it('of a registration that was made anew is for counsel to decide', () => {
    const anew = sight({ handle: 'D2-EX' }, [OLD]);
    expect(what(plan({ now: anew }))[1]).toBe(
      'counsel: decide whether the holder of before has a right to this registration',
    );
  });

  it('of a name without a registration, before or now, moves nothing', () => {
    const none: Sighted = { name: NAME, observations: [sawNothing('rdap-registry', { name: NAME })] };
    expect(what(plan({ before: none }))[1]).toBe('counsel: decide what becomes of it');
    expect(what(plan({ now: none }))[1]).toMatch(/^Example Registry: restore the registration/);
  });

  it('asks for what no look has shown', () => {
    const dark: Sighted = {
      name: NAME,
      observations: [saw('rdap-registry', { registrant: { shown: 'redacted' } }, { name: NAME })],
    };
    expect(plan({ before: dark }).unknowns).toEqual([
      'the registrar of before: RDAP does not state the registrar',
      'the registrant of before: it was withheld',
      'the statuses of before: RDAP does not state the statuses',
      'the name servers of before: the last run did not ask for it',
      'the DS of before: the last run did not ask for it',
      'when the registration ended before: RDAP does not state the expiry date',
    ]);
  });

  it('of a host name is its provider’s', () => {
    const listed = [
      { ...scheduled('one.example')[0], name: NAME, unicode: NAME, registrable: name('host.example'), line: 1 },
    ];
    const theCase = aCase({ schedules: [{ id: 'appendix-a', file: 'a.txt', names: listed }] });
    expect(what(plan({}, theCase))[1]).toMatch(/^the provider of host\.example: let one\.example answer as it did/);
  });
});

describe('the letter that gives it back', () => {
  it('says how the name stood before, where that was seen before anybody was served', () => {
    expect(beforeWords(plan())).toEqual([
      'registrar of record Harbour Names Ltd (IANA ID 90001)',
      'name servers ns1.one.example',
      'DS 4711 13 2 AB',
      'statuses clientHold',
      'registered until 2021-01-01',
      'as seen on 2019-03-24',
    ]);
    expect(beforeWords(plan({ served: undefined }))).toEqual([]);
  });
});

describe('service', () => {
  const journal = [
    { at: at('2019-03-15T20:30:00Z'), event: 'note' as const, note: 'called them' },
    { at: at('2019-03-15T21:00:00Z'), event: 'served' as const, recipient: 'exreg', by: 'e-mail' },
    { at: at('2019-03-15T20:45:00Z'), event: 'served' as const, letter: 'other', recipient: 'exreg', by: 'e-mail' },
  ];

  it('is the first entry by which somebody had the order about this very name', () => {
    const question = { theCase: aCase(), name: NAME, journal, asOf: AS_OF };
    const others = new Map([['other', [name('two.example')]]]);
    expect(servedAt({ ...question, letters: others })).toMatchObject({
      at: '2019-03-15T21:00:00Z',
      recipient: 'exreg',
    });
    expect(servedAt({ ...question, letters: new Map([['other', [NAME]]]) })?.at).toBe('2019-03-15T20:45:00Z');
    expect(servedAt({ ...question, journal: [], letters: others })).toBeUndefined();
  });
});
