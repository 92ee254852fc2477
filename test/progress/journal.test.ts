import { expect, test } from 'vitest';
import type { JournalEntry } from '../../src/model/case/journal.ts';
import { openJournal } from '../../src/progress/journal.ts';
import { AS_OF, aCase, order, paragraph, TRANSFER } from '../relief/literals.ts';
import { at, name } from '../support/values.ts';

const ONE = name('one.example');
const TEST = name('bad.test');

function entry(day: number, changes: Partial<JournalEntry> = {}): JournalEntry {
  return { at: at(`2019-03-${day}T09:00:00Z`), event: 'confirmed', ...changes };
}

const book = (entries: readonly JournalEntry[], theCase = aCase()) => openJournal(theCase, entries, AS_OF);

test('entries about a name: by name, of its registry, or of everybody; oldest first', () => {
  const mine = entry(19, { names: [ONE], paragraph: 'tro/2(a)' });
  const everybody = entry(18, { paragraph: 'tro/2(a)' });
  const registry = entry(20, { recipient: 'exreg', paragraph: 'tro/2(a)' });
  const others = entry(17, { names: [TEST], paragraph: 'tro/2(a)' });
  const { about } = book([mine, others, registry, everybody]);
  expect(about(ONE)).toEqual([everybody, mine, registry]);
  expect(about(TEST)).toEqual([others, everybody]);
});

test('a letter is its recipient’s; a letter of nobody known covers nobody', () => {
  const letter = entry(18, { letter: '2019-03-15-exreg-order' });
  const lost = entry(18, { letter: '2019-03-15-nobody-order' });
  const { about, of } = book([letter, lost]);
  expect(of('exreg').map((one) => one.letter)).toEqual(['2019-03-15-exreg-order']);
  expect(about(ONE)).toHaveLength(1);
  expect(about(TEST)).toEqual([]);
});

test('a bare paragraph number is made whole only where it can mean one paragraph', () => {
  const pi = order('pi', [paragraph('2(a)', [TRANSFER])], { entered: at('2019-03-20T00:00:00Z') });
  const two = aCase({ orders: [...aCase().orders, pi] });
  const early = entry(18, { paragraph: '2(a)' });
  const late = entry(22, { paragraph: '2(a)' });
  expect(book([early, late], two).entries.map((one) => one.paragraph)).toEqual(['tro/2(a)', '2(a)']);
  expect(book([late]).entries[0]?.paragraph).toBe('tro/2(a)');
});

test('a correction takes the place of what it corrects', () => {
  const wrong = entry(18, { paragraph: 'tro/2(a)' });
  const bystander = entry(18, { paragraph: 'tro/2(b)' });
  const right = entry(19, { paragraph: 'tro/2(a)', event: 'refused', corrects: wrong.at });
  expect(book([wrong, bystander, right]).entries).toEqual([bystander, right]);
});

test('of several entries at one instant a correction takes the place of the one about the same party and letter', () => {
  const first = entry(18, { recipient: 'exreg' });
  const second = entry(18, { recipient: 'testreg' });
  const third = entry(18, { recipient: 'exreg', letter: '2019-03-15-exreg-order' });
  const corrects = first.at;
  const kept = (changes: Partial<JournalEntry>) => {
    const correction = entry(19, { event: 'refused', corrects, ...changes });
    const { entries } = book([first, second, third, correction]);
    return [first, second, third].filter((one) => entries.includes(one));
  };
  expect(kept({ recipient: 'exreg' })).toEqual([second, third]);
  expect(kept({ recipient: 'testreg' })).toEqual([first, third]);
  expect(kept({ recipient: 'exreg', letter: '2019-03-15-exreg-order' })).toEqual([first, second]);
});

test('what was recorded of a later day does not exist yet', () => {
  expect(book([entry(26)]).entries).toEqual([]);
});
