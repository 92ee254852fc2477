// Names whose former host lets signatures run out, or has left a change of keys half done: what lookups see of them, what resolvers
// show, and which verdict it is.
import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeGuard } from '../../src/lookups/guard.ts';
import { openLookups } from '../../src/lookups/index.ts';
import { makePace } from '../../src/lookups/pace.ts';
import { paceLimits } from '../../src/lookups/pace-limits.ts';
import { addDays } from '../../src/model/instant.ts';
import type { Observation } from '../../src/model/seen/observation.ts';
import { dossierOf } from '../../src/progress/dossier.ts';
import { openRehearsal, type Rehearsal } from '../../src/rehearsal/open.ts';
import { dsAbsentOrValid } from '../../src/relief/ds-absent-or-valid.ts';
import { name } from '../support/values.ts';
import { aCase, aScenario, START, step } from './support.ts';

const scenario = aScenario([
  [],
  [
    step('alpha.test', { do: ['lock'], fault: 'expired-signatures' }),
    step('bravo.test', { do: ['lock'], fault: 'keys-unsigned' }),
  ],
]);

let rehearsal: Rehearsal;
beforeAll(async () => {
  rehearsal = await openRehearsal({ theCase: aCase(), scenario, clock: () => addDays(START, 1), fast: true });
});
afterAll(() => rehearsal.close());

async function seenOf(text: string, day: number): Promise<readonly Observation[]> {
  rehearsal.enter(day);
  const { network } = rehearsal;
  const clock = { now: () => addDays(START, 1), monotonic: () => performance.now() };
  const guard = makeGuard(network, async () => []);
  const pace = makePace(paceLimits(network, new Map()), clock);
  const open = openLookups({ network, guard, pace, clock, random: (count) => randomBytes(count) });
  const seen: Observation[] = [];
  const { signal } = new AbortController();
  for (const lookup of open.lookups) {
    const answers = await lookup.ask(name(text), { earlier: seen, mayAsk: () => true, signal });
    seen.push(
      ...answers.map(({ sighting }, at) => ({ ...sighting, id: `R#${seen.length + at}`, of: 1 }) as Observation),
    );
  }
  open.close();
  return seen;
}

function judged(text: string, observations: readonly Observation[]) {
  const dossier = dossierOf({ name: name(text), observations, journal: [], asOf: addDays(START, 1) });
  return dsAbsentOrValid.judge(null, dossier);
}

it.each([
  ['alpha.test', 'signatures-out-of-time', 'expired', 7],
  ['bravo.test', 'ds-key-unsigned', 'nothing', 6],
] as const)('%s: %s', async (text, word, signs, hint) => {
  expect(judged(text, await seenOf(text, 0))).toMatchObject({ verdict: 'met' });
  const seen = await seenOf(text, 1);
  const at = (kind: string) => seen.filter(({ lookup }) => lookup === kind);
  expect(at('addresses')[0]).toMatchObject({
    facts: { keys: expect.arrayContaining([expect.objectContaining({ signs })]) },
  });
  expect(at('resolver')).toMatchObject([
    { facts: { answersUnchecked: true, extendedErrors: [hint] } },
    { facts: { hosts: { apex: { a: { answer: 'addresses' } } } } },
  ]);
  expect(judged(text, seen)).toMatchObject({ verdict: 'unmet', word });
});
