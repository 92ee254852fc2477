// A walk that ended before it came to the parent zone is read again out of its octets, and an answer in their place shows.
import { expect, it } from 'vitest';
import { delegationLookup } from '../../../src/lookups/authority/delegation.ts';
import { RCODES } from '../../../src/lookups/dns/codec/types.ts';
import { compareAgain } from '../../../src/lookups/reread/reread.ts';
import type { ObservationOf } from '../../../src/model/seen/observation.ts';
import { name } from '../../support/values.ts';
import { having, laboratory } from '../dns/laboratory.ts';
import { record } from '../dns/messages.ts';
import { type Handler, reply } from '../dns/name-server.ts';
import { serving } from '../dns/zones.ts';

const ROOT = '198.51.100.1';
const TLD = '198.51.100.2';

const refusing: Handler = (query) => [reply(query, { rcode: RCODES.REFUSED })];
const broken: Handler = (query) => [reply(query, { rcode: RCODES.SERVFAIL })];
const root = serving({ zone: '.', records: [record('uk', 'NS', 'a.nic.uk'), record('a.nic.uk', 'A', TLD)] });

async function walked(text: string, handlers: Readonly<Record<string, Handler>>, dead: readonly string[] = []) {
  const lab = await laboratory(handlers, { roots: [ROOT], dead });
  const [answer] = await delegationLookup(lab.tools, lab.client).ask(name(text), having());
  if (answer === undefined) throw new Error('no answer');
  const observation = { ...answer.sighting, id: 'R#1', of: 1 } as ObservationOf<'delegation'>;
  return { observation, exchanges: answer.exchanges };
}

it.each([
  ['a root server that refuses', { [ROOT]: refusing }, [], 'lame'],
  ['a root server that fails', { [ROOT]: broken }, [], 'server-error'],
  ['a root server that is not there', {}, [ROOT], 'refused'],
  ['a server of the zone above the parent', { [ROOT]: root, [TLD]: refusing }, [], 'lame'],
] as const)('%s', async (_what, handlers, dead, failure) => {
  const { observation, exchanges } = await walked('moved.co.uk', handlers, dead);
  expect(observation).toMatchObject({ outcome: 'failure', detail: expect.stringMatching(/^on the way/) });
  expect(await compareAgain(observation, exchanges)).toEqual({ ok: true, differences: [] });
  const other = failure === 'lame' ? 'server-error' : 'lame';
  const told = { ...observation, failure: other } as ObservationOf<'delegation'>;
  expect(await compareAgain(told, exchanges)).toMatchObject({
    ok: true,
    differences: [{ stored: `failure, ${other}`, now: `failure, ${failure}` }],
  });
});

it('an answer that would have led on is no failure, and what would have come is not in the record', async () => {
  const { observation, exchanges } = await walked('moved.co.uk', { [ROOT]: root }, [TLD]);
  const told = { ...observation, server: `a.root.example ${ROOT}` } as ObservationOf<'delegation'>;
  expect(await compareAgain(told, exchanges)).toEqual({ ok: false, reason: expect.stringContaining('led on') });
});
