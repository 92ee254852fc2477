import { expect, test } from 'vitest';
import { deadlineOf } from '../../src/calendar/deadlines.ts';
import type { Case } from '../../src/model/case/case.ts';
import type { JournalEntry } from '../../src/model/case/journal.ts';
import { openDeadlines } from '../../src/progress/deadlines.ts';
import { openJournal } from '../../src/progress/journal.ts';
import { compile } from '../../src/relief/compile.ts';
import { AS_OF, aCase, order, paragraph, TRANSFER } from '../relief/literals.ts';
import { at, name, UNREACHED } from '../support/values.ts';

const ONE = name('one.example');
const WITHIN = { within: { count: 3, unit: 'business days' }, of: 'receipt' } as const;

function caseWith(changes: Parameters<typeof paragraph>[2], further: Partial<Case> = {}): Case {
  return aCase({ orders: [order('tro', [paragraph('2(a)', [TRANSFER], { due: WITHIN, ...changes })])], ...further });
}

function directed(theCase: Case, journal: readonly JournalEntry[], about = ONE, registrar?: number) {
  const book = openDeadlines({
    theCase,
    journal: openJournal(theCase, journal, AS_OF),
    asOf: AS_OF,
    deadlines: deadlineOf,
  });
  const [clause] = compile(theCase, AS_OF).clauses;
  return clause === undefined ? [] : book.directed(clause, about, registrar);
}

function received(day: number, changes: Partial<JournalEntry> = {}): JournalEntry {
  return { at: at(`2019-03-${day}T22:00:00Z`), event: 'received', recipient: 'exreg', ...changes };
}

test('runs from the recipient’s own receipt, the first since the entry', () => {
  const [one] = directed(caseWith({}), [received(14), received(18), received(20)]);
  expect(one).toMatchObject({ passed: true, recipient: { id: 'exreg' }, deadline: { due: '2019-03-22T03:59:59Z' } });
});

test('does not run without a receipt, whatever was served or received by others', () => {
  const journal = [received(15, { event: 'served' }), received(18, { recipient: 'other' })];
  const [one] = directed(caseWith({}), journal);
  expect(one?.deadline).toBeUndefined();
  expect(one?.passed).toBe(false);
});

test('has not passed before its last second has', () => {
  expect(directed(caseWith({}), [received(21)])[0]).toMatchObject({
    passed: false,
    deadline: { due: '2019-03-27T03:59:59Z' },
  });
});

test('a receipt of some names starts nothing for the others', () => {
  const journal = [received(18, { names: [ONE] })];
  expect(directed(caseWith({}), journal)[0]?.passed).toBe(true);
  expect(directed(caseWith({}), journal, name('two.example'))[0]?.deadline).toBeUndefined();
});

test('a receipt of another paragraph starts nothing', () => {
  expect(directed(caseWith({}), [received(18, { paragraph: 'tro/2(b)' })])[0]?.deadline).toBeUndefined();
});

test('a date certain runs also where nobody is listed', () => {
  const theCase = caseWith({ due: { by: at('2019-03-20T00:00:00Z') } });
  const [one] = directed(theCase, [], name('bad.test'));
  expect(one).toMatchObject({ passed: true, deadline: { due: '2019-03-20T00:00:00Z' } });
  expect(one?.recipient).toBeUndefined();
});

test('a registrar is directed where it is the registrar of record', () => {
  const registrar = {
    id: 'evilreg',
    name: 'Evil',
    role: 'registrar',
    reach: 'requested',
    tlds: [],
    ianaId: 9,
    ...UNREACHED,
    illustrative: true,
  } as const;
  const theCase = caseWith(
    { directedTo: ['registry-operator', 'registrar'] },
    { recipients: [...aCase().recipients, registrar] },
  );
  expect(directed(theCase, [], ONE, 9).map(({ recipient }) => recipient?.id)).toEqual(['exreg', 'evilreg']);
  expect(directed(theCase, [], ONE, 292).map(({ recipient }) => recipient?.id)).toEqual(['exreg']);
});

test('without a rule nothing is due', () => {
  const theCase = aCase({ orders: [order('tro', [paragraph('2(a)', [TRANSFER])])] });
  expect(directed(theCase, [received(18)])).toEqual([]);
});
