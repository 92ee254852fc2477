import fc from 'fast-check';
import { expect, it } from 'vitest';
import { packed, unpacked } from '../../src/casefile/packed-names.ts';
import type { Case, ScheduledName } from '../../src/model/case/case.ts';
import type { Name } from '../../src/model/name.ts';

const listed: fc.Arbitrary<ScheduledName> = fc
  .record({
    name: fc.constantFrom('a.example', 'b.example', 'xn--bcher-kva.example', 'www.c.example'),
    unicode: fc.constantFrom(undefined, 'bücher.example'),
    registrable: fc.constantFrom(undefined, 'c.example'),
    line: fc.integer({ min: 1, max: 4 }),
  })
  .map(({ name, unicode = name, registrable = name, line }) => ({
    name: name as Name,
    unicode,
    registrable: registrable as Name,
    line,
  }));

const caseOf = (names: readonly ScheduledName[]) =>
  ({ id: 'acme', schedules: [{ id: 'appendix-a', file: 'appendix-a.txt', statedCount: 9, names }] }) as unknown as Case;

it('names come back from text as they went into it, whatever their lines and forms', () => {
  fc.assert(
    fc.property(fc.array(listed), (names) => {
      const theCase = caseOf(names);
      expect(unpacked(JSON.parse(JSON.stringify(packed(theCase))))).toEqual(theCase);
    }),
  );
});

it('a list of ordinary names takes no more room than the names', () => {
  const names = ['a.example', 'b.example', 'c.example'].map((text, at) => {
    const name = text as Name;
    return { name, unicode: text, registrable: name, line: at + 1 };
  });
  expect(packed(caseOf(names)).schedules[0]?.names).toEqual(['a.example', 'b.example', 'c.example']);
});
