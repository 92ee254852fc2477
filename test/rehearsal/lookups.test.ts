// The program's own lookups against the simulated internet: what a check sees is what the world is.
import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeGuard } from '../../src/lookups/guard.ts';
import { openLookups } from '../../src/lookups/index.ts';
import { makePace } from '../../src/lookups/pace.ts';
import { paceLimits } from '../../src/lookups/pace-limits.ts';
import { addDays } from '../../src/model/instant.ts';
import type { Sighting } from '../../src/model/seen/observation.ts';
import { openRehearsal, type Rehearsal } from '../../src/rehearsal/open.ts';
import { name } from '../support/values.ts';
import { aCase, aScenario, faulty, START, step } from './support.ts';

const scenario = aScenario(
  [
    [],
    [
      step('testers', { do: ['lock', 'transfer', 'delegate'], but: [name('bravo.test'), name('charlie.test')] }),
      step('bravo.test', { do: ['delegate'], fault: 'stale-ds' }),
      step('charlie.test', { do: ['delegate'], fault: 'left-over-servers' }),
      step('charlie.test', { do: ['lock'], fault: 'left-over-mail' }),
      faulty('whois.nic.zone', { fault: 'rate-limited' }),
    ],
  ],
  {
    registries: { testers: { layout: 'key-value' }, zoners: { rdap: 'none' } },
    before: { 'delta.zone': { signed: true } },
  },
);

let rehearsal: Rehearsal;
beforeAll(async () => {
  rehearsal = await openRehearsal({ theCase: aCase(), scenario, clock: () => addDays(START, 1), fast: true });
  rehearsal.enter(1);
});
afterAll(() => rehearsal.close());

/** Everything that a check asks about a name, by kind of lookup. */
async function lookUp(text: string): Promise<Record<string, readonly Sighting[]>> {
  const { network } = rehearsal;
  const clock = { now: () => addDays(START, 1), monotonic: () => performance.now() };
  const guard = makeGuard(network, async () => []);
  const pace = makePace(paceLimits(network, new Map()), clock);
  const open = openLookups({ network, guard, pace, clock, random: (count) => randomBytes(count) });
  const seen: Record<string, readonly Sighting[]> = {};
  const { signal } = new AbortController();
  for (const lookup of open.lookups) {
    const earlier = Object.values(seen)
      .flat()
      .map((sighting, index) => ({ ...sighting, id: `R#${index}`, of: 1 }));
    const answers = await lookup.ask(name(text), { earlier, mayAsk: () => true, signal });
    seen[lookup.kind] = answers.map(({ sighting }) => sighting);
  }
  open.close();
  return seen;
}

describe('the lookups in a rehearsal', () => {
  it('see a name that has been moved, at both registries’ servers, at the parent, the sinkhole and the resolvers', async () => {
    const seen = await lookUp('alpha.test');
    for (const kind of ['rdap-registry', 'whois-registry']) {
      expect(seen[kind], kind).toMatchObject([
        { outcome: 'facts', facts: { registrar: { ianaId: 292 }, registrant: { organisation: 'Acme Corporation' } } },
      ]);
    }
    const nameServers = ['ns1.sinkhole.example', 'ns2.sinkhole.example'];
    expect(seen['delegation']).toMatchObject([{ facts: { nameServers, ds: [] } }, { facts: { nameServers, ds: [] } }]);
    expect(seen['addresses']).toHaveLength(3);
    expect(seen['addresses']?.[0]).toMatchObject({
      facts: { hosts: { random: { a: { addresses: ['192.0.2.80'] } } } },
    });
    expect(seen['resolver']).toHaveLength(2);
  });

  it('see a stale DS as SERVFAIL at the resolver that validates, and as a key that is missing', async () => {
    const seen = await lookUp('bravo.test');
    expect(seen['delegation']?.[0]).toMatchObject({ facts: { ds: [{ algorithm: 15 }] } });
    expect(seen['addresses']?.[0]).toMatchObject({ facts: { keys: [] } });
    expect(seen['resolver']).toMatchObject([
      { facts: { answersUnchecked: true, extendedErrors: [9] } },
      { facts: { hosts: { apex: { a: { addresses: ['192.0.2.80'] } } } } },
    ]);
  });

  it('see what the zone at the sinkhole has kept of the former one', async () => {
    const { delegation, addresses = [] } = await lookUp('charlie.test');
    const delegated = ['ns1.sinkhole.example', 'ns2.sinkhole.example'];
    expect(delegation?.[0]).toMatchObject({ facts: { nameServers: delegated } });
    for (const seen of addresses) {
      if (seen.lookup !== 'addresses' || seen.outcome !== 'facts') throw new Error(`${seen.server}: ${seen.outcome}`);
      const { nameServers = [], mail = [] } = seen.facts.zone ?? {};
      expect(nameServers).toEqual(expect.arrayContaining(delegated));
      expect(nameServers.length).toBeGreaterThan(delegated.length);
      expect(mail).toHaveLength(1);
    }
  });

  it('see a signed name as it should be: its DS signed, its keys by the key of the DS, the zone by its serial', async () => {
    const { delegation, addresses } = await lookUp('delta.zone');
    expect(delegation?.[0]).toMatchObject({
      facts: { ds: [{ algorithm: 15 }], security: { state: 'secure' }, serial: expect.any(Number) },
    });
    expect(addresses?.[0]).toMatchObject({ facts: { keys: [{ algorithm: 15, signs: 'valid' }] } });
  });

  it('know nothing of a registration when WHOIS is limited and there is no RDAP', async () => {
    const seen = await lookUp('delta.zone');
    expect(seen['rdap-registry']).toMatchObject([{ outcome: 'failure', failure: 'no-server' }]);
    expect(seen['whois-registry']).toMatchObject([{ outcome: 'failure', failure: 'rate-limited' }]);
    expect(seen['delegation']?.[0]?.outcome).toBe('facts');
  });
});
