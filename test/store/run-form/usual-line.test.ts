import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Observation } from '../../../src/model/seen/observation.ts';
import { LOOKUP_KINDS } from '../../../src/model/seen/observation.ts';
import { readObject } from '../../../src/store/disk/json-text.ts';
import { formatLine, openLines } from '../../../src/store/run-form/line.ts';
import { openUsualLines } from '../../../src/store/run-form/usual-line.ts';
import { sighting } from '../support/made.ts';

const filed = { id: 'RUN#1', of: 2, evidence: { offset: 0, length: 812, 'sha-256': 'ab'.repeat(32) } };

function line(over: Record<string, unknown> = {}): string {
  return formatLine({ ...sighting('a.example', 'delegation'), ...filed, ...over } as Observation).slice(0, -1);
}

function cut(text: string) {
  const readFacts = (stated: string) => {
    const facts = readObject(stated);
    return facts && { text: stated, facts };
  };
  return openUsualLines(readFacts)(text, 'RUN#1');
}

const text = fc.string({ unit: 'binary' });
const outcome = fc.oneof(
  fc.record({ outcome: fc.constant('facts'), facts: fc.dictionary(text, fc.jsonValue()) }),
  fc.record({ outcome: fc.constant('failure'), failure: fc.constant('timeout'), detail: text }),
  fc.record({ outcome: fc.constant('no-such-object'), detail: text }),
);
const observation = fc
  .tuple(
    fc.record(
      {
        lookup: fc.constantFrom(...LOOKUP_KINDS),
        question: text,
        server: text,
        via: text,
        took: fc.oneof(fc.nat(), fc.double({ min: 0, noNaN: true, noDefaultInfinity: true })),
        of: fc.integer({ min: 1 }),
        evidence: fc.constant(filed.evidence),
      },
      { requiredKeys: ['lookup', 'question', 'server', 'took', 'of'] },
    ),
    outcome,
  )
  .map(([asked, came]) => {
    const { facts: _facts, ...whole } = sighting('a.example', 'delegation') as { facts?: unknown };
    return { ...whole, ...asked, ...came, id: 'RUN#1' } as unknown as Observation;
  });

test('a line is read as it was written, cut or parsed', () => {
  fc.assert(
    fc.property(observation, (one) => {
      const read = openLines()(formatLine(one).slice(0, -1), 'RUN#1');
      expect(read).toEqual(JSON.parse(JSON.stringify(one)));
    }),
  );
});

test('cut and parsed, a line is the same', () => {
  for (const over of [{}, { evidence: undefined }, { took: 1.5 }, { facts: {} }]) {
    const written = line(over);
    const parsed = { ...JSON.parse(written.slice(2)), id: 'RUN#1' };
    const plain = cut(written);
    expect(Object.entries(plain ?? {}).sort()).toEqual(Object.entries(parsed).sort());
  }
});

test('lines of one server are each read for themselves', () => {
  const parse = openLines();
  const facts = [{ a: 1 }, { a: 1 }, { a: 2 }, { a: 1 }];
  const read = facts.map((one) => parse(line({ facts: one, at: `2019-03-18T14:15:0${one.a}Z` }), 'RUN#1'));
  expect(read).toMatchObject(facts.map((one) => ({ facts: one, at: `2019-03-18T14:15:0${one.a}Z` })));
});

test.each([
  ['with an escape', line({ server: 'na"me' })],
  ['with a field more', line({ via: '192.0.2.1:53' })],
  ['without facts', line({ outcome: 'no-such-object', facts: undefined })],
  ['with keys after the facts', `${line().slice(0, -1)},"x":1}`],
  ['with its end torn off', line().slice(0, -1)],
  ['of an unknown lookup', line().replace('"delegation"', '"guess"')],
  ['of no answers', line({ of: 0 })],
  ['with a name in capitals', line({ name: 'A.example' })],
  ['of more answers than can be counted', line().replace('"of":2', '"of":9007199254740993')],
  ['with evidence at no place', line().replace('"offset":0', '"offset":9007199254740993')],
  ['with a name that is too short', line({ name: 'a' })],
  ['with a name that is too long', line({ name: 'a'.repeat(254) })],
  ['with a number that JSON does not know', line().replace('"took":12', '"took":012')],
])('a line %s is not cut', (_what, written) => {
  expect(cut(written)).toBeUndefined();
});
