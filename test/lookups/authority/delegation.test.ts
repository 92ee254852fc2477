import { describe, expect, it } from 'vitest';
import { delegationLookup } from '../../../src/lookups/authority/delegation.ts';
import { RCODES, TYPES } from '../../../src/lookups/dns/codec/types.ts';
import { name } from '../../support/values.ts';
import { FREE, having, laboratory } from '../dns/laboratory.ts';
import { dsRecord, record } from '../dns/messages.ts';
import { type Handler, reply } from '../dns/name-server.ts';
import { serving } from '../dns/zones.ts';

const ROOT = '198.51.100.1';
const TLD = '198.51.100.2';
const SECOND = '198.51.100.3';

const root = serving({
  zone: '.',
  records: [
    record('test', 'NS', 'a.nic.test'),
    record('test', 'NS', 'b.nic.test'),
    record('a.nic.test', 'A', TLD),
    record('b.nic.test', 'A', SECOND),
    record('b.nic.test', 'AAAA', '2001:db8::3'),
  ],
});

const tld = serving({
  zone: 'test',
  records: [
    record('moved.test', 'NS', 'ns1.sinkhole.test'),
    record('moved.test', 'NS', 'ns2.sinkhole.test'),
    dsRecord('moved.test', 4711, 'c0ffee'),
    record('ns1.sinkhole.test', 'A', '192.0.2.1'),
    record('plain.test', 'NS', 'ns1.sinkhole.test'),
    record('*.wild.test', 'A', '203.0.113.66'),
  ],
});

const above = record('co.test', 'DNAME', 'evil.example');
const made = record('kept.co.test', 'CNAME', 'kept.evil.example');

async function look(text: string, handlers: Readonly<Record<string, Handler>>, dead: readonly string[] = []) {
  const lab = await laboratory({ [ROOT]: root, ...handlers }, { roots: [ROOT], dead });
  const answers = await delegationLookup(lab.tools, lab.client).ask(name(text), having());
  return { answers, sightings: answers.map(({ sighting }) => sighting), lab };
}

describe('a name that the parent zone does not delegate', () => {
  const keeps = serving({
    zone: 'test',
    records: [
      record('kept.test', 'A', '203.0.113.66'),
      record('kept.test', 'MX', 'mail.kept.test'),
      record('moved.test', 'DNAME', 'evil.example'),
      record('ns1.below.test', 'A', '203.0.113.67'),
    ],
  });
  const wild = serving({
    zone: 'test',
    records: [record('*.test', 'A', '203.0.113.1'), record('kept.test', 'A', '203.0.113.66')],
  });
  const absent = { outcome: 'no-such-object' };

  it.each([
    ['an address and an exchange', 'kept.test', keeps, { addresses: ['203.0.113.66'], mail: ['mail.kept.test'] }],
    ['something below it', 'below.test', keeps, { addresses: [], mail: [] }],
    ['an alias', 'moved.test', keeps, { addresses: [], mail: [], alias: 'evil.example' }],
    ['an address beside a wildcard', 'kept.test', wild, { addresses: ['203.0.113.66'], mail: [] }],
    ['what a wildcard gives everybody', 'free.test', wild, undefined],
    ['nothing', 'free.test', keeps, undefined],
  ])('may have %s of its own there', async (_what, text, handler, inZone) => {
    const { sightings } = await look(text, { [TLD]: handler, [SECOND]: handler, '2001:db8::3': handler });
    expect(sightings).toMatchObject([absent, absent, absent]);
    for (const sighting of sightings) expect(sighting).toHaveProperty('outcome', 'no-such-object');
    expect(sightings.map((one) => (one.outcome === 'no-such-object' ? one.inZone : 'facts'))).toEqual([
      inZone,
      inZone,
      inZone,
    ]);
  });

  it.each<[string, Handler]>([
    ['alone', (query) => [reply(query, { authoritative: true, answers: [above] })]],
    ['with the alias made of it', (query) => [reply(query, { authoritative: true, answers: [above, made] })]],
    [
      'followed to the name servers of another name',
      (query) => [
        reply(query, {
          authoritative: true,
          answers: [above, made, record('kept.evil.example', 'NS', 'ns1.evil.example')],
        }),
      ],
    ],
    ['that makes names too long', (query) => [reply(query, { authoritative: true, answers: [above], rcode: 6 })]],
  ])('is not taken for one that is delegated, nor for one that is free, below a DNAME %s', async (_what, handler) => {
    const at = serving({ zone: 'test', records: [above] });
    const both: Handler = (query, transport) =>
      (query.questions[0]?.name.toLowerCase().endsWith('.co.test') ? handler : at)(query, transport);
    const { sightings } = await look('kept.co.test', { [TLD]: both, [SECOND]: both, '2001:db8::3': both });
    expect(sightings.length).toBeGreaterThan(0);
    for (const sighting of sightings) expect(sighting).toHaveProperty('outcome', 'failure');
  });

  it('is told with the failure where one question fails', async () => {
    const silent: Handler = (query, transport) =>
      query.questions[0]?.type === TYPES.MX ? [reply(query, { rcode: RCODES.SERVFAIL })] : keeps(query, transport);
    const { sightings } = await look('below.test', { [TLD]: silent, [SECOND]: silent, '2001:db8::3': silent });
    expect(sightings[0]).toMatchObject({ inZone: { addresses: [], mail: [], failure: 'server-error' } });
  });
});

describe('the delegation of a name', () => {
  it('is asked of each server of its parent zone, with an observation and the octets of each', async () => {
    const { answers, sightings } = await look('moved.test', { [TLD]: tld, [SECOND]: tld, '2001:db8::3': tld });
    expect(sightings.map(({ server }) => server)).toEqual([
      `a.nic.test ${TLD}`,
      `b.nic.test ${SECOND}`,
      'b.nic.test 2001:db8::3',
    ]);
    for (const sighting of sightings) {
      expect(sighting).toMatchObject({
        name: 'moved.test',
        lookup: 'delegation',
        authority: 'parent-zone',
        question: 'NS DS moved.test',
        outcome: 'facts',
        facts: {
          zone: 'test',
          nameServers: ['ns1.sinkhole.test', 'ns2.sinkhole.test'],
          glue: { 'ns1.sinkhole.test': ['192.0.2.1'] },
          ds: [{ keyTag: 4711, algorithm: 13, digestType: 2, digest: 'c0ffee' }],
        },
      });
      expect(sighting.via).toMatch(/^127\.0\.0\.1:\d+$/);
    }
    expect(answers[1]?.exchanges.map(({ uri }) => uri)).toEqual([
      `dns://${SECOND}/moved.test?type=NS`,
      `dns://${SECOND}/moved.test?type=DS`,
      // Only beside a DS: the lack of one comes with the zone's SOA.
      `dns://${SECOND}/test?type=SOA`,
    ]);
    expect(answers[0]?.exchanges[0]?.uri).toBe(`dns://${ROOT}/test?type=NS`);
  });

  it('has no DS where the parent says so, with the serial of its zone', async () => {
    const { sightings } = await look('plain.test', { [TLD]: tld }, [SECOND, '2001:db8::3']);
    expect(sightings[0]).toMatchObject({ outcome: 'facts', facts: { ds: [], serial: 7 } });
    expect(sightings[1]).toMatchObject({ outcome: 'failure', failure: 'refused', detail: 'ECONNREFUSED' });
  });

  it('is definitely absent for a name that the zone does not have, a wildcard notwithstanding', async () => {
    for (const absent of ['gone.test', 'any.wild.test', 'gone.nowhere']) {
      const { sightings } = await look(absent, { [TLD]: tld, [SECOND]: tld });
      expect(sightings[0]).toMatchObject({ outcome: 'no-such-object' });
    }
  });

  it('keeps what each server says: they may differ', async () => {
    const late = serving({ zone: 'test', records: [record('moved.test', 'NS', 'ns.old.test')] });
    const { sightings } = await look('moved.test', { [TLD]: tld, [SECOND]: late });
    expect(sightings[1]).toMatchObject({ facts: { nameServers: ['ns.old.test'], ds: [] } });
  });

  it('is known though the DS is not', async () => {
    const halting: Handler = (query, transport) =>
      query.questions[0]?.type === TYPES.DS ? [reply(query, { rcode: RCODES.SERVFAIL })] : tld(query, transport);
    const { sightings } = await look('moved.test', { [TLD]: halting, [SECOND]: tld });
    const [first] = sightings;
    expect(first).toMatchObject({ outcome: 'facts', facts: { dsFailure: 'server-error' } });
    expect(first?.outcome === 'facts' && 'ds' in first.facts).toBe(false);
  });

  it.each<[string, Handler, string]>([
    ['refuses', (query) => [reply(query, { rcode: RCODES.REFUSED })], 'lame'],
    ['refers upward', (query) => [reply(query, { authority: [record('.', 'NS', 'a.root.test')] })], 'lame'],
    ['fails', (query) => [reply(query, { rcode: RCODES.SERVFAIL })], 'server-error'],
    [
      'holds the child as well',
      serving(
        { zone: 'test', records: [] },
        { zone: 'moved.test', records: [record('moved.test', 'NS', 'ns.x.test')] },
      ),
      'contradictory',
    ],
    [
      'answers with an address',
      (query) => [reply(query, { answers: [record('moved.test', 'A', '203.0.113.66')] })],
      'lame',
    ],
  ])('is not known from a server that %s', async (_what, handler, failure) => {
    const { sightings } = await look('moved.test', { [TLD]: handler, [SECOND]: tld });
    expect(sightings[0]).toMatchObject({ outcome: 'failure', failure });
    expect(sightings[1]).toMatchObject({ outcome: 'facts' });
  });

  it('is one failure when the way to the parent zone is closed', async () => {
    const lab = await laboratory({}, { roots: [ROOT], dead: [ROOT] });
    const answers = await delegationLookup(lab.tools, lab.client).ask(name('moved.test'), having());
    expect(answers).toHaveLength(1);
    expect(answers[0]?.sighting).toMatchObject({ outcome: 'failure', failure: 'refused', server: `root ${ROOT}` });
    expect(answers[0]?.exchanges).toHaveLength(1);
  });

  it('is not asked of a host that the seal excludes', async () => {
    const host = '198.51.100.9';
    const provider = serving({
      zone: 'test',
      records: [record('provider.test', 'NS', 'ns.provider.test'), record('ns.provider.test', 'A', host)],
    });
    const lab = await laboratory(
      { [ROOT]: root, [TLD]: provider, [SECOND]: provider, [host]: serving({ zone: 'provider.test', records: [] }) },
      { roots: [ROOT] },
    );
    const sealed = { ...FREE, earlier: [], mayAsk: () => false };
    const answers = await delegationLookup(lab.tools, lab.client).ask(name('evil.provider.test'), sealed);
    expect(answers.map(({ sighting }) => sighting)).toMatchObject([
      { outcome: 'failure', failure: 'excluded-by-seal' },
    ]);
    expect(lab.servers[host]?.heard).toEqual([]);
  });
});
