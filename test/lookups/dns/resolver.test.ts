import { describe, expect, it } from 'vitest';
import { extendedErrorOption } from '../../../src/lookups/dns/codec/message.ts';
import { RCODES } from '../../../src/lookups/dns/codec/types.ts';
import { resolverLookup } from '../../../src/lookups/dns/resolver.ts';
import { name } from '../../support/values.ts';
import { having, laboratory } from './laboratory.ts';
import { record } from './messages.ts';
import { type Handler, reply } from './name-server.ts';

const VALIDATING = '203.0.113.53';
const OTHER = '203.0.113.54';

const open: Handler = (query) => {
  const [{ name: asked, type } = { name: '', type: 0 }] = query.questions;
  const answers = type === 1 ? [record(asked, 'A', '192.0.2.1', 60)] : [];
  return [reply(query, { recursionAvailable: true, authenticData: true, answers })];
};

const bogus: Handler = (query, transport) => {
  if (query.checkingDisabled) return open(query, transport);
  const options = [extendedErrorOption({ code: 9, text: 'no DNSKEY \u001b[31m' })];
  const edns = { udpSize: 1232, version: 0, dnssecOk: true, options };
  return [{ ...reply(query, { recursionAvailable: true, rcode: RCODES.SERVFAIL }), edns }];
};

async function look(
  handlers: Readonly<Record<string, Handler>>,
  resolvers: readonly string[],
  dead: readonly string[] = [],
) {
  const lab = await laboratory(handlers, { resolvers, dead });
  const answers = await resolverLookup(lab.tools, lab.client).ask(name('moved.test'), having());
  return { sightings: answers.map(({ sighting }) => sighting), answers, lab };
}

describe('what a resolver sees', () => {
  it('is asked with recursion and DO at every configured address', async () => {
    const { sightings, lab } = await look({ [VALIDATING]: open, [OTHER]: open }, [VALIDATING, OTHER]);
    expect(sightings.map(({ server }) => server)).toEqual([VALIDATING, OTHER]);
    expect(sightings[0]).toMatchObject({
      lookup: 'resolver',
      authority: 'recursive',
      outcome: 'facts',
      facts: {
        validated: true,
        hosts: { apex: { a: { addresses: ['192.0.2.1'] }, aaaa: { answer: 'no-data' } }, random: { a: { ttl: 60 } } },
      },
    });
    const heard = lab.servers[VALIDATING]?.heard ?? [];
    expect(heard).toHaveLength(6);
    expect(heard.every(({ recursionDesired, edns }) => recursionDesired && edns?.dnssecOk)).toBe(true);
  });

  it('is a DNSSEC failure when SERVFAIL turns into an answer with CD', async () => {
    const { sightings, lab } = await look({ [VALIDATING]: bogus }, [VALIDATING]);
    expect(sightings).toMatchObject([
      {
        outcome: 'facts',
        facts: {
          validated: false,
          answersUnchecked: true,
          extendedErrors: [9],
          hosts: { apex: { a: { answer: 'failure', failure: 'server-error' } } },
        },
      },
    ]);
    expect(lab.servers[VALIDATING]?.heard.filter(({ checkingDisabled }) => checkingDisabled)).toHaveLength(1);
  });

  it('is another failure when SERVFAIL stays with CD', async () => {
    const lame: Handler = (query) => [reply(query, { recursionAvailable: true, rcode: RCODES.SERVFAIL })];
    const { sightings } = await look({ [VALIDATING]: lame }, [VALIDATING]);
    expect(sightings).toMatchObject([{ facts: { answersUnchecked: false } }]);
  });

  it('is unknown from one that refuses or is dead, and from none', async () => {
    const refusing: Handler = (query) => [reply(query, { rcode: RCODES.REFUSED })];
    const { sightings, lab } = await look({ [VALIDATING]: refusing }, [VALIDATING, OTHER], [OTHER]);
    expect(sightings).toMatchObject([
      { outcome: 'failure', failure: 'denied' },
      { outcome: 'failure', failure: 'refused' },
    ]);
    expect(lab.servers[VALIDATING]?.heard).toHaveLength(1);
    expect((await look({}, [])).sightings).toMatchObject([{ outcome: 'failure', failure: 'no-server' }]);
  });
});
