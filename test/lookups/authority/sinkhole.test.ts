// The servers of a sinkhole, asked before anything is delegated to them: at every address, found from the root down.
import { expect, it } from 'vitest';
import { openFamilies } from '../../../src/lookups/authority/families.ts';
import { sinkholeLookup } from '../../../src/lookups/authority/sinkhole.ts';
import type { SealInForce } from '../../../src/model/case/seal.ts';
import { address, name } from '../../support/values.ts';
import { having, laboratory } from '../dns/laboratory.ts';
import { record } from '../dns/messages.ts';
import { serving } from '../dns/zones.ts';

const [ROOT, TLD, ONE, TWO, OLD] = ['198.51.100.1', '198.51.100.2', '192.0.2.1', '192.0.2.2', '203.0.113.4'];

const tld = serving({
  zone: 'test',
  records: [
    record('sink.test', 'NS', 'ns1.sink.test'),
    record('sink.test', 'NS', 'ns2.sink.test'),
    record('ns1.sink.test', 'A', ONE),
    record('ns2.sink.test', 'A', TWO),
    record('evil.test', 'NS', 'ns1.evil.test'),
    record('ns1.evil.test', 'A', OLD),
  ],
});
const root = serving({ zone: '.', records: [record('test', 'NS', 'a.nic.test'), record('a.nic.test', 'A', TLD)] });
const sink = {
  zone: 'sink.test',
  records: [
    record('sink.test', 'NS', 'ns1.sink.test'),
    record('ns1.sink.test', 'A', ONE),
    record('ns2.sink.test', 'A', TWO),
  ],
};
const evil = {
  zone: 'evil.test',
  records: [
    record('evil.test', 'A', '192.0.2.80'),
    record('*.evil.test', 'A', '192.0.2.80'),
    record('evil.test', 'NS', 'ns1.sink.test'),
    record('evil.test', 'SOA', 'ns1.sink.test'),
  ],
};
const SEAL: SealInForce = {
  allows: (touch) => touch === 'tld' || touch === 'sinkhole',
  sinkholes: new Set(['ns1.sink.test', 'ns2.sink.test']),
};

async function look(seal: SealInForce | undefined, glue?: Readonly<Record<string, readonly string[]>>) {
  const servers = { [ROOT]: root, [TLD]: tld, [ONE]: serving(sink, evil), [TWO]: serving(sink), [OLD]: serving(evil) };
  const lab = await laboratory(servers, { roots: [ROOT], ...(seal && { seal }) });
  const given = Object.entries(glue ?? {}).map(([host, all]) => [host, all.map(address)] as const);
  const lookup = sinkholeLookup(lab.tools, {
    client: lab.client,
    families: openFamilies(lab.tools),
    servers: () => ({
      nameServers: ['ns1.sink.test', 'ns2.sink.test'].map(name),
      ...(glue && { glue: Object.fromEntries(given) }),
    }),
  });
  const answers = await lookup.ask(name('evil.test'), having());
  const sightings = answers.map(({ sighting }) => sighting);
  return { sightings, heard: (at: string) => lab.servers[at]?.heard.length ?? 0 };
}

it.each([
  ['without a seal', undefined],
  ['under a seal', SEAL],
])(
  'tells which of the servers has the zone and which has not, %s, and asks no server of the name’s holder',
  async (_, seal) => {
    const { sightings, heard } = await look(seal);
    expect(sightings).toMatchObject([
      { lookup: 'sinkhole', server: `ns1.sink.test ${ONE}`, outcome: 'facts', facts: { nameServer: 'ns1.sink.test' } },
      { lookup: 'sinkhole', server: `ns2.sink.test ${TWO}`, outcome: 'failure', failure: 'lame' },
    ]);
    expect(heard(OLD)).toBe(0);
  },
);

it('goes to the addresses that the case file gives', async () => {
  const { sightings } = await look(undefined, { 'ns1.sink.test': [TWO], 'ns2.sink.test': [ONE] });
  expect(sightings.map(({ server, outcome }) => `${server} ${outcome}`)).toEqual([
    `ns1.sink.test ${TWO} failure`,
    `ns2.sink.test ${ONE} facts`,
  ]);
});
