// What remains of a file when what is wrong is left out: it is read whatever is wrong, and the rules of the smaller files
// look at it too.
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { parseJournal } from '../../src/casefile/journal.ts';
import { parseNetwork } from '../../src/casefile/network-file.ts';
import { parseCase } from '../../src/casefile/parse.ts';
import { parseRecipients } from '../../src/casefile/recipients.ts';
import { parseScenario } from '../../src/casefile/scenario.ts';
import { caseSchema } from '../../src/casefile/schema/case.ts';
import { journalSchema } from '../../src/casefile/schema/journal.ts';
import { networkSchema } from '../../src/casefile/schema/network.ts';
import { recipientsSchema } from '../../src/casefile/schema/recipients.ts';
import { scenarioSchema } from '../../src/casefile/schema/scenario.ts';
import type { SourceText } from '../../src/casefile/source.ts';
import { loosened } from '../../src/casefile/yaml/loosen.ts';
import { ANY, nothingLost } from '../../src/casefile/yaml/lost.ts';
import { readYamlPartly } from '../../src/casefile/yaml.ts';
import type { Problem } from '../../src/model/problem.ts';
import { aCase } from '../rehearsal/support.ts';

function source(text: string): SourceText {
  return { file: 'a.yaml', octets: new TextEncoder().encode(text) };
}

function lines(problems: readonly Problem[]): readonly string[] {
  return problems.map(({ code, place }) => `${place?.line} ${code}`);
}

describe('the smaller files tell everything at once', () => {
  it('recipients', () => {
    const text = `recipients:
  one: { name: One, role: registry-operator, reach: orderd, because: x, tlds: [com, .net] }
  two: { name: Two, role: registrar, reach: ordered, because: x, iana-id: none }
  three: { name: Three, role: registry-operator, reach: requested, tlds: [org, com] }
  four: { role: registrar, reach: ordered, because: x }
  Five: { name: Five, role: registry, reach: ordered }
`;
    expect(lines(parseRecipients(source(text)).problems)).toEqual([
      '2 recipient-incomplete',
      '2 wrong-value',
      '2 wrong-value',
      '3 recipient-incomplete',
      '3 wrong-type',
      '4 recipient-incomplete',
      '4 duplicate-tld',
      '5 missing-key',
      '5 recipient-incomplete',
      '6 recipient-incomplete',
      '6 wrong-value',
      '6 wrong-value',
    ]);
  });

  it('the journal, where an entry without its instant may be the one that is corrected', () => {
    const served = '- { at: 2019-03-15T17:20:00Z, event: served }\n';
    const lost = '- { at: 2019-03-16T17:20:00Z, event: note, corrects: 2019-03-14T17:20:00Z }\n';
    expect(lines(parseJournal(source(`${served}- { at: 2019-03-15T17:20:00Z }\n- 7\n`)).problems)).toEqual([
      '2 missing-key',
      '3 wrong-type',
    ]);
    expect(lines(parseJournal(source(`- { at: 2019-03-15T17:20:00Z }\n${lost}`)).problems)).toEqual([
      '1 missing-key',
      '2 unknown-entry',
    ]);
    expect(lines(parseJournal(source(`- { event: served }\n${lost}`)).problems)).toEqual(['1 missing-key']);
  });

  it('a network file', () => {
    const text = 'closed: yes\ndns: { roots: [here], routes: { ns1.example: "127.0.0.1:53", ns2.example: "x" } }\n';
    expect(lines(parseNetwork(source(text)).problems)).toEqual([
      '1 missing-key',
      '1 yaml-trap',
      '2 wrong-value',
      '2 wrong-value',
      '2 wrong-value',
      '2 wrong-value',
    ]);
  });

  it('a scenario', () => {
    const text = `start: yesterday
registries: { testers: { layout: icann } }
days:
  - day: 2
    at: "25:00"
    testers: { do: [lok], but: [alpa.test] }
    alpha.test:
      - { fault: slw }
      - { do: lock, to: 192.0.2.1 }
    tester: { do: lock }
  - day: 1
    whois.nic.zon: { fault: slow }
    journal: [{ event: served }]
`;
    expect(lines(parseScenario(source(text), aCase()).problems)).toEqual([
      '1 not-an-instant',
      '5 not-an-instant',
      '6 unknown-key',
      '6 wrong-value',
      '7 wrong-value',
      '8 wrong-value',
      '10 unknown-key',
      '11 wrong-value',
      '12 unknown-key',
      '13 missing-key',
    ]);
  });
});

describe('what was left out', () => {
  it('is known at its place, around it and inside it', () => {
    const lost = nothingLost();
    expect([lost.at([]), lost.touches([ANY])]).toEqual([false, false]);
    lost.note(['orders', 1, 'id']);
    lost.note(['seal']);
    const places = [[], ['orders'], ['orders', ANY, 'id'], ['orders', 1, 'id', 'x'], ['seal', 'until'], ['orders', 0]];
    expect(places.map(lost.touches)).toEqual([true, true, true, true, true, false]);
    expect(places.map(lost.at)).toEqual([false, false, true, true, true, false]);
  });

  it('is told of a list as it stands in the file, and of one that is written without brackets', () => {
    const item = z.union([z.string(), z.array(z.string()).min(1)]);
    const schema = z.strictObject({ list: z.array(z.strictObject({ a: item, b: z.int() })), kind: z.string() });
    const text = 'list:\n  - 1\n  - { a: x, b: y }\n  - { a: [[], z], b: 2, extra: 3 }\n';
    const { reading } = readYamlPartly(source(text), schema);
    if (reading === undefined) throw new Error('nothing remains');
    expect(reading.value).toEqual({ list: [{ a: 'x' }, { a: ['z'], b: 2 }] });
    expect(reading.place(['list', 0, 'a', 0])).toMatchObject({ line: 3, column: 10 });
    expect(reading.place(['list', 1, 'a', 0])).toMatchObject({ line: 4, column: 15 });
    const whole = [['kind'], ['list'], ['list', 0, 'a', 0], ['list', 0, 'b'], ['list', 1, 'a', 0], ['list', 1, 'b']];
    expect(whole.map(reading.whole)).toEqual([false, false, true, false, true, true]);
    expect(whole.map(reading.there)).toEqual([false, true, true, false, true, true]);
  });
});

describe('a schema that lets things be missing', () => {
  it.each([
    ['case', caseSchema],
    ['recipients', recipientsSchema],
    ['journal', journalSchema],
    ['network', networkSchema],
    ['scenario', scenarioSchema],
  ])('accepts a %s file with nothing in it', (_, schema) => {
    const empty = schema instanceof z.ZodArray ? [] : {};
    expect(loosened<unknown>(schema).safeParse(empty).success).toBe(true);
  });
});

describe('a case file with anything in place of anything', () => {
  const shipped: unknown = parse(readFileSync(new URL('../../cases/phosphorus/case.yaml', import.meta.url), 'utf8'));
  const junk = fc.constantFrom(null, '', 'x', 0, true, [], ['x'], {}, { x: 1 }, [[]], [null], 'tro', '2019-13-01');

  it('is read, and every rule looks at it', async () => {
    const change = fc.record({ steps: fc.array(fc.nat(12), { minLength: 1, maxLength: 8 }), value: fc.option(junk) });
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 6 }), async (changes) => {
        const written: unknown = structuredClone(shipped);
        for (const { steps, value } of changes) changeAt(written, steps, value);
        const reading = await parseCase({
          id: 'phosphorus',
          caseFile: source(JSON.stringify(written)),
          read: () => source('outlook-verify.net\n'),
          quick: true,
        });
        expect(reading.ok || reading.problems.some(({ severity }) => severity === 'error')).toBe(true);
        expect(reading.problems.every(({ place }) => place !== undefined)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});

/** Goes down by the steps, each a number of a key, and puts the value there, or takes away what is there. */
function changeAt(root: unknown, steps: readonly number[], value: unknown): void {
  let holder = root;
  for (const [depth, step] of steps.entries()) {
    if (typeof holder !== 'object' || holder === null) return;
    const keys = Object.keys(holder);
    const key = keys[step % Math.max(1, keys.length)];
    if (key === undefined) return;
    const next: unknown = Reflect.get(holder, key);
    if (depth < steps.length - 1 && typeof next === 'object' && next !== null) holder = next;
    else if (value === null && !Array.isArray(holder)) Reflect.deleteProperty(holder, key);
    else Reflect.set(holder, key, structuredClone(value));
    if (holder !== next) return;
  }
}
