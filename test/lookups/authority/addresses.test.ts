import { describe, expect, it } from 'vitest';
import { addressesLookup } from '../../../src/lookups/authority/addresses.ts';
import { RCODES, TYPES } from '../../../src/lookups/dns/codec/types.ts';
import type { LookupCircumstances } from '../../../src/model/asking/lookup.ts';
import { instantAt } from '../../../src/model/instant.ts';
import type { DelegationFacts, ObservationOf, Outcome } from '../../../src/model/seen/observation.ts';
import { address, name } from '../../support/values.ts';
import { having, laboratory } from '../dns/laboratory.ts';
import { record } from '../dns/messages.ts';
import { type Handler, reply } from '../dns/name-server.ts';
import { serving } from '../dns/zones.ts';

const SINKHOLE = '192.0.2.1';
const SECOND = '192.0.2.2';
const ROOT = '198.51.100.1';
const ELSEWHERE = '198.51.100.2';

const seized = serving({
  zone: 'moved.test',
  records: [
    record('moved.test', 'A', SINKHOLE, 60),
    record('*.moved.test', 'A', SINKHOLE, 60),
    record('moved.test', 'NS', 'ns1.sinkhole.test'),
    record('moved.test', 'SOA', 'ns1.sinkhole.test'),
  ],
});

function delegated(nameServers: readonly string[], parts: Partial<DelegationFacts> = {}): ObservationOf<'delegation'> {
  const facts = { zone: 'test', nameServers: nameServers.map(name), glue: {}, ...parts };
  return delegation({ outcome: 'facts', facts });
}

function delegation(outcome: Outcome<'delegation'>): ObservationOf<'delegation'> {
  return {
    id: 'run#1',
    of: 1,
    name: name('moved.test'),
    lookup: 'delegation',
    authority: 'parent-zone',
    question: 'NS DS moved.test',
    server: 'a.nic.test 198.51.100.1',
    at: instantAt(0),
    took: 1,
    reader: 'delegation/2',
    ...outcome,
  };
}

const GLUE = { 'ns1.sinkhole.test': [address(SINKHOLE)] };

async function look(
  handlers: Readonly<Record<string, Handler>>,
  circumstances: LookupCircumstances,
  dead: readonly string[] = [],
) {
  const lab = await laboratory(handlers, { roots: [ROOT], dead });
  const answers = await addressesLookup(lab.tools, lab.client).ask(name('moved.test'), circumstances);
  return { answers, sightings: answers.map(({ sighting }) => sighting), lab };
}

describe('the addresses of a name at its delegated servers', () => {
  it('are asked of the glue: hosts with two random labels and the zone itself, in one observation', async () => {
    const { answers, sightings, lab } = await look(
      { [SINKHOLE]: seized },
      having(delegated(['ns1.sinkhole.test'], { glue: GLUE })),
    );
    const found = { answer: 'addresses', addresses: [SINKHOLE], ttl: 60 };
    const both = { a: found, aaaa: { answer: 'no-data' } };
    expect(sightings).toMatchObject([
      {
        lookup: 'addresses',
        authority: 'authoritative',
        server: `ns1.sinkhole.test ${SINKHOLE}`,
        outcome: 'facts',
        facts: { nameServer: 'ns1.sinkhole.test', hosts: { apex: both, www: both, random: both } },
      },
    ]);
    expect(sightings[0]?.question).toMatch(/^A AAAA moved\.test www\.moved\.test [a-z]{24}\.moved\.test$/);
    expect(sightings[0]).toMatchObject({
      facts: {
        otherRandom: both,
        zone: {
          soa: { mname: 'ns1.sinkhole.test' },
          nameServers: ['ns1.sinkhole.test'],
          mail: [],
          spf: [],
          https: [],
          cds: [],
          tcp: 'answers',
        },
      },
    });
    expect(lab.servers[SINKHOLE]?.heard).toHaveLength(16);
    expect(answers[0]?.exchanges.filter(({ uri }) => uri.includes(SINKHOLE))).toHaveLength(16);
  });

  it('come from every server that any parent names, with a reason for each that is silent', async () => {
    const glue = { ...GLUE, 'ns2.sinkhole.test': [address(SECOND), address('2001:db8::2')] };
    const refusing: Handler = (query) => [reply(query, { rcode: RCODES.REFUSED })];
    const { sightings, lab } = await look(
      { [SINKHOLE]: seized, [SECOND]: refusing },
      having(delegated(['ns1.sinkhole.test'], { glue }), delegated(['ns2.sinkhole.test'], { glue })),
      ['2001:db8::2'],
    );
    expect(sightings).toMatchObject([
      { server: `ns1.sinkhole.test ${SINKHOLE}`, outcome: 'facts' },
      { server: `ns2.sinkhole.test ${SECOND}`, outcome: 'failure', failure: 'lame', detail: 'REFUSED' },
      { server: 'ns2.sinkhole.test 2001:db8::2', outcome: 'failure', failure: 'refused' },
    ]);
    expect(lab.servers[SECOND]?.heard).toHaveLength(1);
  });

  it('come with those of the hosts below the name to which its mail goes', async () => {
    const handler = serving({
      zone: 'moved.test',
      records: [
        record('moved.test', 'A', SINKHOLE, 60),
        record('*.moved.test', 'A', SINKHOLE, 60),
        record('mail.moved.test', 'A', '203.0.113.66', 60),
        record('moved.test', 'MX', 'mail.moved.test'),
        record('moved.test', 'SOA', 'ns1.sinkhole.test'),
      ],
    });
    const { sightings } = await look({ [SINKHOLE]: handler }, having(delegated(['ns1.sinkhole.test'], { glue: GLUE })));
    const a = { answer: 'addresses', addresses: ['203.0.113.66'], ttl: 60 };
    expect(sightings).toMatchObject([
      {
        facts: {
          zone: { mail: ['mail.moved.test'] },
          mailHosts: { 'mail.moved.test': { a, aaaa: { answer: 'no-data' } } },
        },
      },
    ]);
  });

  it('say so where a server has more addresses than are asked', async () => {
    const many = Array.from({ length: 9 }, (_, at) => address(`192.0.2.${at + 1}`));
    const glue = { 'ns1.sinkhole.test': many };
    const handlers = Object.fromEntries(many.map((one) => [one, seized]));
    const { sightings, lab } = await look(handlers, having(delegated(['ns1.sinkhole.test'], { glue })));
    expect(sightings).toHaveLength(9);
    expect(sightings.at(-1)).toMatchObject({
      server: 'ns1.sinkhole.test',
      outcome: 'failure',
      failure: 'not-asked',
      detail: 'more than 8 addresses: 1 not asked',
    });
    expect(lab.servers['192.0.2.9']?.heard).toEqual([]);
  });

  it.each<[string, Handler, string]>([
    [
      'an upward referral',
      (query) => [reply(query, { authority: [record('.', 'NS', 'a.root.test')] })],
      'an upward referral, to .',
    ],
    [
      'no authority',
      (query) => [reply(query, { answers: [record('moved.test', 'A', SINKHOLE)] })],
      'an answer without authority (AA)',
    ],
  ])('are not known from a lame server: %s', async (_what, handler, detail) => {
    const { sightings } = await look({ [SINKHOLE]: handler }, having(delegated(['ns1.sinkhole.test'], { glue: GLUE })));
    expect(sightings).toMatchObject([{ outcome: 'failure', failure: 'lame', detail }]);
  });

  it('may fail for one question alone', async () => {
    const partial: Handler = (query, transport) =>
      query.questions[0]?.type === TYPES.AAAA ? [reply(query, { rcode: RCODES.SERVFAIL })] : seized(query, transport);
    const { sightings } = await look({ [SINKHOLE]: partial }, having(delegated(['ns1.sinkhole.test'], { glue: GLUE })));
    const aaaa = { answer: 'failure', failure: 'server-error', detail: 'SERVFAIL' };
    expect(sightings).toMatchObject([{ facts: { hosts: { apex: { a: { answer: 'addresses' }, aaaa } } } }]);
  });

  it('come with the keys where a parent has a DS', async () => {
    const ds = [{ keyTag: 1, algorithm: 13, digestType: 2, digest: 'ff' }];
    const { sightings } = await look(
      { [SINKHOLE]: seized },
      having(delegated(['ns1.sinkhole.test'], { glue: GLUE, ds })),
    );
    expect(sightings).toMatchObject([{ facts: { keys: [] } }]);
    const without = await look(
      { [SINKHOLE]: seized },
      having(delegated(['ns1.sinkhole.test'], { glue: GLUE, ds: [] })),
    );
    expect(without.sightings[0]?.outcome === 'facts' && 'keys' in without.sightings[0].facts).toBe(false);
  });
});

describe('a name server without glue', () => {
  const root = serving({
    zone: '.',
    records: [record('test', 'NS', 'a.nic.test'), record('a.nic.test', 'A', ELSEWHERE)],
  });
  const tld = serving({ zone: 'test', records: [record('ns1.sinkhole.test', 'A', SINKHOLE)] });

  it('is found from the root', async () => {
    const handlers = { [ROOT]: root, [ELSEWHERE]: tld, [SINKHOLE]: seized };
    const { sightings, answers } = await look(handlers, having(delegated(['ns1.sinkhole.test'])));
    expect(sightings).toMatchObject([{ server: `ns1.sinkhole.test ${SINKHOLE}`, outcome: 'facts' }]);
    expect(answers[0]?.exchanges[0]?.uri).toBe(`dns://${ROOT}/test?type=NS`);
  });

  it('without an address is unresolvable', async () => {
    const { sightings } = await look({ [ROOT]: root, [ELSEWHERE]: tld }, having(delegated(['ns9.sinkhole.test'])));
    expect(sightings).toMatchObject([{ server: 'ns9.sinkhole.test', outcome: 'failure', failure: 'unresolvable' }]);
  });

  it('that the seal excludes is neither asked nor looked for', async () => {
    const sealed = { ...having(delegated(['ns1.sinkhole.test'])), mayAsk: () => false };
    const { sightings, lab } = await look({ [ROOT]: root }, sealed);
    expect(sightings).toMatchObject([{ outcome: 'failure', failure: 'excluded-by-seal', took: 0 }]);
    expect(lab.servers[ROOT]?.heard).toEqual([]);
  });
});

describe('an alias out of the zone', () => {
  const root = serving({
    zone: '.',
    records: [record('example', 'NS', 'a.nic.example'), record('a.nic.example', 'A', ELSEWHERE)],
  });
  const other = serving({ zone: 'example', records: [record('park.example', 'A', '203.0.113.9', 30)] });
  const aliased = serving({
    zone: 'moved.test',
    records: [
      record('moved.test', 'A', SINKHOLE),
      record('www.moved.test', 'CNAME', 'park.example', 300),
      record('park.example', 'A', '192.0.2.99'),
    ],
  });
  const circumstances = having(delegated(['ns1.sinkhole.test'], { glue: GLUE }));
  const handlers = { [ROOT]: root, [ELSEWHERE]: other, [SINKHOLE]: aliased };

  it('is asked at its own servers, whatever this one adds', async () => {
    const { sightings } = await look(handlers, circumstances);
    const a = { answer: 'addresses', addresses: ['203.0.113.9'], ttl: 30, chain: ['park.example'] };
    expect(sightings).toMatchObject([{ facts: { hosts: { www: { a } } } }]);
  });

  it('is not followed to a server that the seal excludes, and then not known', async () => {
    const deeper = serving({
      zone: 'example',
      records: [record('park.example', 'NS', 'ns.park.example'), record('ns.park.example', 'A', '198.51.100.77')],
    });
    const sealed = { ...circumstances, mayAsk: (server: string) => server === 'ns1.sinkhole.test' };
    const { sightings } = await look({ ...handlers, [ELSEWHERE]: deeper }, sealed);
    expect(sightings).toMatchObject([
      { facts: { hosts: { www: { a: { answer: 'failure', failure: 'excluded-by-seal' } } } } },
    ]);
  });
});

describe('a name without known servers', () => {
  it.each([
    [[], 'the delegation is not known'],
    [[delegation({ outcome: 'failure', failure: 'timeout' })], 'the delegation is not known'],
    [[delegation({ outcome: 'no-such-object' })], 'the parent zone does not have the name'],
  ])('is one question that was not asked', async (earlier, detail) => {
    const { sightings } = await look({}, having(...earlier));
    expect(sightings).toMatchObject([{ outcome: 'failure', failure: 'not-asked', detail, took: 0 }]);
  });

  it('with far too many servers has those left out named', async () => {
    const many = Array.from({ length: 40 }, (_, i) => `ns${i}.sinkhole.test`);
    const { sightings } = await look({}, having(delegated(many)));
    expect(sightings).toHaveLength(17);
    expect(sightings.at(-1)).toMatchObject({
      failure: 'not-asked',
      detail: 'more than 16 name servers: 24 were not asked',
    });
  });
});
