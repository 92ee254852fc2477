import { describe, expect, it } from 'vitest';
import { startTrail } from '../../../src/lookups/answers/chain.ts';
import { TYPES } from '../../../src/lookups/dns/codec/types.ts';
import { startJourney } from '../../../src/lookups/walk/journey.ts';
import { rootServers } from '../../../src/lookups/walk/roots.ts';
import { openWalker } from '../../../src/lookups/walk/walk.ts';
import { FREE, type Laboratory, laboratory } from '../dns/laboratory.ts';
import { record } from '../dns/messages.ts';
import { type Handler, reply } from '../dns/name-server.ts';
import { serving } from '../dns/zones.ts';

const ROOT = '198.51.100.1';
const TLD = '198.51.100.2';
const OTHER_TLD = '198.51.100.3';
const HOST = '198.51.100.4';

const rootRecords = [
  record('test', 'NS', 'a.nic.test'),
  record('a.nic.test', 'A', TLD),
  record('example', 'NS', 'a.nic.example'),
  record('a.nic.example', 'A', OTHER_TLD),
];

const root = serving({ zone: '.', records: rootRecords });

function heardBy({ servers }: Laboratory, server: string): readonly string[] {
  return (servers[server]?.heard ?? []).map(
    ({ questions }) => `${questions[0]?.type} ${questions[0]?.name.toLowerCase()}`,
  );
}

async function walking(handlers: Readonly<Record<string, Handler>>, dead: readonly string[] = []) {
  const lab = await laboratory({ [ROOT]: root, ...handlers }, { roots: [ROOT], dead });
  return { lab, walker: openWalker(lab.tools, lab.client) };
}

describe('the closest enclosing zone', () => {
  const tld = serving({
    zone: 'test',
    records: [record('sub.deep.test', 'NS', 'ns.sub.deep.test'), record('ns.sub.deep.test', 'A', HOST)],
  });

  it('is found label by label, over an empty place in the tree, and asked once a run', async () => {
    const { lab, walker } = await walking({ [TLD]: tld, [HOST]: serving({ zone: 'sub.deep.test', records: [] }) });
    const found = await walker.zoneOf('Sub.deep.test', startJourney(FREE));
    expect(found).toMatchObject({
      ok: true,
      value: { name: 'sub.deep.test', servers: [{ name: 'ns.sub.deep.test', addresses: [HOST] }] },
    });
    await walker.zoneOf('sub.deep.test', startJourney(FREE));
    expect(heardBy(lab, ROOT)).toEqual(['2 test']);
    expect(heardBy(lab, TLD)).toEqual(['2 deep.test', '2 sub.deep.test']);
  });

  it('is the zone above where nothing is below', async () => {
    const { walker } = await walking({ [TLD]: tld });
    expect(await walker.zoneOf('gone.test', startJourney(FREE))).toMatchObject({ value: { name: 'test' } });
    expect(await walker.zoneOf('gone.nowhere', startJourney(FREE))).toMatchObject({ value: { name: '.' } });
  });

  it('is taken from a server that holds the child as well', async () => {
    const both = serving(
      { zone: '.', records: rootRecords },
      { zone: 'test', records: [record('test', 'NS', 'a.nic.test')] },
    );
    const { walker } = await walking({ [ROOT]: both });
    expect(await walker.zoneOf('test', startJourney(FREE))).toMatchObject({ value: { name: 'test' } });
  });

  it('is asked of the next server when one is dead or lame', async () => {
    const roots = serving({
      zone: '.',
      records: [
        ...['a', 'b', 'c'].map((one) => record('test', 'NS', `${one}.nic.test`)),
        record('a.nic.test', 'A', '198.51.100.10'),
        record('b.nic.test', 'A', '198.51.100.11'),
        record('c.nic.test', 'A', TLD),
      ],
    });
    const lame: Handler = (query) => [reply(query, { rcode: 5 })];
    const { lab, walker } = await walking({ [ROOT]: roots, [TLD]: tld, '198.51.100.11': lame }, ['198.51.100.10']);
    const journey = startJourney(FREE);
    expect(await walker.zoneOf('deep.test', journey)).toMatchObject({ ok: true, value: { name: 'test' } });
    expect(heardBy(lab, '198.51.100.11')).toHaveLength(1);
    expect(journey.exchanges.map(({ end }) => end)).toContain('refused');
  });

  it('is unknown with the last reason and server when none answers', async () => {
    const { walker } = await walking({}, [TLD]);
    const found = await walker.zoneOf('x.test', startJourney(FREE));
    expect(found).toMatchObject({ ok: false, failure: 'refused', server: `a.nic.test ${TLD}` });
  });
});

describe('the addresses of a name server', () => {
  const other = serving({
    zone: 'example',
    records: [
      record('host.example', 'NS', 'ns.host.example'),
      record('ns.host.example', 'A', HOST),
      record('alias.example', 'CNAME', 'host.example'),
    ],
  });
  const host = serving({
    zone: 'host.example',
    records: [
      record('ns.host.example', 'A', HOST),
      record('ns.host.example', 'AAAA', '2001:db8::4'),
      record('other.host.example', 'CNAME', 'ns.host.example'),
    ],
  });
  const handlers = { [OTHER_TLD]: other, [HOST]: host };

  it('come from its own zone, IPv4 first', async () => {
    const { walker } = await walking(handlers);
    const found = await walker.addressesOf('NS.host.example', startJourney(FREE));
    expect(found).toEqual({ ok: true, value: { addresses: [HOST, '2001:db8::4'] } });
  });

  it('say what is missing when one family has no answer', async () => {
    const half: Handler = (query, transport) =>
      query.questions[0]?.type === TYPES.AAAA ? [reply(query, { rcode: 2 })] : host(query, transport);
    const { walker } = await walking({ ...handlers, [HOST]: half });
    const found = await walker.addressesOf('ns.host.example', startJourney(FREE));
    expect(found).toMatchObject({ ok: true, value: { addresses: [HOST], missing: 'server-error, SERVFAIL' } });
  });

  it.each([
    ['an alias', 'other.host.example', /is an alias/],
    ['a name that does not exist', 'gone.host.example', /has no address/],
    ['a zone that does not exist', 'ns.gone.example', /has no address/],
  ])('are none for %s', async (_what, server, detail) => {
    const { walker } = await walking(handlers);
    const found = await walker.addressesOf(server, startJourney(FREE));
    expect(found).toMatchObject({ ok: false, failure: 'unresolvable' });
    expect(!found.ok && found.detail).toMatch(detail);
  });

  it('are not believed from glue outside of the bailiwick', async () => {
    const lying = serving({
      zone: 'test',
      records: [record('x.test', 'NS', 'ns.host.example'), record('ns.host.example', 'A', '203.0.113.66')],
    });
    const { walker } = await walking({ ...handlers, [TLD]: lying });
    expect(await walker.zoneOf('x.test', startJourney(FREE))).toMatchObject({
      value: { servers: [{ addresses: [] }] },
    });
    const found = await walker.addressesOf('ns.host.example', startJourney(FREE));
    expect(found).toMatchObject({ value: { addresses: [HOST, '2001:db8::4'] } });
  });

  it('end where two zones wait for each other', async () => {
    const ring = serving({
      zone: 'example',
      records: [record('a.example', 'NS', 'ns.b.example'), record('b.example', 'NS', 'ns.a.example')],
    });
    const { walker, lab } = await walking({ [OTHER_TLD]: ring });
    const found = await walker.addressesOf('ns.a.example', startJourney(FREE));
    expect(found).toMatchObject({ ok: false, failure: 'unresolvable' });
    expect(heardBy(lab, OTHER_TLD).length).toBeLessThan(10);
  });

  it('end in a maze that makes a deeper zone of every question', async () => {
    let made = 0;
    const maze: Handler = (query) => {
      made += 1;
      const [{ name } = { name: '' }] = query.questions;
      return [reply(query, { authority: [1, 2, 3, 4].map((i) => record(name, 'NS', `ns.m${made}x${i}.example`)) })];
    };
    const { walker, lab } = await walking({ [OTHER_TLD]: maze });
    const found = await walker.addressesOf('ns.host.example', startJourney(FREE));
    expect(found).toMatchObject({ ok: false, failure: 'unresolvable' });
    expect(heardBy(lab, OTHER_TLD).length).toBeLessThanOrEqual(60);
  });
});

describe('an alias', () => {
  it('is followed from zone to zone at the servers of each', async () => {
    const tld = serving({ zone: 'test', records: [record('www.test', 'CNAME', 'x.example', 30)] });
    const other = serving({ zone: 'example', records: [record('x.example', 'A', '192.0.2.1', 300)] });
    const { walker } = await walking({ [TLD]: tld, [OTHER_TLD]: other });
    const found = await walker.follow(startTrail('www.test', TYPES.A), startJourney(FREE));
    const answer = { answer: 'addresses', addresses: ['192.0.2.1'], ttl: 30, chain: ['x.example'] };
    expect(found).toEqual({ ok: true, value: { kind: 'end', answer } });
  });

  it('that leads from zone to zone in a ring is a contradiction', async () => {
    const tld = serving({ zone: 'test', records: [record('a.test', 'CNAME', 'a.example')] });
    const other = serving({ zone: 'example', records: [record('a.example', 'CNAME', 'a.test')] });
    const { walker } = await walking({ [TLD]: tld, [OTHER_TLD]: other });
    const found = await walker.follow(startTrail('a.test', TYPES.A), startJourney(FREE));
    expect(found).toMatchObject({ ok: false, failure: 'contradictory' });
  });
});

describe('a seal', () => {
  it('keeps the walk to the root, the TLDs and the servers that it allows', async () => {
    const tld = serving({
      zone: 'test',
      records: [
        record('evil.test', 'NS', 'ns.evil.test'),
        record('ns.evil.test', 'A', HOST),
        record('co.test', 'NS', 'a.nic.test'),
      ],
    });
    const { walker, lab } = await walking({ [TLD]: tld, [HOST]: serving({ zone: 'evil.test', records: [] }) });
    const sealed = { ...FREE, mayAsk: () => false };
    const found = await walker.follow(startTrail('www.evil.test', TYPES.A), startJourney(sealed));
    expect(found).toMatchObject({ ok: false, failure: 'excluded-by-seal' });
    expect(heardBy(lab, HOST)).toEqual([]);
    expect(heardBy(lab, TLD)).toEqual(['2 evil.test']);
  });
});

describe('the root', () => {
  it('has thirteen servers, each with an IPv4 and an IPv6 address, unless a network file gives others', () => {
    expect(rootServers([])).toHaveLength(13);
    expect(rootServers([]).every(({ addresses }) => addresses.length === 2)).toBe(true);
    expect(new Set(rootServers([]).flatMap(({ addresses }) => addresses)).size).toBe(26);
  });
});
