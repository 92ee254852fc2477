import { expect, test } from 'vitest';
import type { JournalEntry } from '../../src/model/case/journal.ts';
import { at } from '../support/values.ts';
import { expectSays, judged } from './judging.ts';
import { dossier } from './literals.ts';

const TERMS = { what: 'records preserved' };

function entry(day: number, event: JournalEntry['event'], changes: Partial<JournalEntry> = {}): JournalEntry {
  return { at: at(`2019-03-${day}T09:02:00Z`), event, paragraph: 'tro/2(a)', ...changes };
}

test.each([
  ['nothing', [], 'unknown', 'not-attested'],
  ['confirmed', [entry(18, 'confirmed')], 'met', 'as-ordered'],
  ['refused', [entry(18, 'refused')], 'unmet', 'refused-by-party'],
  ['refused, then confirmed', [entry(18, 'refused'), entry(19, 'confirmed')], 'met', 'as-ordered'],
  ['confirmed, then refused', [entry(18, 'confirmed'), entry(19, 'refused')], 'unmet', 'refused-by-party'],
  ['received is no confirmation', [entry(18, 'received')], 'unknown', 'not-attested'],
  ['of another paragraph', [entry(18, 'confirmed', { paragraph: 'tro/2(b)' })], 'unknown', 'not-attested'],
  ['of no paragraph', [{ at: at('2019-03-18T09:02:00Z'), event: 'confirmed' as const }], 'unknown', 'not-attested'],
] as const)('%s', (_what, journal, verdict, word) => {
  expectSays(judged('attested', TERMS, dossier({ journal })), verdict, word);
});

test('the sentence names what, by whom, and the entry’s note', () => {
  expect(judged('attested', { ...TERMS, by: 'Verisign' }, dossier()).reason).toBe(
    'records preserved: not yet confirmed by Verisign in the journal',
  );
  const journal = [entry(18, 'confirmed', { note: 'ticket 4711' })];
  expect(judged('attested', TERMS, dossier({ journal }))).toMatchObject({
    reason: 'records preserved: confirmed (ticket 4711)',
    citations: ['journal 2019-03-18T09:02:00Z'],
  });
});
