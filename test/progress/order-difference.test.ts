import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseCase } from '../../src/casefile/parse.ts';
import type { Case } from '../../src/model/case/case.ts';
import { parseInstant } from '../../src/model/instant.ts';
import { type Difference, differenceOf } from '../../src/progress/order-difference.ts';

const POOL = Array.from({ length: 8 }, (_, index) => `n${index}.example`);

interface Drawn {
  readonly first: readonly string[];
  readonly second: readonly string[];
  readonly released: readonly string[];
  readonly replaces: boolean;
}

const DRAWN: fc.Arbitrary<Drawn> = fc.record({
  first: fc.subarray(POOL, { minLength: 1 }),
  second: fc.subarray(POOL),
  released: fc.subarray(POOL),
  replaces: fc.boolean(),
});

async function caseOf({ first, second, released, replaces }: Drawn): Promise<Case> {
  const paragraph = (number: string, kind: string) =>
    `      - { number: "${number}", text: x, directed-to: registry-operator, applies-to: a, relief: [{ kind: ${kind} }] }`;
  const text = `case: acme
title: A
court: { name: A court, time-zone: UTC }
docket: "1"
petitioner: { name: Acme }
schedules: { a: { file: a.txt }, b: { file: b.txt } }
orders:
  - id: one
    kind: preliminary-injunction
    entered: 2026-01-05T16:00:00Z
    paragraphs:
${paragraph('1', 'held')}
${paragraph('2', 'stays-registered')}
  - id: two
    kind: amended-order
    entered: 2026-02-05T16:00:00Z
    adds: [{ schedule: b, to: one/1 }]
${released.length === 0 ? '' : `    releases: [{ names: [${released.join(', ')}] }]\n`}${replaces ? `    replaces: [{ paragraph: one/2, by: "1" }]\n    paragraphs:\n${paragraph('1', 'not-registrable')}\n` : ''}`;
  const octets = (said: string) => new TextEncoder().encode(said);
  const checked = await parseCase({
    id: 'acme',
    caseFile: { file: 'case.yaml', octets: octets(text) },
    read: (file) => ({ file, octets: octets((file === 'a.txt' ? first : second).join('\n')) }),
    quick: true,
  });
  if (!checked.ok) throw new Error(JSON.stringify(checked.problems));
  return checked.value;
}

function at(text: string) {
  const instant = parseInstant(text);
  if (instant === undefined) throw new Error(text);
  return instant;
}

const [ONE, TWO] = [at('2026-01-05T16:00:00Z'), at('2026-02-05T16:00:00Z')];

function count({ groups }: Difference, change: string): number {
  return groups.filter((group) => group.change === change).reduce((sum, { names }) => sum + names.length, 0);
}

test('names before, plus those added, less those dropped, are the names after; each stands once', async () => {
  await fc.assert(
    fc.asyncProperty(DRAWN, async (drawn) => {
      const theCase = await caseOf(drawn);
      const difference = differenceOf({ before: { theCase, asOf: ONE }, after: { theCase, asOf: TWO } });
      const { covered, groups } = difference;
      expect(covered.before).toBe(drawn.first.length);
      expect(covered.before + count(difference, 'added') - count(difference, 'dropped')).toBe(covered.after);
      const named = groups.flatMap(({ names }) => names);
      expect(new Set(named).size).toBe(named.length);
      const back = differenceOf({ before: { theCase, asOf: TWO }, after: { theCase, asOf: ONE } });
      expect([count(back, 'added'), count(back, 'dropped'), count(back, 'changed')]).toEqual(
        ['dropped', 'added', 'changed'].map((change) => count(difference, change)),
      );
    }),
    { numRuns: 60 },
  );
});

test('an instant does not differ from itself', async () => {
  const theCase = await caseOf({ first: POOL, second: POOL, released: [], replaces: true });
  const { groups, paragraphs, ends, recipients } = differenceOf({
    before: { theCase, asOf: TWO },
    after: { theCase, asOf: TWO },
  });
  expect([groups, paragraphs, ends, recipients]).toEqual([[], [], [], []]);
});

test('a name that the later order releases is let go, also where it lists it once more', async () => {
  const [first, second] = [['n0.example', 'n1.example'], ['n1.example']];
  const theCase = await caseOf({ first, second, released: first, replaces: false });
  const { groups } = differenceOf({ before: { theCase, asOf: ONE }, after: { theCase, asOf: TWO } });
  expect(groups.map(({ change, released, names }) => [change, released, names])).toEqual([['dropped', true, first]]);
});
