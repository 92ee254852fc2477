// Every answer of a simulated world, with its faults, read again out of its recorded octets: the same facts come out.
import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { makeGuard } from '../../src/lookups/guard.ts';
import { openLookups } from '../../src/lookups/index.ts';
import { makePace } from '../../src/lookups/pace.ts';
import { paceLimits } from '../../src/lookups/pace-limits.ts';
import { reread } from '../../src/lookups/reread/reread.ts';
import { openChainThen } from '../../src/lookups/reread/trust-then.ts';
import type { LookupAnswer } from '../../src/model/asking/lookup.ts';
import { addDays } from '../../src/model/instant.ts';
import type { Outcome } from '../../src/model/seen/observation.ts';
import { openRehearsal, type Rehearsal } from '../../src/rehearsal/open.ts';
import { exchangesIn, readRecords } from '../../src/store/evidence/read-back.ts';
import { recordsOf } from '../../src/store/evidence/records.ts';
import { packRecord } from '../../src/store/evidence/warc-record.ts';
import { name } from '../support/values.ts';
import { aCase, aScenario, faulty, NAMES, START, step } from './support.ts';

const scenario = aScenario(
  [
    [],
    [
      step('testers', { do: ['lock', 'transfer', 'delegate'], but: [name('bravo.test')] }),
      step('bravo.test', { do: ['delegate'], fault: 'stale-ds' }),
      faulty('whois.nic.zone', { fault: 'rate-limited' }),
    ],
  ],
  { registries: { testers: { layout: 'key-value' }, zoners: { rdap: 'none' } } },
);

async function answersIn({ network }: Rehearsal, names: readonly string[]): Promise<readonly LookupAnswer[]> {
  const clock = { now: () => addDays(START, 1), monotonic: () => performance.now() };
  const guard = makeGuard(network, async () => []);
  const pace = makePace(paceLimits(network, new Map()), clock);
  const open = openLookups({ network, guard, pace, clock, random: (count) => randomBytes(count) });
  const all: LookupAnswer[] = [];
  const { signal } = new AbortController();
  for (const text of names) {
    const seen: LookupAnswer[] = [];
    for (const lookup of open.lookups) {
      const earlier = seen.map(({ sighting }, index) => ({ ...sighting, id: `R#${index}`, of: 1 }));
      seen.push(...(await lookup.ask(name(text), { earlier, mayAsk: () => true, signal })));
    }
    all.push(...seen);
  }
  open.close();
  return all;
}

/** Into the octets of an evidence file and back. */
function filed({ exchanges }: LookupAnswer) {
  const numbers = { run: '20190318T141502Z-7f3a', place: 0, next: 0 };
  const octets = exchanges.flatMap((exchange) => recordsOf(exchange, numbers)).map(packRecord);
  const reading = readRecords(Buffer.concat(octets));
  if (!reading.ok) throw new Error(reading.reason);
  return exchangesIn(reading.records);
}

describe('what was answered in a rehearsal', () => {
  it('reads the same when it is read again out of the evidence', async () => {
    const rehearsal = await openRehearsal({ theCase: aCase(), scenario, clock: () => addDays(START, 1), fast: true });
    try {
      const kinds = new Set<string>();
      for (const day of [0, 1]) {
        rehearsal.enter(day);
        const answers = await answersIn(rehearsal, [...NAMES, 'nobody.test']);
        const { trustAnchors = [] } = rehearsal.network.dns;
        const chain = openChainThen(trustAnchors);
        for (const answer of answers) chain.hear(answer.sighting.name, filed(answer));
        for (const answer of answers) {
          const { sighting } = answer;
          if (answer.exchanges.length === 0) continue;
          const again = await reread({ ...sighting, id: 'R#1', of: 1 }, filed(answer), chain.trustOf);
          const label = `${sighting.name} ${sighting.lookup} ${sighting.server}`;
          expect(again, label).toMatchObject({ ok: true, missing: [] });
          if (again.ok) expect(substanceOf(again.outcome), label).toEqual(substanceOf(sighting));
          kinds.add(`${sighting.lookup} ${sighting.outcome}`);
        }
      }
      expect([...kinds].sort()).toEqual([
        'addresses facts',
        'delegation facts',
        'delegation no-such-object',
        'rdap-registry facts',
        'rdap-registry no-such-object',
        'resolver facts',
        'whois-registry facts',
        'whois-registry failure',
        'whois-registry no-such-object',
      ]);
    } finally {
      await rehearsal.close();
    }
  });
});

/** How a failure is worded may depend on the words of the machine, which no record has. */
function substanceOf(outcome: Outcome) {
  if (outcome.outcome === 'facts') return outcome.facts;
  return outcome.outcome === 'failure' ? [outcome.failure, outcome.retryAfter] : [outcome.outcome, outcome.reserved];
}
