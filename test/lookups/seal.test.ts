// The seal below the planner: whatever a lookup asks for, no packet goes to a server that the seal does not allow.
import { describe, expect, it } from 'vitest';
import { addressesLookup } from '../../src/lookups/authority/addresses.ts';
import { delegationLookup } from '../../src/lookups/authority/delegation.ts';
import { makeGuard } from '../../src/lookups/guard.ts';
import { resolverLookup } from '../../src/lookups/resolver/resolver.ts';
import type { SealTouch } from '../../src/model/case/case.ts';
import type { SealInForce } from '../../src/model/case/seal.ts';
import { address, name } from '../support/values.ts';
import { FREE, having, laboratory } from './dns/laboratory.ts';
import { record } from './dns/messages.ts';
import { serving } from './dns/zones.ts';
import { network } from './support.ts';

const [ROOT, TLD, SINK, OLD, RESOLVER] = [
  '198.51.100.1',
  '198.51.100.2',
  '198.51.100.3',
  '203.0.113.4',
  '203.0.113.53',
];

function sealed(...touches: readonly SealTouch[]): SealInForce {
  const allowed = new Set(touches);
  return { allows: (touch) => allowed.has('any') || allowed.has(touch), sinkholes: new Set(['ns1.sink.test']) };
}

const records = (zone: string, at: string) => [
  record(zone, 'NS', `ns1.${zone}`),
  record(`ns1.${zone}`, 'A', at),
  record(zone, 'A', '192.0.2.80'),
];

/** One name moved to the sinkhole, one still at the defendant's own server, in whose zone the name server of a third one lies. */
function world(seal: SealInForce) {
  const glue = [record('ns1.sink.test', 'A', SINK), record('ns1.old.test', 'A', OLD)];
  const tld = serving({
    zone: 'test',
    records: [
      ...glue,
      record('sink.test', 'NS', 'ns1.sink.test'),
      record('old.test', 'NS', 'ns1.old.test'),
      record('moved.test', 'NS', 'ns1.sink.test'),
      record('third.test', 'NS', 'deep.old.test'),
    ],
  });
  const root = serving({ zone: '.', records: [record('test', 'NS', 'a.nic.test'), record('a.nic.test', 'A', TLD)] });
  const sink = serving({ zone: 'sink.test', records: records('sink.test', SINK) }, { zone: 'moved.test', records: [] });
  const old = serving({ zone: 'old.test', records: records('old.test', OLD) });
  const servers = { [ROOT]: root, [TLD]: tld, [SINK]: sink, [OLD]: old, [RESOLVER]: old };
  return laboratory(servers, { roots: [ROOT], resolvers: [RESOLVER], seal });
}

/** As a lookup would ask that takes no notice of the seal at all. */
async function lookUp(text: string, seal: SealInForce) {
  const lab = await world(seal);
  const delegation = await delegationLookup(lab.tools, lab.client).ask(name(text), having());
  const seen = delegation.map(({ sighting }, i) => ({ ...sighting, id: `R#${i}`, of: 1 }));
  const addresses = await addressesLookup(lab.tools, lab.client).ask(name(text), having(...seen));
  const resolver = await resolverLookup(lab.tools, lab.client).ask(name(text), having());
  const heard = (at: string) => lab.servers[at]?.heard.length ?? 0;
  const outcomes = [delegation, addresses, resolver].map(([first]) => first?.sighting);
  return { outcomes, heard: [ROOT, TLD, SINK, OLD, RESOLVER].map(heard) };
}

describe('a seal that allows registries, TLDs and the sinkhole', () => {
  const seal = sealed('registry', 'tld', 'sinkhole');

  it('lets a moved name be looked at, at the parents and at the sinkhole', async () => {
    const { outcomes, heard } = await lookUp('moved.test', seal);
    expect(outcomes).toMatchObject([
      { outcome: 'facts' },
      { outcome: 'facts', server: `ns1.sink.test ${SINK}` },
      { failure: 'excluded-by-seal' },
    ]);
    expect(heard.map((count) => count > 0)).toEqual([true, true, true, false, false]);
  });

  it.each(['old.test', 'third.test'])('sends nothing to the servers of %s, whose parents it asks', async (text) => {
    const { outcomes, heard } = await lookUp(text, seal);
    expect(outcomes).toMatchObject([
      { outcome: 'facts' },
      { outcome: 'failure', failure: 'excluded-by-seal' },
      { outcome: 'failure', failure: 'excluded-by-seal' },
    ]);
    expect(heard.map((count) => count > 0)).toEqual([true, true, false, false, false]);
  });
});

describe('a seal that allows less, or more', () => {
  it('keeps the DNS shut where it allows registries only', async () => {
    const { heard } = await lookUp('moved.test', sealed('registry'));
    expect(heard).toEqual([0, 0, 0, 0, 0]);
  });

  it('opens resolvers where it says so', async () => {
    expect((await lookUp('moved.test', sealed('resolver'))).heard.slice(0, 4)).toEqual([0, 0, 0, 0]);
    expect((await lookUp('moved.test', sealed('resolver'))).heard[4]).toBeGreaterThan(0);
  });

  it('opens everything where it says any', async () => {
    expect((await lookUp('old.test', sealed('any'))).heard[3]).toBeGreaterThan(0);
  });

  it('dials hosts only for what it allows, and for nothing that nobody named', async () => {
    const guard = makeGuard(network({}), async () => [address('8.8.8.8')], sealed('registry'));
    const to = (from: typeof guard) => from.toHost('whois.example', 43, 'whois', FREE.signal);
    expect(await to(guard.for('registry'))).toMatchObject({ ok: true });
    expect(await to(guard.for('registrar'))).toMatchObject({ failure: 'excluded-by-seal' });
    expect(await to(guard)).toMatchObject({ failure: 'excluded-by-seal' });
  });

  it('knows the servers of the root without being told, and nobody else', () => {
    const guard = makeGuard(network({}), async () => [], sealed('tld'));
    expect(guard.toAddress(address('198.41.0.4'), 53)).toMatchObject({ ok: true });
    expect(guard.toAddress(address('8.8.8.8'), 53)).toMatchObject({ failure: 'excluded-by-seal' });
  });
});
