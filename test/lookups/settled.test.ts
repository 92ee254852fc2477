// Servers that answer one question twice, and what becomes of the lookup.
import { describe, expect, it } from 'vitest';
import { addressesLookup } from '../../src/lookups/authority/addresses.ts';
import { delegationLookup } from '../../src/lookups/authority/delegation.ts';
import { RCODES, TYPES } from '../../src/lookups/dns/codec/types.ts';
import { settled } from '../../src/lookups/settled.ts';
import { address, name } from '../support/values.ts';
import { having, laboratory } from './dns/laboratory.ts';
import { record } from './dns/messages.ts';
import { type Handler, reply } from './dns/name-server.ts';
import { serving } from './dns/zones.ts';

const ROOT = '198.51.100.1';
const TLD = '198.51.100.2';
const OTHER = '198.51.100.3';

const root = serving({
  zone: '.',
  records: [
    record('test', 'NS', 'a.nic.test'),
    record('test', 'NS', 'b.nic.test'),
    record('a.nic.test', 'A', TLD),
    record('b.nic.test', 'A', OTHER),
  ],
});

const delegatedTo = (server: string) =>
  serving({
    zone: 'test',
    records: [record('moved.test', 'NS', server), record(server, 'A', '192.0.2.1')],
  });

const honest = delegatedTo('ns1.sinkhole.test');
const forged = delegatedTo('ns1.elsewhere.test');

/** The second answer only to questions of this type. */
const twice =
  (first: Handler, second: Handler, type: number): Handler =>
  (query, transport) => [
    ...first(query, transport),
    ...(query.questions[0]?.type === type ? second(query, transport) : []),
  ];

async function look(handlers: Readonly<Record<string, Handler>>) {
  const lab = await laboratory({ [ROOT]: root, [TLD]: honest, [OTHER]: honest, ...handlers }, { roots: [ROOT] });
  const lookup = settled(lab.client, delegationLookup(lab.tools, lab.client));
  return { lab, answers: await lookup.ask(name('moved.test'), having()) };
}

describe('two different answers to one question', () => {
  it('decide nothing, and both are filed one after the other', async () => {
    const { answers } = await look({ [TLD]: twice(forged, honest, TYPES.NS) });
    const [first, second] = answers;
    expect(first?.sighting).toMatchObject({
      outcome: 'failure',
      failure: 'contradictory',
      detail: 'two different answers came to one question',
    });
    expect(first?.sighting).not.toHaveProperty('facts');
    const at = first?.exchanges.findIndex(({ because }) => because?.startsWith('a second answer')) ?? 0;
    const [one, other] = [first?.exchanges[at - 1], first?.exchanges[at]];
    expect(other?.sent).toEqual(one?.sent);
    expect(other?.received).not.toEqual(one?.received);
    expect(second?.sighting).toMatchObject({ outcome: 'facts', facts: { nameServers: ['ns1.sinkhole.test'] } });
  });

  it('leave alone what was asked besides', async () => {
    const stale = serving({
      zone: 'test',
      records: [
        {
          ...record('moved.test', 'DS', ''),
          rdata: { kind: 'ds', keyTag: 1, algorithm: 13, digestType: 2, digest: 'aa' },
        },
      ],
    });
    const { answers } = await look({ [TLD]: twice(honest, stale, TYPES.DS) });
    expect(answers[0]?.sighting).toMatchObject({
      outcome: 'facts',
      facts: { nameServers: ['ns1.sinkhole.test'], dsFailure: 'contradictory' },
    });
  });

  it('on the way leave nothing that rests on them', async () => {
    const { answers } = await look({
      [ROOT]: twice(root, (query) => [reply(query, { rcode: RCODES.NXDOMAIN, authoritative: true })], TYPES.NS),
    });
    expect(answers.map(({ sighting }) => sighting)).toMatchObject(
      answers.map(() => ({ outcome: 'failure', failure: 'contradictory' })),
    );
  });

  it('are told to whoever asks the same later in the run', async () => {
    const { lab } = await look({ [TLD]: twice(forged, honest, TYPES.NS) });
    const question = { server: address(TLD), name: 'moved.test', type: TYPES.NS, recursion: false };
    const reply = await lab.client.ask({ ...question, signal: new AbortController().signal });
    expect(reply).toMatchObject({ shared: true, answer: { ok: false, failure: 'contradictory' } });
    expect(reply.exchanges).toHaveLength(2);
  });

  it('that say the same in another order are no contradiction', async () => {
    const turned: Handler = (query, transport) =>
      honest(query, transport).map((message) =>
        message instanceof Uint8Array
          ? message
          : { ...message, authority: message.authority.map((one) => ({ ...one, ttl: one.ttl - 1 })) },
      );
    const { answers } = await look({ [TLD]: twice(honest, turned, TYPES.NS) });
    expect(answers.map(({ sighting }) => sighting.outcome)).toEqual(['facts', 'facts']);
  });

  it('to what its zone says of the name server leave that unknown', async () => {
    const zone = (host: string) =>
      serving({
        zone: 'moved.test',
        records: [
          record('moved.test', 'NS', 'ns1.moved.test'),
          record('moved.test', 'SOA', 'ns1.moved.test'),
          record('moved.test', 'A', '192.0.2.9'),
          record('ns1.moved.test', 'A', host),
        ],
      });
    const [first, second] = [zone('198.51.100.66'), zone(TLD)];
    const other: Handler = (query, transport) => [
      ...first(query, transport),
      ...(query.questions[0]?.name.toLowerCase() === 'ns1.moved.test' ? second(query, transport) : []),
    ];
    const parent = serving({
      zone: '.',
      records: [record('moved.test', 'NS', 'ns1.moved.test'), record('ns1.moved.test', 'A', TLD)],
    });
    const lab = await laboratory({ [ROOT]: parent, [TLD]: other }, { roots: [ROOT] });
    const asking = having(
      ...(await delegationLookup(lab.tools, lab.client).ask(name('moved.test'), having())).map(({ sighting }) => ({
        ...sighting,
        id: 'run#1',
        of: 1,
      })),
    );
    const lookup = settled(lab.client, addressesLookup(lab.tools, lab.client));
    const [answer] = await lookup.ask(name('moved.test'), asking);
    expect(answer?.sighting).toMatchObject({
      outcome: 'facts',
      facts: { hosts: { apex: { a: { addresses: ['192.0.2.9'] } } }, ownFailure: 'contradictory' },
    });
    expect(answer?.sighting).not.toHaveProperty('facts.ownAddresses');
  });
});
